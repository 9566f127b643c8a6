package org.taswiya.intake.source;

import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.lighting.LightingCalendarParser;

/// What the fields of a row are that tells of lamps without a meter.
final class LampShape {
    private static final int COUNT_MAX = 9_999_999;
    private static final Decimal WATTS_MAX = Decimal.of(1_000_000);
    private static final int DECIMALS_MAX = 3;

    private final RowFields fields;

    LampShape(RowFields fields) {
        this.fields = fields;
    }

    SourceRow row() {
        Integer count = fields.wholeOrNull(SourceField.COUNT, 0, COUNT_MAX);
        if (count == null) {
            throw fields.refusal(RowReason.MISSING_FIELD, SourceField.COUNT, "no number of lamps is there");
        }
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.dateOrNull(SourceField.TO);
        fields.requireOrder(SourceField.TO, from.plusDays(1), to);
        Decimal losses = fields.shownOrNull(SourceField.LOSSES);
        LampGroup lamps = new LampGroup(
                fields.required(SourceField.PLACE),
                fields.required(SourceField.TYPE),
                count,
                watts(),
                losses == null ? Decimal.ZERO : bounded(SourceField.LOSSES, losses),
                from,
                to,
                fields.choice(SourceField.REGIME, LampShape::regime, "a name such as all-night"));
        return new SourceRow.LampGroupRow(fields.reference(SourceField.AGREEMENT_REFERENCE), lamps);
    }

    private Decimal watts() {
        Decimal watts = bounded(SourceField.WATTS, fields.shown(SourceField.WATTS));
        if (watts.isZero()) {
            throw fields.refusal(RowReason.BAD_NUMBER, SourceField.WATTS, "found 0, expected watts above zero");
        }
        return watts;
    }

    private Decimal bounded(SourceField field, Decimal watts) {
        if (watts.compareTo(WATTS_MAX) > 0 || watts.scale() > DECIMALS_MAX) {
            throw fields.refusal(
                    RowReason.BAD_NUMBER,
                    field,
                    "found " + watts + ", expected watts up to " + WATTS_MAX + " with at most " + DECIMALS_MAX
                            + " decimals");
        }
        return watts;
    }

    private static Optional<String> regime(String code) {
        return LightingCalendarParser.isRegime(code) ? Optional.of(code) : Optional.empty();
    }
}
