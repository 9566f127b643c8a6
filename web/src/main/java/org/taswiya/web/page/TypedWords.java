package org.taswiya.web.page;

import java.util.regex.Pattern;

/// Sentences as people type them into a form.
public final class TypedWords {
    private static final Pattern MARKS = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\u202A-\u202E\u2066-\u2069]");

    private TypedWords() {}

    /// Without what would turn or cut the text around them.
    public static String plain(String typed) {
        return MARKS.matcher(typed.replace("\r\n", "\n")).replaceAll(" ").strip();
    }
}
