package org.taswiya.cli.demo;

/// Why a meter of a file takes no part in the story.
enum LeftOut {
    NOTHING_IN_GAP("nothing known in the gap"),
    HOLE_IN_GAP("a hole in the gap"),
    NO_HISTORY("nothing known before the gap"),
    NOT_DRAWN("usable, not drawn: --accounts takes more");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
