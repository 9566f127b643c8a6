package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// A register that is told its readings one after the other, and one that loses some again, knows what one knows that
/// was told all at once. What it should know is found here by looking at every reading.
class KnownRegisterLaws {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final Map<LocalDate, Reading> there = new HashMap<>();
    private final Map<LocalDate, Decimal> hours = new HashMap<>();

    @Property(tries = 400)
    void whatIsKnownDoesNotDependOnHowItCame(
            @ForAll @IntRange(min = 1, max = 60) int steps,
            @ForAll @IntRange(min = 2, max = 40) int days,
            @ForAll long seed) {
        there.clear();
        hours.clear();
        Random random = new Random(seed);
        SampleRegister sample = new SampleRegister();
        if (random.nextBoolean()) {
            sample.exchanges.add(new MeterExchange(day(random, days), Decimal.of(500), Decimal.of(3)));
        }
        KnownRegister known = sample.known();
        for (int i = 0; i < steps; i++) {
            known = step(known, day(random, days), random);
            if (random.nextInt(3) == 0) {
                look(known, sample.exchanges, day(random, days), day(random, days));
            }
        }
        look(known, sample.exchanges, FIRST, FIRST.plusDays(days));
        assertThat(known.readings()).isEqualTo(sorted());
    }

    private static LocalDate day(Random random, int days) {
        return FIRST.plusDays(random.nextInt(days));
    }

    private KnownRegister step(KnownRegister known, LocalDate at, Random random) {
        Decimal value = Decimal.of(random.nextInt(1_000));
        Reading reading = switch (random.nextInt(6)) {
            case 0 -> new EstimatedReading(at, value, "");
            case 1 -> new CustomerReading(at, value, "");
            default -> new ActualReading(at, value, "");
        };
        if (random.nextInt(5) == 0) {
            Reading lost = there.get(at);
            if (lost != null && lost.isMeasuring()) {
                there.remove(at);
                hours.remove(at);
            }
            return known.without(at);
        }
        there.put(at, reading);
        if (random.nextBoolean()) {
            hours.put(at, value);
            return known.with(reading, value);
        }
        hours.remove(at);
        return known.with(reading);
    }

    private void look(KnownRegister known, List<MeterExchange> exchanges, LocalDate one, LocalDate other) {
        assertThat(known.on(one)).isEqualTo(Optional.ofNullable(there.get(one)));
        assertThat(known.leastHour(one)).isEqualTo(hours.get(one));
        assertThat(known.measuringBefore(one))
                .isEqualTo(last(reading -> reading.isMeasuring() && reading.at().isBefore(one)));
        assertThat(known.measuringAfter(one))
                .isEqualTo(sorted().stream()
                        .filter(reading -> reading.isMeasuring() && reading.at().isAfter(one))
                        .findFirst());
        assertThat(known.estimatedBetween(one, other))
                .isEqualTo(sorted().stream()
                        .filter(reading -> !reading.isMeasuring()
                                && reading.at().isAfter(one)
                                && !reading.at().isAfter(other))
                        .toList());
        Measurement measurement = new Measurement(known.register(), exchanges, null);
        assertThat(known.actualUse(one, other)).isEqualTo(use(measurement, one, other));
    }

    private List<Usage> use(Measurement measurement, LocalDate since, LocalDate before) {
        List<Usage> use = new ArrayList<>();
        Reading last = null;
        for (Reading reading : sorted()) {
            if (reading instanceof ActualReading && reading.at().isBefore(before)) {
                if (last != null
                        && reading.at().isAfter(since)
                        && measurement.measure(List.of(last, reading)) instanceof Measured(var legs)) {
                    use.add(new Usage(legs.getFirst().range(), legs.getFirst().usage(), UsageQuality.ACTUAL));
                }
                last = reading;
            }
        }
        return use;
    }

    private Optional<Reading> last(Predicate<Reading> which) {
        return sorted().reversed().stream().filter(which).findFirst();
    }

    private List<Reading> sorted() {
        return there.values().stream().sorted(Comparator.comparing(Reading::at)).toList();
    }
}
