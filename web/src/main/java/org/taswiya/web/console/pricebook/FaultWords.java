package org.taswiya.web.console.pricebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.intake.yaml.Finding;
import org.taswiya.run.desk.BookCheck.Note;
import org.taswiya.web.page.Frame;

/// What is wrong with a price book, in the language of the reader. Names and figures of the book stand as they are in
/// it; so does what has no words of its own here.
public final class FaultWords {
    /// What a missing field is expected to be begins with its name, which was just said.
    private static final Pattern NAMED = Pattern.compile("'[^']+'(?:, | with )(.+)");

    private static final String MISSING = "no field '";

    /// Each with the texts `fault.found.` of its name.
    private static final List<Shape> FOUND = List.of(
            shape("missing", "no (?:field )?'([^']+)'(?: in 'determinants')?"),
            shape("unknown", "the unknown field '(.+)'"),
            shape("tax-class", "the unknown tax class '(.+)'"),
            shape("index", "the unknown index '(.+)'"),
            shape("again", "'(.+)' a second time"),
            shape("other-kind", "'(.+)' on a (?:component|tax) of another kind"),
            shape("beside", "'(.+)' beside '?([^']+)'?"),
            shape("list", "a list"),
            shape("fields", "fields"),
            shape("nothing", "nothing"),
            shape("empty-list", "an empty list"),
            shape("empty-file", "an empty file"),
            shape("no-text", "bytes that are no text in UTF-8"),
            shape("yaml", "YAML that cannot be read \\((.*)\\)"),
            shape("items", "(\\d+) items in '(.+)'"),
            shape("open-block", "an open block before the last"),
            shape("closed-block", "a last block with an end"),
            shape("open-tolerance", "a tolerance on the open block"),
            shape("no-version", "no version from (\\S+) to (\\S+)"),
            shape("overlap", "a version from (\\S+) that overlaps the one from (\\S+)"),
            shape("two-versions", "two versions from (\\S+) to (\\S+)"),
            shape("no-figure", "no expected figure"),
            shape("one-usage", "one usage"),
            shape("follows", "'(.+)', which has no blocks in this version"),
            shape("example", "(.+ = \\S+) in example '(.+)'"),
            shape("outside", "(.+), outside (.+)"));

    /// Each with the texts `fault.expected.` of its name.
    private static final List<Shape> EXPECTED = List.of(
            shape("zero-or-more", "a (?:number|plain decimal) zero or more(?:, without (?:quotes|exponent))?"),
            shape("above-zero", "a (?:number|plain decimal) above zero(?:, without (?:quotes|exponent))?"),
            shape("share", "a (?:number|plain decimal) between 0 and 1, such as (\\S+?)(?:, without .+)?"),
            shape("part", "a (?:number|plain decimal) above 0 and up to 1, such as (\\S+?)(?:, without .+)?"),
            shape("number", "a (?:number|plain decimal) .+"),
            shape("digits", "at most nine digits on each side of the point"),
            shape("one-of", "one of ([^;]+)"),
            shape("one-of-them", "one of them"),
            shape("only", "of such fields only (.+)"),
            shape("text", "some text"),
            shape("whole", "a whole number from (\\d+) to (\\d+)"),
            shape("date", "a date of the calendar such as (\\S+)|a date such as (\\S+)"),
            shape("month", "a month such as (\\S+)"),
            shape("list", "a list, each item (.+)"),
            shape("most", "at most (\\d+)"),
            shape("fields", "the fields of (.+)"),
            shape("field-once", "each field once \\(first on line (\\d+)\\)"),
            shape("once", "each (?:component|class|index|stage) once.*"),
            shape("after", "a day after (\\S+?)(?:,? .*)?"),
            shape("block-above", "a bound above (\\S+)"),
            shape("block-least", "a bound of at least (\\S+)"),
            shape("open-last", "the last block open, without upTo"),
            shape("bound", "'upTo', the block's upper bound"),
            shape("tolerance", "a tolerance only beside upTo"),
            shape("file", "a text file, saved as UTF-8"),
            shape("yaml", "well-formed YAML"),
            shape("entries", "fields such as '(.+)'"),
            shape("inside", "a period inside the versions of this book"),
            shape("in-order", "versions in order, each beginning after the one before"),
            shape("demand", "the highest demand of the period, for this book charges it"),
            shape("of-bands", "that of each time band, (.+)"),
            shape("blocks-code", "the code of a component of kind blocks"),
            shape("days", "days from (\\S+)"),
            shape("days-to", "days from (\\S+) to (\\S+)"),
            shape("figures", "at least (.+)"));

    private FaultWords() {}

    private record Shape(String name, Pattern pattern) {
        Optional<String> in(String kind, String english, Frame frame) {
            Matcher matcher = pattern.matcher(english);
            return matcher.matches()
                    ? Optional.of(frame.text(
                            "fault." + kind + "." + name,
                            "first",
                            group(matcher, 1, frame),
                            "second",
                            group(matcher, 2, frame)))
                    : Optional.empty();
        }

        private static String group(Matcher matcher, int number, Frame frame) {
            String group = number > matcher.groupCount() ? null : matcher.group(number);
            return group == null ? "" : frame.figures().isolated(group);
        }
    }

    private static Shape shape(String name, String pattern) {
        return new Shape(name, Pattern.compile(pattern));
    }

    /// The whole sentence.
    public static String of(Note note, Frame frame) {
        Finding finding = note.finding();
        return finding == null ? frame.figures().isolated(note.words()) : of(finding, frame);
    }

    private static String of(Finding finding, Frame frame) {
        return frame.text(
                "fault.found-expected",
                "found",
                words("found", FOUND, finding.found(), frame),
                "expected",
                words("expected", EXPECTED, expected(finding), frame));
    }

    private static String expected(Finding finding) {
        Matcher named = NAMED.matcher(finding.expected());
        return finding.found().startsWith(MISSING) && named.matches() ? named.group(1) : finding.expected();
    }

    private static String words(String kind, List<Shape> shapes, String english, Frame frame) {
        return shapes.stream()
                .flatMap(shape -> shape.in(kind, english, frame).stream())
                .findFirst()
                .orElseGet(() -> frame.figures().isolated(english));
    }
}
