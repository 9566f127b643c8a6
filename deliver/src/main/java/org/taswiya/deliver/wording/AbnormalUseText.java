package org.taswiya.deliver.wording;

import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.UseAlarm;

/// What is told to somebody whose use is abnormal: what the meter showed, what may be behind it, and what to do.
public final class AbnormalUseText {
    private static final Fraction TEN = Fraction.of(10);

    private final Texts texts;
    private final Figures figures;
    private final DateRange range;
    private final Map<String, Fraction> values;
    private final Unit unit;

    private AbnormalUseText(DateRange range, Map<String, Fraction> values, Unit unit, Language language) {
        this.texts = Texts.of(language);
        this.figures = new Figures(language);
        this.range = range;
        this.values = values;
        this.unit = unit;
    }

    /// @param values of the alarm, by name
    /// @param unit in which the meter counts
    public static String of(
            UseAlarm.Kind kind, DateRange range, Map<String, Fraction> values, Unit unit, Language language) {
        AbnormalUseText of = new AbnormalUseText(range, values, unit, language);
        String shown = switch (kind) {
            case SURGE -> of.surge();
            case CONTINUOUS_FLOW -> of.flow();
        };
        return String.join(" ", shown, of.texts.text("abnormal.cause." + unit.symbol()), of.texts.text("abnormal.own"));
    }

    private String surge() {
        return texts.text(
                "abnormal.surge",
                "period",
                figures.periodInWords(range),
                "use",
                exact("use"),
                "days",
                figures.count("days", range.days()),
                "usual",
                rounded("usual"),
                "limit",
                rounded("limit"));
    }

    private String flow() {
        return texts.text(
                "abnormal.flow",
                "period",
                figures.periodInWords(range),
                "days",
                figures.count("days", range.days()),
                "smallest",
                exact("smallest"),
                "use",
                exact("use"));
    }

    /// What was found, for whoever decides whether the customer is told.
    ///
    /// @param values of the alarm, by name
    /// @param unit in which the meter counts
    public static String evidence(
            UseAlarm.Kind kind, DateRange range, Map<String, Fraction> values, Unit unit, Language language) {
        AbnormalUseText of = new AbnormalUseText(range, values, unit, language);
        String days = of.figures.count("days", range.days());
        return switch (kind) {
            case SURGE ->
                of.texts.text(
                        "abnormal.evidence.surge",
                        "use",
                        of.exact("use"),
                        "days",
                        days,
                        "usual",
                        of.rounded("usual"),
                        "limit",
                        of.rounded("limit"));
            case CONTINUOUS_FLOW ->
                of.texts.text(
                        "abnormal.evidence.flow",
                        "smallest",
                        of.exact("smallest"),
                        "days",
                        days,
                        "use",
                        of.exact("use"),
                        "limit",
                        of.exact("limit"));
        };
    }

    private Fraction value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /// What a dial has shown ends after a few decimals.
    private String exact(String name) {
        return figures.usage(value(name).toDecimal(Decimal.SCALE_MAX), unit);
    }

    /// What is computed is told as people speak of it: in whole units, or tenths where it is little.
    private String rounded(String name) {
        Fraction value = value(name);
        int decimals = value.compareTo(TEN) < 0 ? 1 : 0;
        return figures.usage(value.round(decimals, RoundingMode.HALF_UP), unit);
    }
}
