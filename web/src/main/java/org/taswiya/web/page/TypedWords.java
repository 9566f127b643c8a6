package org.taswiya.web.page;

import java.util.regex.Pattern;

/// Sentences as people type them into a form.
public final class TypedWords {
    private static final Pattern MARKS = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\u202A-\u202E\u2066-\u2069]");

    /// Signs that nobody sees, such as a joiner: among others they belong to the words, alone they are none.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\s\\p{Z}]*");

    private TypedWords() {}

    /// Without what would turn or cut the text around them; empty where nothing of it can be seen.
    public static String plain(String typed) {
        String plain =
                MARKS.matcher(typed.replace("\r\n", "\n")).replaceAll(" ").strip();
        return UNSEEN.matcher(plain).matches() ? "" : plain;
    }
}
