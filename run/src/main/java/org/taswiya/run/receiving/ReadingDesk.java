package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.StandingReading;
import org.taswiya.core.metering.StandingReading.Word;
import org.taswiya.core.metering.Supersession;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.run.receiving.CarriedRegisters.Carried;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.ReadingsThere;
import org.taswiya.store.receiving.ReceivedReadings;
import org.taswiya.store.run.BatchTransaction;

/// Takes the readings of a batch one by one, each as if it had come alone after those before it, and writes them at
/// once.
final class ReadingDesk {
    private final Word word;
    private final Set<PointDay> days;
    private final Map<PointDay, List<StandingReading>> known;
    private final @Nullable ReadingScreen screen;
    private final ReceivedReadings received = new ReceivedReadings();

    /// @param days all points and days that readings may be of
    /// @param known of each day the readings by revision
    /// @param screen by which readings are doubted, and looked at when they count; null where none are
    ReadingDesk(
            Word word, Set<PointDay> days, Map<PointDay, List<StandingReading>> known, @Nullable ReadingScreen screen) {
        this.word = word;
        this.days = days;
        this.known = known;
        this.screen = screen;
    }

    /// The reading that counts on a day, those that were taken before included; null when there is none.
    @Nullable Reading counting(PointDay key) {
        List<StandingReading> ofDay = known.getOrDefault(key, List.of());
        return ofDay.isEmpty() ? null : ofDay.getLast().reading();
    }

    /// What would become of a reading.
    Supersession outlook(String usagePoint, Reading reading) {
        List<StandingReading> ofDay = known.getOrDefault(new PointDay(usagePoint, reading.at()), List.of());
        return became(ofDay, standing(reading, null));
    }

    /// What a day of a feed came to before tells nothing of a correction: the days that it was counted on from may have
    /// been others. It vouches for what is the same, so that the last word on a day is known.
    private static Supersession became(List<StandingReading> ofDay, StandingReading arriving) {
        if (arriving.word() != Word.CORRECTION || arriving.exact() == null || ofDay.isEmpty()) {
            return Supersession.of(ofDay, arriving);
        }
        StandingReading last = ofDay.getLast();
        Supersession became = Supersession.of(List.of(last), arriving);
        return became == Supersession.SAME && last.word() == Word.SOURCE ? Supersession.SUPERSEDES : became;
    }

    private StandingReading standing(Reading reading, @Nullable Decimal leastHour) {
        return new StandingReading(reading, word, FeedProvenance.exact(reading).orElse(null), leastHour);
    }

    boolean isCorrecting() {
        return word == Word.CORRECTION;
    }

    /// Judges side by side what is to be taken: readings that are the only ones of their usage points in the batch, for
    /// a day of which the books have none. The others are judged when they are taken.
    void judge(List<Placed> placed) {
        if (screen == null) {
            return;
        }
        screen.announce(placed);
        Map<String, Reading> alone = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Placed one : placed) {
            String point = one.usagePoint();
            boolean isKnown =
                    known.containsKey(new PointDay(point, one.reading().at()));
            if (isKnown || several.contains(point) || alone.put(point, one.reading()) != null) {
                several.add(point);
                alone.remove(point);
            }
        }
        screen.judge(alone);
    }

    /// Looks again at what the books have of some usage points, before anything was taken.
    ///
    /// @param carried what is known of some of them now
    void lookAgain(Connection connection, Set<String> points, Map<String, Carried> carried) throws SQLException {
        Set<PointDay> keys = new HashSet<>();
        for (PointDay key : days) {
            if (points.contains(key.usagePoint())) {
                known.remove(key);
                Carried of = carried.get(key.usagePoint());
                if (of == null || of.register().on(key.at()).isPresent()) {
                    keys.add(key);
                }
            }
        }
        known.putAll(ReadingsThere.of(connection, keys));
        if (screen != null) {
            screen.lookAgain(connection, points, carried);
        }
    }

    /// Says what is known of the registers once everything is written.
    ///
    /// @param taken all that was
    void carry(CarriedRegisters carried, List<Placed> taken) {
        if (screen != null) {
            screen.carry(carried, taken);
        }
    }

    /// Takes a reading.
    ///
    /// @param isCounted whether the reading is all of its row; else the tally is told only of what is rejected
    /// @return false when it is rejected, which the tally is told
    boolean take(Placed reading, BatchTally tally, boolean isCounted) {
        PointDay key = new PointDay(reading.usagePoint(), reading.reading().at());
        List<StandingReading> ofDay = known.computeIfAbsent(key, _ -> new ArrayList<>(1));
        StandingReading arriving = standing(reading.reading(), reading.leastHour());
        Supersession became = became(ofDay, arriving);
        if (became == Supersession.OTHER_VALUE) {
            tally.reject(reading.row(), RowReason.OTHER_VALUE, SourceField.VALUE, found(reading, ofDay));
            return false;
        }
        boolean isNew = became == Supersession.FIRST || became == Supersession.SUPERSEDES;
        if (isNew && screen != null && screen.doubts(reading)) {
            if (isCounted) {
                tally.doubtful();
            }
            return true;
        }
        if (isNew) {
            ofDay.add(arriving);
            received.add(reading.usagePoint(), reading.reading(), ofDay.size(), reading.leastHour());
        }
        if (isCounted) {
            tally.count(became);
        }
        return true;
    }

    /// Says of which usage point days are counted anew; null for none.
    void moving(@Nullable String usagePoint) {
        if (screen != null) {
            screen.moving(usagePoint);
        }
    }

    /// Writes down what a day of a feed comes to since the days before it came to something else. Nobody doubts it:
    /// what was used that day is what it was.
    ///
    /// @param revisions of its day in the books
    void countAnew(String usagePoint, Reading reading, @Nullable Decimal leastHour, int revisions) {
        List<StandingReading> ofDay = known.get(new PointDay(usagePoint, reading.at()));
        int revision = 1 + (ofDay == null ? revisions : ofDay.size());
        if (ofDay != null) {
            Word word = ofDay.getLast().word();
            ofDay.add(new StandingReading(
                    reading, word, FeedProvenance.exact(reading).orElse(null), leastHour));
        }
        received.add(usagePoint, reading, revision, leastHour);
        if (screen != null) {
            screen.believe(usagePoint, reading, leastHour);
        }
    }

    void write(BatchTransaction transaction) throws SQLException {
        if (!received.isEmpty()) {
            received.write(transaction.connection(), transaction.change());
        }
        if (screen != null) {
            screen.write(transaction);
        }
    }

    /// The usage points of which what was known is judged anew.
    Set<String> judgedAnew() {
        return screen == null ? Set.of() : screen.judgedAnew();
    }

    private static String found(Placed reading, List<StandingReading> ofDay) {
        return "found " + told(reading.reading()) + ", the books have "
                + told(ofDay.getLast().reading()) + " on " + reading.reading().at();
    }

    /// With what a feed counted beneath the dial's step, which may be all that differs.
    private static String told(Reading reading) {
        return reading.value()
                + FeedProvenance.exact(reading)
                        .map(exact -> " (exactly " + ExactText.of(exact) + ")")
                        .orElse("");
    }
}
