package org.taswiya.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;

/// What is known besides dials, at every edge.
final class SampleAskedFor {
    private static final LocalDate DAY = LocalDate.of(2020, 5, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(1912, 3, 30);
    private static final Decimal FINE = new Decimal(1, 18);
    private static final Decimal LARGE = new Decimal(-999_999_999_999_999_999L, 0);

    private SampleAskedFor() {}

    static AskedFor full(List<Usage> history) {
        return new AskedFor(
                List.of(
                        new AgreementFact(Determinant.PERSONS, LONG_AGO, Decimal.of(4)),
                        new AgreementFact(Determinant.PERSONS, DAY, FINE),
                        new AgreementFact(Determinant.SOCIAL_TARIFF, DAY, Decimal.ZERO)),
                List.of(
                        new CountedDay(DAY, new TreeMap<>(Map.of("ذروة", counted(), "low", none()))),
                        new CountedDay(DAY.plusDays(1), new TreeMap<>())),
                List.of(bare(), full("peak", history)));
    }

    private static CountedDay.Band counted() {
        return new CountedDay.Band(LARGE, new Demand(Instant.parse("1912-03-30T00:30:00Z"), 900, FINE), 3);
    }

    private static CountedDay.Band none() {
        return new CountedDay.Band(Decimal.ZERO, null, 0);
    }

    private static BandRegister bare() {
        return new BandRegister("low", Register.simple(Unit.KILOWATT_HOUR), List.of(), List.of(), List.of());
    }

    private static BandRegister full(String band, List<Usage> history) {
        return new BandRegister(
                band,
                new Register(12, 6, FINE, Unit.CUBIC_METRE),
                List.of(new CustomerReading(LONG_AGO, FINE, "هاتف")),
                List.of(new MeterExchange(DAY, LARGE, FINE)),
                history);
    }
}
