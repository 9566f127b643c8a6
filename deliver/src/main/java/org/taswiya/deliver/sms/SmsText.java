package org.taswiya.deliver.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The text of a text message.
public record SmsText(String text) {
    /// Their count has one octet in the header of each.
    private static final int SEGMENTS_MOST = 255;

    /// Marks of direction that paper and pages need; a telephone shows them as boxes, and one makes the whole UCS-2.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\t]+");
    private static final Pattern HYPHENS = Pattern.compile("[\u2010-\u2015\u2212]");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019]");
    private static final Pattern QUOTATION_MARKS = Pattern.compile("[\u201C\u201D\u00AB\u00BB]");

    public SmsText {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a text message without a text");
        }
    }

    /// A text as a telephone shows it: fine typography, which may cost a second and a third segment, becomes plain.
    /// Letters stay as they are.
    public static SmsText plain(String text) {
        String plain = INVISIBLE.matcher(text).replaceAll("");
        plain = SPACES.matcher(plain).replaceAll(" ");
        plain = HYPHENS.matcher(plain).replaceAll("-");
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        plain = QUOTATION_MARKS.matcher(plain).replaceAll("\"");
        return new SmsText(plain.replace("…", "...").strip());
    }

    public Coding coding() {
        return Coding.of(text);
    }

    /// What goes over the air piece by piece; joined, they are the text.
    public List<String> segments() {
        Coding coding = coding();
        if (text.codePoints().map(coding::units).sum() <= coding.whole()) {
            return List.of(text);
        }
        List<String> segments = new ArrayList<>();
        int begin = 0;
        int units = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int more = coding.units(text.codePointAt(at));
            if (units + more > coding.part()) {
                segments.add(text.substring(begin, at));
                begin = at;
                units = 0;
            }
            units += more;
        }
        segments.add(text.substring(begin));
        if (segments.size() > SEGMENTS_MOST) {
            throw new IllegalStateException(
                    "a text message of " + segments.size() + " segments; at most " + SEGMENTS_MOST + " have a number");
        }
        return segments;
    }
}
