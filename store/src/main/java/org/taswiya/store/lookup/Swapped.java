package org.taswiya.store.lookup;

import java.util.ArrayList;
import java.util.List;

/// What somebody may have meant whose fingers were too quick: two letters beside each other have changed places, or a
/// letter and the blank beside it.
final class Swapped {
    /// Longer than most names; each is asked for.
    private static final int MOST = 40;

    private Swapped() {}

    /// Each differs in one place from what was typed.
    ///
    /// @param typed with one blank between words
    static List<String> of(String typed) {
        List<String> meant = new ArrayList<>();
        for (int at = 0; at + 1 < typed.length() && meant.size() < MOST; at++) {
            char first = typed.charAt(at);
            char second = typed.charAt(at + 1);
            if (first != second && !Character.isSurrogate(first) && !Character.isSurrogate(second)) {
                meant.add(typed.substring(0, at) + second + first + typed.substring(at + 2));
            }
        }
        return meant;
    }
}
