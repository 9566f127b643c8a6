package org.taswiya.deliver.type;

import java.util.ArrayList;
import java.util.List;

/// Where lines may break: at spaces, but not after a number, whose unit goes with it, nor before a French sign.
final class LineBreaks {
    private static final char END_OF_ISOLATE = '\u2069';
    private static final String SIGNS = ":;?!»";

    private LineBreaks() {}

    /// What stays together, in order.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int at = text.indexOf(' ');
        while (at >= 0) {
            int next = at;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            if (!isHeldBefore(text, at) && (next == text.length() || SIGNS.indexOf(text.charAt(next)) < 0)) {
                words.add(text.substring(start, at));
                start = next;
            }
            at = text.indexOf(' ', next);
        }
        words.add(text.substring(start));
        return words;
    }

    private static boolean isHeldBefore(String text, int at) {
        if (at == 0) {
            return false;
        }
        char last = text.charAt(at - 1);
        boolean isIsolated = last == END_OF_ISOLATE && at > 1;
        return last == '«' || isDigit(last) || isIsolated && isDigit(text.charAt(at - 2));
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }
}
