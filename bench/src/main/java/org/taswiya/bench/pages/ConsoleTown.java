package org.taswiya.bench.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.bench.BilledTown;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.RangeIndexes;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.lookup.SearchIndexes;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.Outages;
import org.taswiya.store.reach.Campaigns;
import org.taswiya.store.reach.Chosen;
import org.taswiya.store.reach.Coverages;

/// What the console shows of the town: people with names and addresses, how they are reached and what they were told,
/// what waits for staff, and what staff did. By statements beside this class, of which each file is whole or not there.
record ConsoleTown(BilledTown town) {
    private static final List<String> FILES = List.of("people", "contacts", "work");
    private static final String WHAT = "what the console shows";
    private static final int QUARTERS_CUT_OFF = 30;

    /// An account that somebody may look for.
    ///
    /// @param bill its largest one
    record Known(
            String account,
            String tariff,
            String latinName,
            String arabicName,
            String address,
            String quarter,
            String telephone,
            String mail,
            String meter,
            String bill) {
        String givenName() {
            return latinName.substring(0, latinName.indexOf(' '));
        }

        /// Two letters in the middle of the name changed places.
        String misspelt() {
            int middle = latinName.length() / 2;
            return latinName.substring(0, middle)
                    + latinName.charAt(middle + 1)
                    + latinName.charAt(middle)
                    + latinName.substring(middle + 2);
        }
    }

    /// Adds what is not there yet. Killed at any moment it goes on the next time.
    void furnish(Database database, Instant now, LocalDate today, BenchListener listener) {
        try {
            if (!isThere(database)) {
                write(database, now, listener);
            }
        } catch (SQLException | IOException e) {
            throw new DatabaseException(Fault.FAILED, "The town could not be furnished: " + e, e);
        }
        Change why = new Change(now, "bench", WHAT);
        if (Outages.newest(database, 1).isEmpty()) {
            planOutages(database, today, why, listener);
        }
        if (Coverages.newest(database).isEmpty()) {
            listener.stage("coverage", 0);
            Coverages.count(database, today, why);
        }
        if (Campaigns.newest(database, 1).isEmpty()) {
            listener.stage("campaign", 0);
            Campaigns.Asked asked = new Campaigns.Asked(Chosen.POST_ONLY, null, null);
            Campaigns.begin(
                    database,
                    asked,
                    today,
                    Campaigns.look(database, asked, today).asked(),
                    why);
        }
    }

    private static boolean isThere(Database database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select exists (select from change where author = 'bench' and reason = ?)")) {
            query.setString(1, WHAT);
            return Rows.list(query, row -> row.getBoolean(1)).getFirst();
        }
    }

    /// All of it, or nothing.
    private static void write(Database database, Instant now, BenchListener listener) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, new Change(now, "bench", WHAT));
            for (String file : FILES) {
                listener.stage(file, 0);
                statement.execute(text(file).replace("{change}", Long.toString(change)));
            }
            listener.stage("indexes of the search", 0);
            SearchIndexes.make(connection);
            RangeIndexes.bringUpToDate(connection);
            connection.commit();
            connection.setAutoCommit(true);
            listener.stage("vacuum", 0);
            statement.execute("vacuum analyze");
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = ConsoleTown.class.getResourceAsStream(file + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no statements " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Most quarters have one ahead of them, of water and of electricity by turns.
    private static void planOutages(Database database, LocalDate today, Change why, BenchListener listener) {
        listener.stage("interruptions", QUARTERS_CUT_OFF);
        List<String> quarters = quarters(database);
        for (int i = 0; i < quarters.size(); i++) {
            LocalDateTime from = today.plusDays(9 + i).atTime(8, 0);
            Outages.plan(
                    database,
                    i % 2 == 0 ? "water" : "electricity",
                    new OutageArea.Area(quarters.get(i)),
                    new Outages.Times(from, from.plusHours(4), Map.of()),
                    today.atStartOfDay(),
                    why,
                    false);
            listener.done(1);
        }
    }

    private static List<String> quarters(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select distinct area from premise order by area limit ?")) {
            query.setInt(1, QUARTERS_CUT_OFF);
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw new DatabaseException(Fault.FAILED, "The quarters could not be listed: " + e, e);
        }
    }

    /// So many, evenly spread over the town, whom both a telephone and an e-mail reach.
    List<Known> known(Database database, int howMany) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select a.reference, g.tariff, c.latin_name, c.arabic_name, p.address, p.area,
                               s.address as telephone, m.address as mail, t.serial, (
                                   select bill_number(b.serial) from bill b where b.agreement = g.reference
                                   order by b.total desc limit 1) as bill
                        from unnest(?) after (reference)
                        cross join lateral (
                            select s.account from contact s join contact m using (account)
                            where s.channel = 'sms' and m.channel = 'email' and s.account >= after.reference
                            order by s.account limit 1) w
                        join customer_account a on a.reference = w.account
                        join customer c on c.reference = a.customer
                        join contact s on s.account = a.reference and s.channel = 'sms'
                        join contact m on m.account = a.reference and m.channel = 'email'
                        join service_agreement g on g.account = a.reference
                        join usage_point u on u.reference = g.usage_point
                        join premise p on p.reference = u.premise
                        join meter t on t.usage_point = u.reference
                        order by after.reference""")) {
            Stream<String> spread = Stream.iterate(0, i -> i < howMany, i -> i + 1)
                    .map(i -> BilledTown.account((int) ((long) i * town.accounts() / howMany * 9 / 10)));
            query.setArray(1, SqlArrays.texts(connection, spread.toList()));
            return Rows.list(
                    query,
                    row -> new Known(
                            row.getString("reference"),
                            row.getString("tariff"),
                            row.getString("latin_name"),
                            row.getString("arabic_name"),
                            row.getString("address"),
                            row.getString("area"),
                            row.getString("telephone"),
                            row.getString("mail"),
                            row.getString("serial"),
                            row.getString("bill")));
        } catch (SQLException e) {
            throw new DatabaseException(Fault.FAILED, "Nobody to look for: " + e, e);
        }
    }
}
