package org.taswiya.bench.interval;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.bench.Machine;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.interval.DemandWindow;
import org.taswiya.core.interval.GapFilling;
import org.taswiya.core.interval.IntervalSums;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.run.receiving.FeedPoints;
import org.taswiya.run.receiving.IntervalLoad;
import org.taswiya.run.receiving.IntervalOrder;
import org.taswiya.run.receiving.IntervalPack;
import org.taswiya.run.receiving.IntervalReport;
import org.taswiya.run.receiving.IntervalSumRun;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.population.PopulationWriter;

/// How soon days of many registers are loaded from files and summed to bands and peaks, beside what copying the same
/// rows takes; and what a month is on disk, as it came and packed.
public final class IntervalTrial {
    private static final YearMonth MONTH = YearMonth.of(2026, 5);
    private static final Change WHY = new Change(Instant.parse("2026-06-01T00:00:00Z"), "bench", "intervals");

    private final Database database;
    private final BenchListener listener;
    private final int registers;
    private final Path folder;
    private final Random random = new Random(7);

    private IntervalTrial(Database database, BenchListener listener, int registers, Path folder) {
        this.database = database;
        this.listener = listener;
        this.registers = registers;
        this.folder = folder;
    }

    /// Measures on an empty database.
    ///
    /// @param days of the month that are loaded, each from a file of its own
    /// @param folder for the files
    public static IntervalBenchReport measure(
            Database database, BenchListener listener, int registers, int days, Path folder) throws IOException {
        try {
            return new IntervalTrial(database, listener, registers, folder).measure(days);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private IntervalBenchReport measure(int days) throws IOException, SQLException {
        listener.stage("bytes", 0);
        List<IntervalBenchReport.Year> years = ProfileYear.all();
        listener.stage("registers", registers);
        town();
        double load = 0;
        double sum = 0;
        for (int day = 0; day < days; day++) {
            LocalDate of = MONTH.atDay(1 + day);
            Path file = file(of);
            listener.stage("load " + of, registers);
            load += load(file, of);
            Files.delete(file);
            listener.stage("sum " + of, registers);
            sum += sum(DateRange.of(of, of.plusDays(1)));
        }
        listener.stage("sum all days", registers);
        double sumAll = sum(DateRange.of(MONTH.atDay(1), MONTH.atDay(1).plusDays(days)));
        long asTheyCame = bytesOnDisk();
        listener.stage("floor", registers);
        double floor = floor();
        listener.stage("pack", registers);
        long begin = System.nanoTime();
        IntervalPack.execute(database, MONTH, WHY);
        double pack = seconds(begin);
        vacuum();
        return new IntervalBenchReport(
                Machine.here(), registers, days, years, load, sum, sumAll, floor, pack, asTheyCame, bytesOnDisk());
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String point(int register) {
        return String.format(Locale.ROOT, "N%09d", register);
    }

    private void town() {
        Register register = new Register(6, 0, Decimal.ONE, Unit.KILOWATT_HOUR);
        LocalDate since = LocalDate.of(2026, 1, 1);
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            for (int i = 0; i < registers; i++) {
                writer.add(new Premise("L" + point(i), "rue " + i, "area " + i % 40));
                writer.add(new UsagePoint(point(i), "L" + point(i), "electricity"));
                writer.add(new Meter("S" + point(i), point(i), register, since, Decimal.ZERO, null));
                listener.done(1);
            }
            writer.commit();
        }
    }

    /// A feed of one day of all registers, houses by [ProfileYear#house].
    private Path file(LocalDate day) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("day.csv");
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("100,NEM12,202606010000,BENCH,TASWIYA\n");
            for (int register = 0; register < registers; register++) {
                out.write("200," + point(register) + ",E1,E1,E1,N1,M1,WH,15,\n300," + date);
                for (int i = 0; i < 96; i++) {
                    out.write(',');
                    out.write(Long.toString(ProfileYear.house(random, i)));
                }
                out.write(",A,,,20260601000000,\n");
            }
            out.write("900\n");
        }
        return file;
    }

    private double load(Path file, LocalDate day) throws IOException {
        long begin = System.nanoTime();
        IntervalReport report = IntervalLoad.execute(
                database,
                new IntervalOrder(
                        file,
                        FeedFormat.NEM12,
                        ProfileYear.ZONE,
                        FeedPoints.BY_USAGE_POINT,
                        null,
                        false,
                        ReadingChecks.NONE,
                        day.plusDays(1),
                        WHY));
        double seconds = seconds(begin);
        if (report.changed() != 96L * registers || !report.isAllTaken()) {
            throw new IllegalStateException("the load of " + day + " came to " + report);
        }
        return seconds;
    }

    /// By two bands, with the highest demand of half hours.
    private double sum(DateRange days) {
        TimeBands bands = ProfileYear.bands();
        AtomicLong points = new AtomicLong();
        long begin = System.nanoTime();
        IntervalSumRun.all(
                database,
                new IntervalSumRun.Asked(days, null, bands, GapFilling.USUAL, new DemandWindow(30, false)),
                (point, _, sums) -> {
                    if (!(sums instanceof IntervalSums.Summed)) {
                        throw new IllegalStateException(point + ": " + sums);
                    }
                    points.incrementAndGet();
                });
        double seconds = seconds(begin);
        if (points.get() != registers) {
            throw new IllegalStateException("summed " + points + " of " + registers);
        }
        return seconds;
    }

    private long bytesOnDisk() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_total_relation_size('interval_block')")) {
            size.next();
            return size.getLong(1);
        }
    }

    private void vacuum() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum full interval_block");
        }
    }

    /// The rows of all days copied out and into a table with the same key, a commit at the end.
    private double floor() throws SQLException, IOException {
        Path file = folder.resolve("floor");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table interval_floor (like interval_block including all)");
            long begin = System.nanoTime();
            try (var out = Files.newOutputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy interval_block to stdout (format binary)", out);
            }
            try (var in = Files.newInputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy interval_floor from stdin (format binary)", in, 1 << 16);
            }
            double seconds = seconds(begin);
            statement.execute("drop table interval_floor");
            return seconds;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
