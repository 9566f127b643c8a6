package org.taswiya.run.sms;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.core.message.ReceiptState;

/// The text of a receipt (SMPP 3.4, appendix B): `id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…`. It
/// is up to each SMSC, so only what is needed is looked for, wherever it stands.
///
/// @param handle of the message; empty where none is named
/// @param said all but the customer's text
record SmppReceiptText(String handle, ReceiptState state, String said) {
    private static final Pattern ID = Pattern.compile("(?i)\\bid:(\\S+)");
    private static final Pattern STATE = Pattern.compile("(?i)\\bstat:(\\S+)");
    private static final Pattern TEXT = Pattern.compile("(?is)\\s*\\btext:.*");

    static SmppReceiptText of(String text) {
        String said = TEXT.matcher(text).replaceFirst("").strip();
        return new SmppReceiptText(first(ID, said), stateOf(first(STATE, said)), said);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static ReceiptState stateOf(String stated) {
        return switch (stated.toUpperCase(Locale.ROOT)) {
            case "DELIVRD" -> ReceiptState.DELIVERED;
            case "EXPIRED" -> ReceiptState.EXPIRED;
            case "UNDELIV", "DELETED", "REJECTD" -> ReceiptState.FAILED;
            case "ENROUTE", "ACCEPTD" -> ReceiptState.UNDERWAY;
            default -> ReceiptState.UNKNOWN;
        };
    }
}
