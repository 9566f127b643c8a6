package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A way by which a message reaches a customer.
public enum Channel {
    EMAIL(
            "an address such as name@example.org",
            "[\\x21-\\x7e&&[^<>(),;:\"\\[\\]@\\\\]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
            254),
    SMS("a number as it is dialled from abroad, such as +212612345678", "\\+[1-9][0-9]{7,14}", 16),
    /// To a browser that subscribed: its endpoint, its key and its secret.
    PUSH(
            "a push subscription such as 'https://push.example.net/abc p256dh auth'",
            "https://[\\x21-\\x7e&&[^<>\"\\\\^`{|}]]+ [A-Za-z0-9_-]{87} [A-Za-z0-9_-]{22}",
            1000),
    POST("one line of text", "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*", 200);

    private final String expected;
    private final Pattern form;
    private final int longest;

    Channel(String expected, String form, int longest) {
        this.expected = expected;
        this.form = Pattern.compile(form);
        this.longest = longest;
    }

    /// As commands and tables write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> ofCode(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    /// What is wrong with an address; empty when nothing is. Whether somebody is there is found when a message is sent.
    public Optional<String> fault(String address) {
        return address.length() <= longest && form.matcher(address).matches()
                ? Optional.empty()
                : Optional.of("'" + address + "' is no " + code() + " address; expected " + expected + ", at most "
                        + longest + " characters");
    }
}
