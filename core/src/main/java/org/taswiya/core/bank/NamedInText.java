package org.taswiya.core.bank;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.core.billing.BillNumber;

/// The customer accounts and bills that a payer names, in whatever form people and banks write them: ten digits, in
/// groups of 4, 3 and 3 as printed or in one, with spaces, hyphens, points or slashes between, in Arabic digits or
/// ours; behind those of a bill its two letters, which must fit.
///
/// A name that a bank has broken over two lines is found too, where the lines by themselves have none. Ten digits that
/// are something else, such as a telephone number, are found as an account: whether it exists the books know.
///
/// @param accounts in the order in which they stand
/// @param bills in the order in which they stand
public record NamedInText(List<String> accounts, List<BillNumber> bills) {
    private static final String BETWEEN = "[ \\-./]?";
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Z])([0-9]{4})" + BETWEEN + "([0-9]{3})" + BETWEEN
            + "([0-9]{3})(?![0-9])(?:(" + BETWEEN + ")([A-Z]{2})(?![A-Z0-9]))?");

    public NamedInText {
        accounts = List.copyOf(accounts);
        bills = List.copyOf(bills);
    }

    public static NamedInText of(String text) {
        String plain = plain(text);
        NamedInText inLines = find(plain);
        return inLines.isEmpty() ? find(plain.replace("\n", "")) : inLines;
    }

    public boolean isEmpty() {
        return accounts.isEmpty() && bills.isEmpty();
    }

    private static NamedInText find(String plain) {
        Set<String> accounts = new LinkedHashSet<>();
        Set<BillNumber> bills = new LinkedHashSet<>();
        Matcher number = NUMBER.matcher(plain);
        while (number.find()) {
            String digits = number.group(1) + number.group(2) + number.group(3);
            String letters = number.group(5);
            BillNumber bill =
                    letters == null ? null : BillNumber.parse(digits + letters).orElse(null);
            if (bill != null) {
                bills.add(bill);
            } else if (letters == null || !number.group(4).isEmpty()) {
                accounts.add(digits); // letters right behind digits that do not fit are a mistyped bill, and no account
            }
        }
        return new NamedInText(List.copyOf(accounts), List.copyOf(bills));
    }

    /// Capital letters without marks, digits from 0 to 9, plain spaces and hyphens.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).chars().forEach(c -> {
            if (Character.getType(c) == Character.FORMAT) {
                return; // marks that turn the direction of writing
            }
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (c != '\n' && (Character.isSpaceChar(c) || Character.isWhitespace(c))) {
                plain.append(' ');
            } else if (Character.getType(c) == Character.DASH_PUNCTUATION) {
                plain.append('-');
            } else {
                plain.append((char) c);
            }
        });
        return plain.toString().toUpperCase(Locale.ROOT).replaceAll(" +", " ");
    }
}
