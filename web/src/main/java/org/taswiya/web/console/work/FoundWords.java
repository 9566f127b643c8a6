package org.taswiya.web.console.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldFigures.Figure;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.store.run.Withheld;
import org.taswiya.web.page.Frame;

/// What was found about a bill that waits, in the language of the page: the sentence of its reason with the values
/// that the books keep beside it. Empty where they keep the engine's own sentence alone, as of what was held before the
/// values were kept.
public final class FoundWords {
    private FoundWords() {}

    public static Optional<String> of(Frame frame, Withheld.Reason cause) {
        Optional<HoldReason> reason = HoldReason.ofCode(cause.code());
        return reason.isEmpty() ? Optional.empty() : of(frame, reason.get(), cause);
    }

    private static Optional<String> of(Frame frame, HoldReason reason, Withheld.Reason cause) {
        return switch (reason) {
            case READING_LOWER -> said(frame, cause, "reading-lower", "value", "at", "before", "since");
            case BILLED_GAP -> said(frame, cause, "billed-gap", "from", "to");
            case BILLED_OVERLAP -> said(frame, cause, "billed-overlap", "from", "before");
            case NO_ACTUAL_READING ->
                said(frame, cause, "not-closed", "ended").or(() -> said(frame, cause, "no-actual-reading"));
            case UNRECORDED_EXCHANGE -> said(frame, cause, "unrecorded-exchange", "since");
            case OTHER_UNIT -> said(frame, cause, "other-unit", "unit", "tariff", "priced");
            case NOT_COUNTED ->
                said(frame, cause, "not-told", "tariff", "asked", "from")
                        .or(() -> said(frame, cause, "not-priced", "tariff", "band"))
                        .or(() -> said(frame, cause, "not-alike", "from", "to", "counted", "read"))
                        .or(() -> said(frame, cause, "no-calendar", "calendarFor"))
                        .or(() -> said(frame, cause, "no-lamps", "lampsOn"))
                        .or(() -> said(frame, cause, "no-hours", "regime", "from"))
                        .or(() -> said(frame, cause, "lamps-and-meter", "meter"))
                        .or(() -> said(frame, cause, "nothing-counts", "unmetered"))
                        .or(() -> said(frame, cause, "taken-away", "takenFrom", "since"))
                        .or(() -> said(frame, cause, "not-counted", "tariff"));
            case IMPLAUSIBLE_USAGE ->
                said(frame, cause, "beyond-dial", "value", "dial")
                        .or(() -> said(frame, cause, "implausible-usage", "from", "to", "most"));
            case TOO_MANY_ESTIMATES -> said(frame, cause, "too-many-estimates", "bills", "most");
            case NO_ESTIMATE -> said(frame, cause, "no-estimate", "from", "to");
            case OUTSIDE_VERSIONS -> said(frame, cause, "outside-versions", "tariff", "from", "to");
            case ABOVE_USUAL -> said(frame, cause, "above-usual", "bill", "multiple", "usual");
            case LARGE_TRUE_UP -> said(frame, cause, "large-true-up", "charged", "most");
            case LARGE_CREDIT -> said(frame, cause, "large-credit", "credited", "most");
            case ZERO_BILL -> said(frame, cause, "zero-bill");
            case LARGE_BILL -> said(frame, cause, "large-bill", "bill", "most");
            case ESTIMATED_OFTEN -> said(frame, cause, "estimated-often", "bills");
            case MISSING_SERVICE -> said(frame, cause, "missing-service", "agreements");
        };
    }

    /// @param text of the texts `held.found.`
    private static Optional<String> said(Frame frame, Withheld.Reason cause, String text, String... names) {
        return said(frame, cause.figures(), "held.found." + text, names);
    }

    /// A sentence with its values.
    ///
    /// @param names of the values in it; empty where one of them is not kept
    static Optional<String> said(Frame frame, HoldFigures figures, String text, String... names) {
        List<Object> values = new ArrayList<>();
        for (String name : names) {
            Figure figure = figures.all().get(name);
            if (figure == null) {
                return Optional.empty();
            }
            values.add(name);
            values.add(shown(frame.figures(), figure));
        }
        return Optional.of(frame.text(text, values.toArray()));
    }

    private static String shown(Figures figures, Figure figure) {
        return switch (figure) {
            case Figure.Day(var day) -> figures.date(day);
            case Figure.Quantity(var number) -> figures.quantity(number);
            case Figure.Amount(var amount) -> figures.money(amount);
            case Figure.Names(var names) ->
                figures.isolated(String.join(
                        ", ",
                        names.stream()
                                .map(one ->
                                        Unit.ofSymbol(one).map(figures::unit).orElse(one))
                                .toList()));
        };
    }
}
