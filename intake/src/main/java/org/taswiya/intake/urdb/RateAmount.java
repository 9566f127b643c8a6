package org.taswiya.intake.urdb;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.intake.json.Quoted;

/// An amount of time, such as a fixed charge.
///
/// @param name of the field that tells it
/// @param field as the record writes it
record RateAmount(Decimal value, ChargedPer per, String name, String field) {
    private static final Fraction MONTHS = Fraction.of(12);

    /// An amount with its unit, or by the name that it had in records of former years; null where there is neither.
    ///
    /// @param units the field that tells its unit
    /// @param formerName under which it is an amount a month
    static @Nullable RateAmount read(RecordFields fields, String name, String units, String formerName) {
        fields.use(name, RateField.Use.PRICED, "");
        fields.use(units, fields.has(name) ? RateField.Use.PRICED : RateField.Use.INFORMATION, "");
        fields.use(formerName, RateField.Use.PRICED, "");
        Optional<Decimal> former = fields.amount(formerName);
        ChargedPer per = per(fields, units);
        Optional<Decimal> now = fields.amount(name);
        if (now.isPresent() && former.isPresent()) {
            fields.use(formerName, RateField.Use.INFORMATION, "");
            if (!isSame(now.get(), per, former.get())) {
                fields.fault(
                        fields.written(formerName),
                        former.get() + " a month",
                        "the same as " + fields.written(name) + ", " + now.get() + " a "
                                + per.unit().symbol());
            }
        }
        return now.map(value -> new RateAmount(value, per, name, fields.written(name)))
                .or(() -> former.map(
                        value -> new RateAmount(value, ChargedPer.MONTH, formerName, fields.written(formerName))))
                .orElse(null);
    }

    /// Whether an amount is so much a month, or zero beside it: a former field that nobody fills any more.
    private static boolean isSame(Decimal amount, ChargedPer per, Decimal aMonth) {
        boolean isAsMuch = switch (per) {
            case MONTH -> amount.equals(aMonth);
            case YEAR -> Fraction.of(amount).equals(Fraction.of(aMonth).times(MONTHS));
            case DAY -> false;
        };
        return isAsMuch || aMonth.isZero();
    }

    private static ChargedPer per(RecordFields fields, String units) {
        String text = fields.word(units, "$/day, $/month or $/year").orElse("$/month");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "$/month" -> ChargedPer.MONTH;
            case "$/day" -> ChargedPer.DAY;
            case "$/year" -> ChargedPer.YEAR;
            default -> {
                fields.fault(fields.written(units), "the text " + Quoted.of(text), "$/day, $/month or $/year");
                yield ChargedPer.MONTH;
            }
        };
    }
}
