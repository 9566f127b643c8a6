package org.taswiya.web.console.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.FindingReason;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.store.validation.SuspectFinding;
import org.taswiya.web.page.Frame;

/// What was found about a reading that waits, in the language of the page: the sentence of its reason with the values
/// that the books keep beside it. Empty where they keep the engine's own sentence alone.
final class SuspectWords {
    private final Frame frame;
    private final Unit unit;
    private final Map<String, Fraction> figures = new HashMap<>();

    private SuspectWords(Frame frame, Unit unit, SuspectFinding finding) {
        this.frame = frame;
        this.unit = unit;
        finding.figures().forEach((name, value) -> figures.put(name, fraction(value)));
    }

    /// @param unit that the register counts
    static Optional<String> of(Frame frame, Unit unit, SuspectFinding finding) {
        SuspectWords words = new SuspectWords(frame, unit, finding);
        return FindingReason.ofCode(finding.reason()).flatMap(words::of);
    }

    /// As `8999` or `31/7`.
    private static Fraction fraction(String kept) {
        int over = kept.indexOf('/');
        return over < 0
                ? Fraction.of(Long.parseLong(kept))
                : Fraction.of(Long.parseLong(kept.substring(0, over)), Long.parseLong(kept.substring(over + 1)));
    }

    /// Those with which a reading is refused are of none that waits.
    private Optional<String> of(FindingReason reason) {
        return Optional.ofNullable(
                switch (reason) {
                    case REVERSED -> said("reversed", "value", plain("value"), "later", plain("later"));
                    case DUPLICATE -> said("duplicate", "value", plain("value"), "known", plain("known"));
                    case NEGATIVE -> said("negative", "value", plain("value"), "before", plain("before"));
                    case ROLLOVER -> said("rollover", "before", plain("before"), "use", use("use"));
                    case UNRECORDED_EXCHANGE -> frame.text("suspect.found.unrecorded-exchange");
                    case OVER_ESTIMATE ->
                        said("over-estimate", "value", plain("value"), "estimated", plain("estimated"));
                    case MISREAD -> suggested();
                    case ZERO_USE ->
                        figures.containsKey("low")
                                ? said("zero-use-unexpected", "days", plain("days"), "low", use("low"))
                                : said("zero-use", "days", plain("days"));
                    case INACTIVE_USE -> said("inactive-use", "use", use("use"));
                    case HIGH_USE -> ofAverage("high-use");
                    case LOW_USE -> ofAverage("low-use");
                    case REFERENCE_ESTIMATED ->
                        said("reference-estimated", "estimated", plain("estimatedDays"), "days", plain("days"));
                    case SPIKE -> said("spike", "peak", use("peak"), "third", use("third"));
                    case YEAR_HIGH -> ofYears("year-high");
                    case YEAR_LOW -> ofYears("year-low");
                    case SUM ->
                        said(
                                "sum",
                                "sum",
                                figures.containsKey("bands") ? use("bands") : use("intervals"),
                                "use",
                                use("use"));
                    case MISSING_SIBLING -> said("missing-sibling", "missing", plain("missing"));
                    case PROLONGED_ESTIMATION ->
                        said("prolonged-estimation", "days", plain("days"), "estimates", plain("estimates"));
                    case UNIT, DIALS, DECIMALS, FUTURE, NOT_IN_PLACE -> null;
                });
    }

    private @Nullable String ofAverage(String text) {
        String used = use("use");
        String usual = use("usual");
        String limit = plain("limit");
        String days = plain("days");
        return days == null
                ? said(text, "use", used, "usual", usual, "limit", limit)
                : said(text + "-in-days", "use", used, "usual", usual, "limit", limit, "days", days);
    }

    private @Nullable String ofYears(String text) {
        return said(text, "year", use("year"), "mean", use("mean"), "limit", plain("limit"));
    }

    /// As the customer is asked.
    private @Nullable String suggested() {
        String shown = plain(ReadingFinding.SUGGESTED);
        return shown == null ? null : frame.text("reading.found.suggested", "value", shown);
    }

    private @Nullable String said(String text, @Nullable String... namesAndValues) {
        List<Object> values = new ArrayList<>();
        for (String each : namesAndValues) {
            if (each == null) {
                return null;
            }
            values.add(each);
        }
        return frame.text("suspect.found." + text, values.toArray());
    }

    /// As it is kept: what a dial shows, a number of days, a limit.
    private @Nullable String plain(String name) {
        Fraction value = figures.get(name);
        return value == null ? null : frame.figures().quantity(value);
    }

    private @Nullable String use(String name) {
        Fraction value = figures.get(name);
        return value == null ? null : frame.figures().usage(ReadingFinding.rounded(value), unit);
    }
}
