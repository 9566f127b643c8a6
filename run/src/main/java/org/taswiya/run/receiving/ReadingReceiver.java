package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.StandingReading.Word;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.ReadingRow;
import org.taswiya.run.receiving.CarriedRegisters.Carried;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.ReadingsThere;
import org.taswiya.store.run.BatchTransaction;

/// Takes readings into the books.
final class ReadingReceiver implements BatchReceiver {
    private final Word word;
    private final LocalDate on;
    private final @Nullable ReadingChecks checks;

    /// @param isCorrecting whether readings take the place of other values; a person vouches for these, and nobody
    ///     doubts them
    /// @param checks by which readings are judged, and looked at for what customers should be told; null where none are
    ReadingReceiver(boolean isCorrecting, LocalDate on, @Nullable ReadingChecks checks) {
        this.word = isCorrecting ? Word.CORRECTION : Word.SOURCE;
        this.on = on;
        this.checks = checks;
    }

    /// A reading whose meter is known.
    ///
    /// @param leastHour of the day that it ends; null where that is not known
    record Placed(
            AcceptedRow row,
            String usagePoint,
            Reading reading,
            @Nullable Decimal leastHour) {
        Placed(AcceptedRow row, String usagePoint, Reading reading) {
            this(row, usagePoint, reading, null);
        }
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        prepare(transaction.connection(), rows, tally, new CarriedRegisters(0)).write(transaction);
    }

    /// Places and judges readings by what the books have.
    ///
    /// @param carried what is known already
    PreparedReadings prepare(Connection connection, List<AcceptedRow> rows, BatchTally tally, CarriedRegisters carried)
            throws SQLException {
        Names names = new Names();
        for (AcceptedRow row : rows) {
            ReadingRow of = (ReadingRow) row.row();
            names.add(of.usagePoint(), of.serial());
        }
        Map<String, Carried> known = carried.of(names.points);
        MetersThere there = names.lookUp(connection, known);
        List<Placed> placed = new ArrayList<>(rows.size());
        for (AcceptedRow row : rows) {
            ReadingRow of = (ReadingRow) row.row();
            String point =
                    place(row, of.usagePoint(), of.serial(), of.register(), of.unit(), of.reading(), there, tally);
            if (point != null) {
                placed.add(new Placed(row, point, of.reading()));
            }
        }
        return prepared(connection, placed, there, known, tally, true);
    }

    /// What the rows of a batch name.
    static final class Names {
        private final Set<String> points = new HashSet<>();
        private final Set<String> serials = new HashSet<>();

        void add(@Nullable String point, @Nullable String serial) {
            if (point != null) {
                points.add(point);
            } else if (serial != null) {
                serials.add(serial);
            }
        }

        MetersThere lookUp(Connection connection) throws SQLException {
            return lookUp(connection, Map.of());
        }

        MetersThere lookUp(Connection connection, Map<String, Carried> known) throws SQLException {
            Set<String> asked = new HashSet<>(points);
            asked.removeAll(known.keySet());
            MetersThere there = MetersThere.of(connection, asked, serials);
            known.values().forEach(of -> there.add(of.point(), of.meters()));
            return there;
        }
    }

    /// Where a reading belongs; null when it is rejected, which the tally is told.
    @Nullable String place(
            AcceptedRow row,
            @Nullable String point,
            @Nullable String serial,
            @Nullable String register,
            @Nullable Unit unit,
            Reading reading,
            MetersThere there,
            BatchTally tally) {
        if (reading.at().isAfter(on)) {
            String found = "found " + reading.at() + ", a day after " + on;
            tally.reject(row, RowReason.FUTURE_DATE, SourceField.AT, found);
            return null;
        }
        PlaceCheck meter = PlaceCheck.meter(there, point, serial, register, reading.at());
        PlaceCheck check = meter instanceof PlaceCheck.Found found ? judged(found, reading, unit) : meter;
        return switch (check) {
            case PlaceCheck.Found found -> found.meter().usagePoint();
            case PlaceCheck.Wrong wrong -> {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
                yield null;
            }
        };
    }

    private static PlaceCheck judged(PlaceCheck.Found found, Reading reading, @Nullable Unit unit) {
        PlaceCheck.Wrong wrong = PlaceCheck.value(found.meter(), reading.value(), unit, SourceField.VALUE);
        return wrong == null ? found : wrong;
    }

    /// Judges readings whose meter is known.
    ///
    /// @param there by what they were placed
    /// @param known what is known already of some of their points
    /// @param isCounted whether a reading is all of its row; else the tally is told only of what is rejected
    PreparedReadings prepared(
            Connection connection,
            List<Placed> placed,
            MetersThere there,
            Map<String, Carried> known,
            BatchTally tally,
            boolean isCounted)
            throws SQLException {
        Set<PointDay> keys = new HashSet<>(placed.size() * 2);
        for (Placed reading : placed) {
            keys.add(new PointDay(reading.usagePoint(), reading.reading().at()));
        }
        ReadingDesk desk = desk(connection, keys, there, known);
        // By their days, so that what a batch brings is judged alike in whatever order its rows stand.
        List<Placed> byDay = placed.stream()
                .sorted(Comparator.comparing((Placed one) -> one.reading().at()))
                .toList();
        desk.judge(byDay);
        return new PreparedReadings(byDay, desk, tally, isCounted);
    }

    /// Where readings of a batch are taken one by one.
    ///
    /// @param keys all points and days that they may be of
    /// @param there the meters as far as they have been looked up
    /// @param carried what is known already of some of their points
    ReadingDesk desk(Connection connection, Set<PointDay> keys, MetersThere there, Map<String, Carried> carried)
            throws SQLException {
        if (checks == null) {
            return new ReadingDesk(word, keys, ReadingsThere.of(connection, keys), null);
        }
        ReadingScreen screen = ReadingScreen.of(connection, checks, word != Word.CORRECTION, on, keys, there, carried);
        return new ReadingDesk(word, keys, ReadingsThere.of(connection, screen.read()), screen);
    }
}
