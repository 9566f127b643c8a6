package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// What the dials of one usage point show while the story goes on: rollovers, an exchange, unread months.
///
/// A dial shows whole units; what is less than a unit stays inside and shows later.
final class MeterStory {
    private final Service service;
    private final String serial;
    private final int digits;
    private final long[] use;
    private final Events events;
    private final long startValue;

    /// What happens to one meter besides counting.
    ///
    /// @param rolloverMonth in which the dial passes its highest value; null for never
    /// @param exchange null when the meter stays
    /// @param unread bounds at which the round finds no way in
    /// @param ownReading the bound in the gap at which the customer reads; null when none is sent
    /// @param misread whether the round of July 2020 writes down a value that is too low
    record Events(
            @Nullable Integer rolloverMonth,
            @Nullable Exchange exchange,
            List<Integer> unread,
            @Nullable Integer ownReading,
            boolean misread) {

        Events {
            unread = List.copyOf(unread);
        }
    }

    /// A meter is replaced after some days of a month.
    record Exchange(int month, int afterDays, int firstValue) {
        LocalDate at() {
            return StoryMonths.BOUNDS.get(month).plusDays(afterDays);
        }
    }

    MeterStory(Service service, String serial, int digits, long[] use, long startValue, Events events) {
        this.service = service;
        this.serial = serial;
        this.digits = digits;
        this.use = use.clone();
        this.events = events;
        Integer rollover = events.rolloverMonth();
        this.startValue = rollover == null ? startValue : capacity() - 1 - countedTo(rollover) / 1000;
    }

    private long capacity() {
        long capacity = 1;
        for (int i = 0; i < digits; i++) {
            capacity *= 10;
        }
        return capacity;
    }

    /// Thousandths used before a bound.
    private long countedTo(int bound) {
        long sum = 0;
        for (int month = 0; month < bound; month++) {
            sum += use[month];
        }
        return sum;
    }

    /// Thousandths used before the exchange.
    private long countedTo(Exchange exchange) {
        long days = StoryMonths.month(exchange.month()).days();
        return countedTo(exchange.month()) + use[exchange.month()] * exchange.afterDays() / days;
    }

    /// Whole units counted before a bound by all meters together.
    private long units(int bound) {
        Exchange exchange = events.exchange();
        if (exchange == null || bound <= exchange.month()) {
            return countedTo(bound) / 1000;
        }
        long before = countedTo(exchange);
        return before / 1000 + (countedTo(bound) - before) / 1000;
    }

    /// What the dial in place shows at a bound.
    private long shown(int bound) {
        Exchange exchange = events.exchange();
        long value = exchange == null || bound <= exchange.month()
                ? startValue + units(bound)
                : exchange.firstValue() + units(bound) - countedTo(exchange) / 1000;
        return value % capacity();
    }

    List<Usage> trueUse() {
        List<Usage> months = new ArrayList<>();
        for (int month = 0; month < use.length; month++) {
            Decimal units = Decimal.of(units(month + 1) - units(month));
            months.add(new Usage(StoryMonths.month(month), units, UsageQuality.ACTUAL));
        }
        return months;
    }

    List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (int bound = 0; bound <= use.length; bound++) {
            LocalDate at = StoryMonths.BOUNDS.get(bound);
            if (StoryMonths.isSuspended(bound)) {
                Integer own = events.ownReading();
                if (own != null && own == bound) {
                    readings.add(new Reading.CustomerReading(at, Decimal.of(shown(bound)), "customer, by e-mail"));
                }
            } else if (!events.unread().contains(bound)) {
                readings.add(new Reading.ActualReading(at, Decimal.of(written(bound)), "round of " + at));
            }
        }
        return readings;
    }

    /// What the reader writes down, which is what is shown but for a slip.
    private long written(int bound) {
        boolean slips = events.misread() && bound == use.length;
        return slips ? Math.max(0, shown(StoryMonths.GAP_FIRST) - 12) : shown(bound);
    }

    List<MeterExchange> exchanges() {
        Exchange exchange = events.exchange();
        return exchange == null
                ? List.of()
                : List.of(new MeterExchange(
                        exchange.at(), Decimal.of(removedValue(exchange)), Decimal.of(exchange.firstValue())));
    }

    private long removedValue(Exchange exchange) {
        return (startValue + countedTo(exchange) / 1000) % capacity();
    }

    List<Meter> meters(String usagePoint) {
        Register register = new Register(digits, 0, Decimal.ONE, service.unit());
        Exchange exchange = events.exchange();
        Meter first = new Meter(
                serial,
                usagePoint,
                register,
                StoryMonths.FIRST,
                Decimal.of(startValue),
                exchange == null ? null : exchange.at());
        return exchange == null
                ? List.of(first)
                : List.of(
                        first,
                        new Meter(
                                serial + "N",
                                usagePoint,
                                register,
                                exchange.at(),
                                Decimal.of(exchange.firstValue()),
                                null));
    }
}
