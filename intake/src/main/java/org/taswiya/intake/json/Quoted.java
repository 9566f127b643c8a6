package org.taswiya.intake.json;

/// Foreign text inside a message: quoted, and short whatever was sent.
public final class Quoted {
    private static final int LENGTH_MAX = 60;

    private Quoted() {}

    public static String of(String text) {
        return "'" + shortened(text) + "'";
    }

    static String shortened(String text) {
        if (text.length() <= LENGTH_MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }
}
