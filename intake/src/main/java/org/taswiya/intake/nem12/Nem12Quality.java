package org.taswiya.intake.nem12;

import java.util.regex.Pattern;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.json.Quoted;

/// How the values of a day are known: a letter, and for what nobody read the number of the method.
enum Nem12Quality {
    ACTUAL,
    ESTIMATED,
    /// There is no value.
    NULL,
    /// It varies; the 400 records tell.
    VARIABLE;

    private static final Pattern TEXT = Pattern.compile("[AEFNSV][0-9]{0,2}");
    private static final Pattern METHOD = Pattern.compile("[1-7][0-9]");

    /// Whether a field looks like a quality at all, right or wrong: then it is no value.
    static boolean isMeant(String text) {
        return TEXT.matcher(text).matches();
    }

    static Nem12Quality of(String text, long line) {
        boolean hasMethod =
                text.length() > 1 && METHOD.matcher(text.substring(1)).matches();
        boolean isBare = text.length() == 1;
        Nem12Quality quality = switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 'A' -> isBare ? ACTUAL : null;
            case 'N' -> isBare || hasMethod ? NULL : null;
            case 'V' -> isBare ? VARIABLE : null;
            case 'E', 'F', 'S' -> hasMethod ? ESTIMATED : null;
            default -> null;
        };
        if (quality == null) {
            throw new FeedRefused(
                    line,
                    FeedFault.BAD_QUALITY,
                    "found the quality " + Quoted.of(text) + ", expected A, N, V, or E, F or S with a method such as"
                            + " S14");
        }
        return quality;
    }

    /// What it is to the rules; a substitute, final or not, was read by nobody.
    UsageQuality known() {
        return this == ACTUAL ? UsageQuality.ACTUAL : UsageQuality.ESTIMATED;
    }
}
