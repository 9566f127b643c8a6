package org.taswiya.run.receiving;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.interval.IntervalReason;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedFlow;
import org.taswiya.intake.feed.FeedIntervals;
import org.taswiya.intake.feed.FeedSeries;
import org.taswiya.intake.feed.FeedTally;
import org.taswiya.intake.greenbutton.GreenButtonFile;
import org.taswiya.intake.nem12.Nem12File;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.run.RunTariffs;

/// Takes the intervals of a feed into the books, a transaction for so many days.
///
/// What the books have already is not written again, so whoever was killed begins anew and nothing is doubled.
public final class IntervalLoad {
    private static final int DAYS_OF_A_BATCH = 4_000;

    private final Connection connection;
    private final IntervalOrder order;
    private final List<String> tariffs;
    private final IntervalTally tally = new IntervalTally();
    private final List<OfFeed> waiting = new ArrayList<>();
    private final Map<String, FeedSeries> registers = new HashMap<>();

    private record OfFeed(FeedDay day, long line) {}

    /// A database that refuses, out of the reader of a feed.
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException why;

        Broken(SQLException why) {
            super(why);
            this.why = why;
        }
    }

    private IntervalLoad(Connection connection, IntervalOrder order, List<String> tariffs) {
        this.connection = connection;
        this.order = order;
        this.tariffs = tariffs;
    }

    /// Of points of which no bill rests on intervals.
    ///
    /// @throws IOException when the file cannot be read
    public static IntervalReport execute(Database database, IntervalOrder order) throws IOException {
        return execute(database, order, _ -> Optional.empty());
    }

    /// Whoever was billed for days of which an interval changes is settled by the next bill.
    ///
    /// @param books by the id of the tariff
    /// @throws IOException when the file cannot be read
    public static IntervalReport execute(
            Database database, IntervalOrder order, Function<String, Optional<Tariff>> books) throws IOException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<String> asking = new ArrayList<>();
            for (String name : RunTariffs.named(connection)) {
                books.apply(name)
                        .filter(tariff ->
                                tariff.isOfDemand() || tariff.timeBands().size() > 1)
                        .ifPresent(_ -> asking.add(name));
            }
            connection.rollback();
            return new IntervalLoad(connection, order, asking).read();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        } catch (Broken e) {
            throw SqlFault.of(database, e.why);
        }
    }

    private IntervalReport read() throws IOException, SQLException {
        FeedTally feed = new FeedTally(this::add, _ -> {});
        FeedCount count = switch (order.format()) {
            case GREEN_BUTTON -> new GreenButtonFile(order.file(), order.zone()).read(feed);
            case NEM12 -> new Nem12File(order.file()).read(feed);
        };
        take();
        return tally.report(count);
    }

    private void add(FeedDay day, long line) {
        waiting.add(new OfFeed(day, line));
        if (waiting.size() == DAYS_OF_A_BATCH) {
            try {
                take();
            } catch (SQLException e) {
                throw new Broken(e);
            }
        }
    }

    private void take() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        BatchTransaction transaction = BatchTransaction.begin(connection, order.why(), () -> {});
        ReadingReceiver.Names names = new ReadingReceiver.Names();
        for (OfFeed of : waiting) {
            FeedSeries series = of.day().series();
            names.add(order.points().usagePoint(series), order.points().serial(series));
        }
        MetersThere there = names.lookUp(connection);
        IntervalScreen screen = new IntervalScreen(order.checks());
        IntervalBatch batch = new IntervalBatch(transaction, order.isCorrecting(), tariffs, tally, screen);
        for (OfFeed of : waiting) {
            place(of, there, batch);
        }
        batch.write();
        transaction.commit();
        waiting.clear();
    }

    private void place(OfFeed of, MetersThere there, IntervalBatch batch) {
        FeedSeries series = of.day().series();
        if (!isTaken(series)) {
            String found = "found register " + series.register() + ", "
                    + series.flow().code() + (series.timeOfUse() == null ? "" : ", of hours " + series.timeOfUse());
            tally.reject(of.line(), IntervalReason.OTHER_REGISTER.code(), found);
            return;
        }
        if (of.day().days().to().isAfter(order.on())) {
            String found = "found " + of.day().days() + ", a day after " + order.on();
            tally.reject(of.line(), RowReason.FUTURE_DATE.code(), found);
            return;
        }
        Meter meter = meter(of, there);
        if (meter == null) {
            return;
        }
        switch (of.day().each().in(order.zone(), series.unit())) {
            case FeedIntervals.Wrong(String found) ->
                tally.reject(of.line(), IntervalReason.NO_SERIES.code(), "found " + found);
            case FeedIntervals.Series(var intervals) -> batch.add(meter.usagePoint(), intervals, of.line());
        }
    }

    /// One that has a place, the one named, or the first of its point that counts all that is delivered.
    private boolean isTaken(FeedSeries series) {
        if (order.points().isPlaced(series)) {
            return true;
        }
        if (order.register() != null) {
            return order.register().equals(series.register());
        }
        return series.flow() != FeedFlow.RECEIVED
                && series.timeOfUse() == null
                && registers.computeIfAbsent(series.point(), _ -> series).equals(series);
    }

    private @Nullable Meter meter(OfFeed of, MetersThere there) {
        FeedSeries series = of.day().series();
        PlaceCheck check = PlaceCheck.meter(
                there,
                order.points().usagePoint(series),
                order.points().serial(series),
                null,
                of.day().days().from());
        if (check instanceof PlaceCheck.Found(Meter meter)) {
            PlaceCheck.Wrong wrong = PlaceCheck.value(meter, Decimal.ZERO, series.unit(), SourceField.QUANTITY);
            check = wrong == null ? check : wrong;
        }
        return switch (check) {
            case PlaceCheck.Found(Meter meter) -> meter;
            case PlaceCheck.Wrong wrong -> {
                tally.reject(of.line(), wrong.reason().code(), wrong.found());
                yield null;
            }
        };
    }
}
