package org.taswiya.intake.source;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.feed.FeedFlow;

/// What a row of [FeedRows] says, once the mapping has told whose it is.
final class FeedDayShape {
    private final SourceMapping mapping;
    private final RowFields fields;

    FeedDayShape(SourceMapping mapping, RowFields fields) {
        this.mapping = mapping;
        this.fields = fields;
    }

    SourceRow row() {
        String fault = fields.text(SourceField.FAULT);
        if (!fault.isEmpty()) {
            throw new RowFields.Refusal(RowReason.FEED_FAULT, fault, fields.text(SourceField.FOUND));
        }
        SourceField named = mapping.columns().containsKey(SourceField.SERIAL) ? SourceField.SERIAL : SourceField.POINT;
        String ours = ours(named);
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.date(SourceField.TO);
        if (!to.isAfter(from)) {
            throw fields.refusal(
                    RowReason.BAD_RECORD, SourceField.TO, "found " + to + ", expected a day after " + from);
        }
        if (!fields.required(SourceField.COMPLETE).equals("true")) {
            String days = to.equals(from.plusDays(1)) ? "" + from : from + " to " + to.minusDays(1);
            throw fields.refusal(
                    RowReason.INCOMPLETE_DAY, SourceField.COMPLETE, "the intervals that stand do not cover " + days);
        }
        Fraction quantity = quantity();
        return new SourceRow.FeedDayRow(
                named == SourceField.POINT ? ours : null,
                named == SourceField.SERIAL ? ours : null,
                fields.choice(SourceField.UNIT, Unit::ofSymbol, "kWh or m3"),
                DateRange.of(from, to),
                quantity,
                fields.choice(SourceField.KIND, FeedDayShape::quality, "actual, customer or estimated"),
                leastHour(quantity),
                mapping.name());
    }

    /// The mapping names a register before it names its point.
    private String ours(SourceField named) {
        String point = fields.reference(named);
        String register = fields.reference(SourceField.REGISTER);
        String hours = fields.referenceOrNull(SourceField.TIME_OF_USE);
        SourceColumn column = mapping.columns().get(named);
        Map<String, String> points = column == null ? Map.of() : column.codes();
        String name = point + " " + register + (hours == null ? "" : " " + hours);
        @Nullable String ofRegister = points.get(name);
        if (ofRegister != null) {
            return ofRegister;
        }
        String flow = fields.required(SourceField.FLOW);
        boolean isFirst = fields.required(SourceField.AMONG).equals("1");
        if (!flow.equals(FeedFlow.DELIVERED.code()) || hours != null || !isFirst) {
            String what =
                    hours != null ? "counts hours " + hours : isFirst ? "is " + flow : "is not the first of its point";
            throw fields.refusal(
                    RowReason.OTHER_REGISTER,
                    SourceField.REGISTER,
                    "'" + name + "' " + what + ", and the mapping has no point for it");
        }
        return points.getOrDefault(point, point);
    }

    private Fraction quantity() {
        String text = fields.required(SourceField.QUANTITY);
        Fraction quantity = ExactText.read(text)
                .orElseThrow(() -> fields.refusal(
                        RowReason.BAD_NUMBER,
                        SourceField.QUANTITY,
                        "found " + text + ", expected a number such as 12.5 or 29 2701/9000"));
        if (quantity.signum() < 0) {
            throw fields.refusal(RowReason.NEGATIVE, SourceField.QUANTITY, "found " + text + ", expected zero or more");
        }
        return quantity;
    }

    private @Nullable Fraction leastHour(Fraction quantity) {
        String text = fields.text(SourceField.LEAST_HOUR);
        if (text.isEmpty()) {
            return null;
        }
        Fraction least = ExactText.read(text).orElse(null);
        if (least == null || least.signum() < 0 || least.compareTo(quantity) > 0) {
            throw fields.refusal(
                    RowReason.BAD_NUMBER,
                    SourceField.LEAST_HOUR,
                    "found " + text + ", expected nothing, or from zero to the quantity of the day");
        }
        return least;
    }

    private static Optional<UsageQuality> quality(String code) {
        return Arrays.stream(UsageQuality.values())
                .filter(quality -> quality.code().equals(code))
                .findFirst();
    }
}
