package org.taswiya.intake.greenbutton;

import java.util.Optional;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// The units of ESPI that are taken, and what one of each is in ours: exact by definition.
///
/// A therm is that of the United States, 105,480,400 J (Federal Register of 27 July 1968); a Btu is a hundred
/// thousandth of it, so that both bill the same. A cubic foot is 0.3048 m cubed, a gallon of the United States 231
/// cubic inches.
enum EspiUnit {
    JOULE(31, Unit.KILOWATT_HOUR, "1"),
    WATT_HOUR(72, Unit.KILOWATT_HOUR, "3600"),
    BTU(132, Unit.KILOWATT_HOUR, "1054.804"),
    THERM(169, Unit.KILOWATT_HOUR, "105480400"),
    CUBIC_METRE(42, Unit.CUBIC_METRE, "1"),
    CUBIC_METRE_UNCOMPENSATED(166, Unit.CUBIC_METRE, "1"),
    CUBIC_METRE_COMPENSATED(167, Unit.CUBIC_METRE, "1"),
    LITRE(134, Unit.CUBIC_METRE, "0.001"),
    LITRE_UNCOMPENSATED(156, Unit.CUBIC_METRE, "0.001"),
    LITRE_COMPENSATED(157, Unit.CUBIC_METRE, "0.001"),
    CUBIC_FOOT(119, Unit.CUBIC_METRE, "0.028316846592"),
    CUBIC_FOOT_COMPENSATED(120, Unit.CUBIC_METRE, "0.028316846592"),
    US_GALLON(128, Unit.CUBIC_METRE, "0.003785411784"),
    IMPERIAL_GALLON(130, Unit.CUBIC_METRE, "0.00454609");

    private static final long JOULES_OF_A_KILOWATT_HOUR = 3_600_000;

    private final int code;
    private final Unit unit;
    private final String size;

    /// @param size in J for energy, in m3 for volume
    EspiUnit(int code, Unit unit, String size) {
        this.code = code;
        this.unit = unit;
        this.size = size;
    }

    static Optional<EspiUnit> ofCode(long code) {
        for (EspiUnit unit : values()) {
            if (unit.code == code) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    Unit unit() {
        return unit;
    }

    /// How many of our units one is.
    Fraction factor() {
        Fraction one = Fraction.of(Decimal.parse(size));
        return (unit == Unit.KILOWATT_HOUR ? one.dividedBy(Fraction.of(JOULES_OF_A_KILOWATT_HOUR)) : one).reduced();
    }
}
