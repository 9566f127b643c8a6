package org.taswiya.web.page;

import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;

/// A telephone number or an e-mail address as people type it.
public final class TypedAddress {
    /// By the code of a country, as the address of a utility has it: what stands before a number that begins with zero.
    private static final Map<String, String> DIALLED = Map.of("MA", "+212");

    private TypedAddress() {}

    /// Numbers with spaces, points and hyphens, and as they are dialled within the utility's own country.
    ///
    /// @return empty for what can be none
    public static Optional<Contact> parse(Channel channel, String typed, String country) {
        String address = channel == Channel.SMS ? number(typed, country) : typed.strip();
        return channel.fault(address).isPresent() ? Optional.empty() : Optional.of(new Contact(channel, address));
    }

    private static String number(String typed, String country) {
        String number = TypedText.plain(typed).replaceAll("[ .()-]", "");
        if (number.startsWith("00")) {
            return "+" + number.substring(2);
        }
        String dialled = DIALLED.get(country);
        return number.startsWith("0") && dialled != null ? dialled + number.substring(1) : number;
    }
}
