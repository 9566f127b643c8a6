package org.taswiya.cli.demo;

/// How a terminal shows what matters: one accent colour, strong, faint; or nothing of it.
enum Look {
    PLAIN,
    COLOURED;

    private static final String ESCAPE = "\u001B[";
    private static final String SAFFRON = ESCAPE + "38;5;172m";
    private static final String STRONG = ESCAPE + "1m";
    private static final String FAINT = ESCAPE + "2m";
    private static final String OFF = ESCAPE + "0m";

    String accent(String text) {
        return dressed(SAFFRON, text);
    }

    String strong(String text) {
        return dressed(STRONG, text);
    }

    String faint(String text) {
        return dressed(FAINT, text);
    }

    private String dressed(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> code + text + OFF;
        };
    }
}
