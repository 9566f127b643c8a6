package org.taswiya.intake.json;

/// Foreign text inside a message: quoted, short whatever was sent, and nothing that a terminal would obey.
public final class Quoted {
    private static final int LENGTH_MAX = 60;

    private Quoted() {}

    public static String of(String text) {
        return "'" + shortened(text) + "'";
    }

    static String shortened(String text) {
        if (text.length() <= LENGTH_MAX) {
            return visible(text);
        }
        int end = Character.isHighSurrogate(text.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
        return visible(text.substring(0, end)) + "... (" + text.length() + " characters)";
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                visible.append(String.format("\\u%04x", c));
            } else {
                visible.append((char) c);
            }
        });
        return visible.toString();
    }
}
