package org.taswiya.deliver.document;

/// Lays compact JSON out for a clerk to read, always in the same way.
///
/// What holds neither an object nor a list stands on one line, as far as it fits; everything else has a line for each
/// of its parts. Nothing but spaces and line feeds is added.
final class JsonLayout {

    private static final int ROW_LENGTH_MAX = 300;
    private static final String INDENT = "  ";

    private final String json;
    private final StringBuilder out;
    private int at;

    private JsonLayout(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length() * 3 / 2);
    }

    /// @param json one compact value, without a space between its parts
    static String of(String json) {
        JsonLayout layout = new JsonLayout(json);
        layout.value(0);
        layout.out.append('\n');
        return layout.out.toString();
    }

    private void value(int depth) {
        switch (json.charAt(at)) {
            case '{', '[' -> container(depth);
            case '"' -> copy(endOfText(at));
            default -> copy(endOfWord(at));
        }
    }

    private void container(int depth) {
        int end = endOfFlat(at);
        if (end > 0 && end - at <= ROW_LENGTH_MAX) {
            row(end);
            return;
        }
        copy(at + 1);
        int inner = depth + 1;
        while (json.charAt(at) != '}' && json.charAt(at) != ']') {
            newLine(inner);
            if (json.charAt(at) == '"' && json.charAt(endOfText(at)) == ':') {
                copy(endOfText(at) + 1);
                out.append(' ');
            }
            value(inner);
            if (json.charAt(at) == ',') {
                copy(at + 1);
            }
        }
        newLine(depth);
        copy(at + 1);
    }

    /// Copies a container that holds no other, a space after every comma and colon.
    private void row(int end) {
        while (at < end) {
            char c = json.charAt(at);
            copy(c == '"' ? endOfText(at) : at + 1);
            if (c == ',' || c == ':') {
                out.append(' ');
            }
        }
    }

    /// Where the container at `start` ends when it holds no other; zero when it does.
    private int endOfFlat(int start) {
        int i = start + 1;
        while (true) {
            switch (json.charAt(i)) {
                case '"' -> i = endOfText(i);
                case '{', '[' -> {
                    return 0;
                }
                case '}', ']' -> {
                    return i + 1;
                }
                default -> i++;
            }
        }
    }

    private int endOfText(int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private int endOfWord(int start) {
        int i = start;
        while (i < json.length() && ",]}".indexOf(json.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private void copy(int end) {
        out.append(json, at, end);
        at = end;
    }

    private void newLine(int depth) {
        out.append('\n').repeat(INDENT, depth);
    }
}
