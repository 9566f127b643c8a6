package org.taswiya.bench.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.validation.KnownRegisters;

/// Sets made of a utility's own readings, one of each service: what was used between actual readings where somebody
/// has had an agreement, of the class of its tariff, as runs learn it.
///
/// What was estimated or read by customers is no truth to judge estimates by, and days on which a premise was empty are
/// none that anybody would estimate: both are left out. Points are read some at a time, so any number of them is held.
public final class OwnSets implements AutoCloseable {
    private static final int POINTS_AT_ONCE = 500;
    private static final String HEADER = "meter,class,from,to,quantity\n";
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

    private static final String POINTS = """
            select p.reference, p.service, (
                select tariff from service_agreement a where a.usage_point = p.reference
                order by from_day desc limit 1) as tariff
            from usage_point p
            where p.reference > ? and exists (select from service_agreement a where a.usage_point = p.reference)
            order by p.reference limit ?""";

    private static final String VACANCIES = """
            select p.reference, v.from_day, v.to_day from vacancy v join usage_point p on p.premise = v.premise
            where p.reference = any(?)""";

    private final Path folder;
    private final Map<String, OwnSet> sets = new TreeMap<>();

    private record Point(String reference, String service, String tariff) {}

    /// A file that is being written beside the one whose place it takes when it is whole.
    @SuppressWarnings("ArrayRecordComponent") // one count that goes up
    private record OwnSet(Path begun, Path whole, Writer rows, long[] count) {}

    private OwnSets(Path folder) {
        this.folder = folder;
    }

    /// Writes them as `usage.csv.gz`, each in the folder of its service. What another night has left there is replaced
    /// when all of it is written.
    ///
    /// @return how many rows each service has
    /// @throws IOException when a file cannot be written
    public static Map<String, Long> write(Database database, Path folder) throws IOException {
        try (Connection connection = database.connect();
                OwnSets sets = new OwnSets(folder)) {
            String after = "";
            while (true) {
                Map<String, Point> points = points(connection, after);
                if (points.isEmpty()) {
                    return sets.finish();
                }
                Map<String, List<DateRange>> empty = vacancies(connection, points.keySet());
                Map<String, KnownRegister> known = KnownRegisters.of(connection, points.keySet(), ALWAYS);
                for (Point point : points.values()) {
                    after = point.reference();
                    KnownRegister register = known.get(point.reference());
                    if (register != null) {
                        sets.add(point, register, empty.getOrDefault(after, List.of()));
                    }
                }
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Map<String, Point> points(Connection connection, String after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(POINTS)) {
            query.setString(1, after);
            query.setInt(2, POINTS_AT_ONCE);
            Map<String, Point> points = new LinkedHashMap<>();
            Rows.each(query, row -> {
                Point point = new Point(row.getString(1), row.getString(2), row.getString(3));
                points.put(point.reference(), point);
            });
            return points;
        }
    }

    private static Map<String, List<DateRange>> vacancies(Connection connection, Set<String> points)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VACANCIES)) {
            query.setArray(1, SqlArrays.texts(connection, points));
            Map<String, List<DateRange>> empty = new HashMap<>();
            Rows.each(query, row -> {
                LocalDate to = Rows.dateOrNull(row, "to_day");
                empty.computeIfAbsent(row.getString(1), _ -> new ArrayList<>(1))
                        .add(DateRange.of(Rows.date(row, "from_day"), to == null ? FOREVER : to));
            });
            return empty;
        }
    }

    private void add(Point point, KnownRegister register, List<DateRange> empty) throws IOException {
        for (Usage use : register.actualUse(FOREVER)) {
            if (use.quantity().signum() >= 0 && !touches(empty, use.range())) {
                OwnSet set = set(point.service());
                set.count()[0]++;
                set.rows()
                        .append(point.reference())
                        .append(',')
                        .append(point.tariff())
                        .append(',')
                        .append(use.range().from().toString())
                        .append(',')
                        .append(use.range().to().toString())
                        .append(',')
                        .append(use.quantity().toString())
                        .append('\n');
            }
        }
    }

    private static boolean touches(List<DateRange> some, DateRange days) {
        return some.stream().anyMatch(range -> range.daysShared(days) > 0);
    }

    private OwnSet set(String service) throws IOException {
        OwnSet set = sets.get(service);
        if (set == null) {
            Path whole = Files.createDirectories(folder.resolve(service)).resolve("usage.csv.gz");
            Path begun = whole.resolveSibling("usage.csv.gz.begun");
            Writer rows = new BufferedWriter(
                    new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(begun)), StandardCharsets.UTF_8));
            rows.append(HEADER);
            set = new OwnSet(begun, whole, rows, new long[1]);
            sets.put(service, set);
        }
        return set;
    }

    private Map<String, Long> finish() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, OwnSet> of : sets.entrySet()) {
            OwnSet set = of.getValue();
            set.rows().close();
            Files.move(set.begun(), set.whole(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            counts.put(of.getKey(), set.count()[0]);
        }
        sets.clear();
        return counts;
    }

    /// What is not whole is not left there.
    @Override
    public void close() throws IOException {
        for (OwnSet set : sets.values()) {
            set.rows().close();
            Files.deleteIfExists(set.begun());
        }
    }
}
