package org.taswiya.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.SearchIndexes;
import org.taswiya.store.reach.Campaigns;
import org.taswiya.store.reach.Campaigns.Asked;
import org.taswiya.store.reach.Chosen;
import org.taswiya.store.reach.Coverages;

/// Measures what the agents' console asks of many customers: `DeskRate ACCOUNTS`. Names are of 60 first names and 400
/// others, so that common ones are as common as in a town.
final class DeskRate {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Change WHY = new Change(Instant.parse("2026-11-01T09:00:00Z"), "rate", "measured");
    private static final int TIMES = 20;

    /// One account in three is reached by nothing, one by post, one by a text message; one in nine by e-mail too.
    private static final String FILL = """
            create temporary table who as
            select n, '2' || lpad(n::text, 9, '0') as account,
                   'Prenom' || substr(md5((n * 7919 % 60)::text), 1, 5) as first,
                   substr('benalaouicherkitazimansouri', 1 + n % 20, 4) || substr(md5((n % 400)::text), 1, 4) as last
            from generate_series(1, {n}) n;
            insert into customer
            select 'K' || n, 'household',
                   'محمد ' || translate(last, 'abcdefghijklmnopqrstuvwxyz', 'ابتثجحخدذرزسشصضطظعغفقكلمنه'),
                   first || ' ' || last, 'ar', {change} from who;
            insert into customer_account select account, 'K' || n, {change} from who;
            insert into premise
            select 'P' || n, n % 300 || ', rue ' || substr(md5((n % 700)::text), 1, 6), 'Quartier ' || n % 12, {change}
            from who;
            insert into usage_point select 'U' || n, 'P' || n, 'water', {change} from who;
            insert into service_agreement (reference, account, usage_point, tariff, households, from_day, billed_from,
                                           change)
            select 'C' || lpad(n::text, 7, '0'), account, 'U' || n, 'casablanca/water-household', 1, '2020-01-01',
                   '2020-01-01', {change} from who;
            insert into contact_set select account, {change}, 'ar', '2020-01-01' from who where n % 3 > 0;
            insert into contact select account, {change}, 1, case n % 3 when 1 then 'post' else 'sms' end,
                case n % 3 when 1 then n || ', rue' else '+2126' || lpad(n::text, 8, '0') end from who where n % 3 > 0;
            insert into contact
            select account, {change}, 2, 'email', 'a' || n || '@example.org' from who where n % 9 = 2;
            """;

    private DeskRate() {}

    public static void main(String[] args) throws SQLException {
        int accounts = Integer.parseInt(args[0]);
        try (Database database = Database.openEmbedded(TestDatabases.home("desk-rate"), 0)) {
            fill(database, accounts);
            String known = account(accounts / 2);
            for (String typed : List.of(
                    known.substring(0, 5),
                    known.substring(0, 9),
                    "preno",
                    "prenom",
                    "alao",
                    "محم",
                    "prenom alao",
                    "rue",
                    "quartier 7",
                    "zzzz")) {
                timed(
                        "hits '" + typed + "'",
                        TIMES,
                        () -> CustomerSearch.hits(database, typed, TODAY).size());
            }
            explained(database, "alao");
            explained(database, "prenom");
            timed("coverage counted", 3, () -> (int) Coverages.count(database, TODAY, WHY));
            timed("coverage shown", TIMES, () ->
                    (int) Coverages.newest(database).orElseThrow().all().unreached());
            Asked asked = new Asked(Chosen.POST_ONLY, null, null);
            timed("campaign looked at", 1, () ->
                    (int) Campaigns.look(database, asked, TODAY).asked());
            long many = Campaigns.look(database, asked, TODAY).asked();
            timed("campaign begun", 1, () -> (int) Campaigns.begin(database, asked, TODAY, many, WHY)
                    .orElseThrow()
                    .asked());
            timed("campaign shown", TIMES, () ->
                    (int) Campaigns.of(database, 1).orElseThrow().asked());
        }
    }

    private static String account(int n) {
        return String.format(Locale.ROOT, "2%09d", n);
    }

    private static void fill(Database database, int accounts) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, WHY);
            String fill = FILL.replace("{change}", Long.toString(change));
            statement.execute(fill.replace("{n}", Integer.toString(accounts)));
            SearchIndexes.make(connection);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    private static void timed(String what, int times, Supplier<Integer> work) {
        double most = 0;
        double sum = 0;
        int came = 0;
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            came = work.get();
            double took = (System.nanoTime() - begin) / 1e6;
            most = Math.max(most, took);
            sum += took;
        }
        System.out.printf(Locale.ROOT, "%-24s %6.1f ms, at most %6.1f: %d%n", what, sum / times, most, came);
    }

    private static void explained(Database database, String key) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (analyze, costs off, buffers off)"
                        + " select a.reference from (select c.reference from (select * from customer c"
                        + " where search_key(c.arabic_name || ' ' || c.latin_name) like '%" + key
                        + "%' limit 500) c limit 20) f join customer_account a on a.customer = f.reference")) {
            while (plan.next()) {
                System.out.println("  " + plan.getString(1));
            }
        }
    }
}
