package org.taswiya.cli.terminal;

/// How a terminal shows what matters: one accent colour, strong, faint; or nothing of it.
public enum Look {
    PLAIN,
    COLOURED;

    private static final String ESCAPE = "\u001B[";
    private static final String SAFFRON = ESCAPE + "38;5;172m";
    private static final String STRONG = ESCAPE + "1m";
    private static final String FAINT = ESCAPE + "2m";
    private static final String OFF = ESCAPE + "0m";

    public String accent(String text) {
        return dressed(SAFFRON, text);
    }

    public String strong(String text) {
        return dressed(STRONG, text);
    }

    public String faint(String text) {
        return dressed(FAINT, text);
    }

    private String dressed(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> code + text + OFF;
        };
    }
}
