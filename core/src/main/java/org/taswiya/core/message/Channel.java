package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A way by which a message reaches a customer.
public enum Channel {
    EMAIL("an address such as name@example.org", Forms.LOCAL + "@" + Forms.LABEL + "(\\." + Forms.LABEL + ")+", 254),
    SMS("a number as it is dialled from abroad, such as +212612345678", "\\+[1-9][0-9]{7,14}", 16),
    /// To a browser that subscribed: its endpoint, its key and its secret.
    PUSH(
            "a push subscription such as 'https://push.example.net/abc p256dh auth'",
            "https://[\\x21-\\x7e&&[^<>\"\\\\^`{|}]]+ [A-Za-z0-9_-]{87} [A-Za-z0-9_-]{22}",
            1000),
    POST("one line of text", "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*", 200);

    private static final class Forms {
        private static final String ATOM = "[\\x21-\\x7e&&[^<>(),;:\"\\[\\]@\\\\.]]+";

        /// Dots stand between something, as RFC 5321 has it.
        private static final String LOCAL = "(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*";

        /// No name of the DNS begins or ends with a hyphen.
        private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

        private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}]*");
    }

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

    /// Whether an address may stand in the books: what was taken as one in former times stays to be read, shown and
    /// replaced. Still it is one line that shows something at both ends, so that nobody writes headers into it.
    boolean isReadable(String address) {
        boolean isMail = this != EMAIL || address.indexOf('@') > 0;
        return address.length() <= longest
                && !address.isBlank()
                && isMail
                && (this != SMS || form.matcher(address).matches())
                && Forms.ONE_LINE.matcher(address).matches();
    }

    /// What is wrong with an address; empty when nothing is. Whether somebody is there is found when a message is sent.
    public Optional<String> fault(String address) {
        return address.length() <= longest && form.matcher(address).matches()
                ? Optional.empty()
                : Optional.of("'" + address + "' is no " + code() + " address; expected " + expected + ", at most "
                        + longest + " characters");
    }
}
