package org.taswiya.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Database;

/// The same bills made by statements on sets, as a good database engineer would: window functions, `insert ... select`,
/// whole-number arithmetic, one transaction a cycle, no loops and none of our guards.
///
/// It bills only what this town has: readings on the bounds of periods, one version of prices, no exchange or rollover.
/// It gives no proof.
final class Rival implements AutoCloseable {
    private final Connection connection;

    Rival(Database database, List<Tariff> tariffs, LocalDate pricesOf) throws SQLException, IOException {
        connection = database.connect();
        connection.setAutoCommit(false);
        execute("drop schema if exists rival cascade");
        run(List.of("schema"), Map.of());
        RivalPrices.write(connection, tariffs, pricesOf);
        connection.commit();
    }

    /// Bills a month that nobody read.
    ///
    /// @return seconds
    double estimate(LocalDate from, LocalDate to) throws SQLException, IOException {
        return run(
                List.of("estimate", "lines", "amounts-estimated", "books"),
                Map.of(
                        "serial", last(),
                        "from", from,
                        "to", to,
                        "from1", from.minusYears(1),
                        "to1", to.minusYears(1),
                        "from2", from.minusYears(2),
                        "to2", to.minusYears(2)));
    }

    /// Settles a gap of whole months, the last of them not billed before.
    ///
    /// @return seconds
    double settle(LocalDate from, LocalDate to) throws SQLException, IOException {
        StringBuilder months = new StringBuilder();
        int ordinal = 0;
        for (LocalDate month = from; month.isBefore(to); month = month.plusMonths(1)) {
            ordinal++;
            months.append(months.isEmpty() ? "" : ", ")
                    .append("(" + ordinal + ", date '" + month + "', date '" + month.plusMonths(1) + "')");
        }
        return run(
                List.of("settle", "lines", "amounts-settled", "books"),
                Map.of("serial", last(), "from", from, "to", to, "months", months));
    }

    /// How many bills of a day differ between us and the rival, by number of bills, net, tax or total of an agreement.
    long differing(LocalDate billedOn) throws SQLException {
        return number("""
                select count(*) from (select * from bill where billed_on = date '%1$s') b
                full join (select * from rival.bill where billed_on = date '%1$s') r on r.agreement = b.agreement
                where (b.net, b.tax) is distinct from (r.net, r.tax)""".formatted(billedOn));
    }

    private long last() throws SQLException {
        return number("select coalesce(max(serial), 0) from rival.bill");
    }

    private long number(String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }

    private double run(List<String> files, Map<String, Object> values) throws SQLException, IOException {
        long begin = System.nanoTime();
        for (String file : files) {
            String sql = text(file);
            for (Map.Entry<String, Object> value : values.entrySet()) {
                sql = sql.replace("{" + value.getKey() + "}", value.getValue().toString());
            }
            execute(sql);
        }
        connection.commit();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Rival.class.getResourceAsStream(file + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no statements " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop schema rival cascade");
        connection.commit();
        connection.close();
    }
}
