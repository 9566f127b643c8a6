package org.taswiya.run.receiving;

import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Supersession;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.FeedDayRow;
import org.taswiya.run.receiving.FeedChain.Anew;
import org.taswiya.run.receiving.FeedReceiver.OfMeter;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.validation.RestingDays;

/// Takes the days of a batch one by one, dial by dial in the order in which it counts, each as if it had come alone
/// after those before it. The days that rest on what has changed are counted anew behind it.
final class FeedTaking {
    private static final int DECIMALS_KEPT = 6;

    private final Connection connection;
    private final ReadingDesk desk;
    private final Map<String, Set<LocalDate>> brought = new HashMap<>();
    /// Of the dial at hand, once something of it comes to something else.
    private @Nullable FeedChain chain;

    /// @param all the days of the batch
    FeedTaking(Connection connection, ReadingDesk desk, Collection<OfMeter> all) {
        this.connection = connection;
        this.desk = desk;
        all.forEach(of -> brought.computeIfAbsent(of.meter().usagePoint(), _ -> new HashSet<>())
                .add(of.day().days().to()));
    }

    /// Takes a day, after all of its dial that end before it.
    void take(OfMeter of, BatchTally tally) throws SQLException {
        goOn(of);
        LocalDate from = of.day().days().from();
        CountedOn before = CountedOn.from(of.meter(), from, desk.counting(of.key(from)));
        if (before == null) {
            String found = "the books have no reading of meter " + of.meter().serial() + " on " + from;
            tally.reject(of.row(), RowReason.MISSING_DAYS, SourceField.FROM, found);
            return;
        }
        CountedOn counted = before.plus(of.day().quantity());
        if (counted == null || !counted.isKept()) {
            tally.reject(
                    of.row(),
                    counted == null ? RowReason.DIGIT_OVERFLOW : RowReason.TOO_FINE,
                    SourceField.QUANTITY,
                    "found " + of.day().quantity() + ", more than the dial of meter "
                            + of.meter().serial() + " can count at once");
            return;
        }
        take(of, counted, tally);
    }

    private void take(OfMeter of, CountedOn counted, BatchTally tally) throws SQLException {
        Reading reading = counted.reading(of.day());
        PointDay key = of.key(reading.at());
        Reading standing = desk.counting(key);
        if (standing != null
                && desk.outlook(of.meter().usagePoint(), reading) == Supersession.SUPERSEDES
                && !counted.exact().equals(CountedOn.exact(standing))
                && isRefused(of, counted, reading, standing, tally)) {
            return;
        }
        desk.take(new Placed(of.row(), of.meter().usagePoint(), reading, leastHour(of.day())), tally, true);
        if (chain != null && reading.equals(desk.counting(key))) {
            chain.set(reading.at(), counted.exact());
        }
    }

    /// Whether a day may not come to something else.
    private boolean isRefused(OfMeter of, CountedOn counted, Reading reading, Reading standing, BatchTally tally)
            throws SQLException {
        if (!desk.isCorrecting() && FeedProvenance.exact(standing).isPresent()) {
            // Of what a feed has counted, neither a better kind nor a lower value takes the place, but a correction
            // alone.
            String found = "found " + reading.value() + ", the books have " + standing.value() + " on " + reading.at();
            tally.reject(of.row(), RowReason.OTHER_VALUE, SourceField.QUANTITY, found);
            return true;
        }
        String hindrance = chain(of)
                .hindrance(reading.at(), counted.exact(), of.day().days().days());
        if (hindrance != null) {
            tally.reject(of.row(), RowReason.LATER_READING, SourceField.QUANTITY, hindrance);
        }
        return hindrance != null;
    }

    /// The days of the dial up to this one are counted anew first, itself included: so it is judged beside what it
    /// would be.
    private void goOn(OfMeter of) {
        FeedChain ofBefore = chain;
        if (ofBefore == null) {
            return;
        }
        boolean isSame = ofBefore.isOf(of.meter());
        countAnew(ofBefore, isSame ? of.day().days().to() : LocalDate.MAX);
        if (!isSame) {
            chain = null;
            desk.moving(null);
        }
    }

    /// The days of the last dial are counted anew to their end.
    void end() {
        if (chain != null) {
            countAnew(chain, LocalDate.MAX);
        }
    }

    private void countAnew(FeedChain of, LocalDate last) {
        for (Optional<Anew> next = of.next(last); next.isPresent(); next = of.next(last)) {
            Anew anew = next.get();
            Reading reading = anew.counted().instead(anew.before().reading());
            desk.countAnew(of.usagePoint(), reading, anew.before().leastHour(), anew.revisions());
        }
    }

    private FeedChain chain(OfMeter of) throws SQLException {
        FeedChain known = chain;
        if (known == null) {
            Meter meter = of.meter();
            String point = meter.usagePoint();
            List<Meter> there =
                    MetersThere.of(connection, Set.of(point), Set.of()).at(point);
            LocalDate removed = meter.removedAt();
            boolean isExchanged =
                    there.stream().anyMatch(other -> other.installedAt().equals(removed));
            known = new FeedChain(
                    meter,
                    RestingDays.of(connection, point, of.day().days().to()),
                    isExchanged ? removed : null,
                    brought.getOrDefault(point, Set.of()));
            chain = known;
            desk.moving(point);
        }
        return known;
    }

    /// What the smallest hour of a day was at least, in the decimals that books keep; null where it is not known, or
    /// somebody has not read all of it.
    private static @Nullable Decimal leastHour(FeedDayRow day) {
        Fraction least = day.leastHour();
        return least == null
                        || day.quality() != UsageQuality.ACTUAL
                        || day.days().days() > 1
                ? null
                : least.round(DECIMALS_KEPT, RoundingMode.DOWN);
    }
}
