package org.taswiya.core.utility;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a bill is paid online.
///
/// @param template an address with the place of the bill's number and, where it has one, that of the amount
public record PayLink(String template) {
    /// A code that is scanned from paper stays small, and its squares large enough to be told apart.
    public static final int LONGEST = 160;

    private static final String NUMBER = "{number}";
    private static final String AMOUNT = "{amount}";
    private static final Pattern ADDRESS =
            Pattern.compile("https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*");

    public PayLink {
        if (!isOne(template)) {
            throw new IllegalArgumentException("No address where a bill is paid: " + template);
        }
    }

    /// Reads text such as `https://pay.example.org/{number}?amount={amount}`; empty when it is none.
    public static Optional<PayLink> parse(String text) {
        return isOne(text) ? Optional.of(new PayLink(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST
                && text.contains(NUMBER)
                && ADDRESS.matcher(filled(text, "0", "0")).matches();
    }

    /// The address of one bill.
    ///
    /// @param amount as programs write it: `466.68`
    public String of(String number, String amount) {
        return filled(template, number, amount);
    }

    private static String filled(String template, String number, String amount) {
        return template.replace(NUMBER, number).replace(AMOUNT, amount);
    }
}
