package org.taswiya.store.reach;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Asks a chosen set of accounts once for an address, or to confirm one: those that a channel reaches by a message of
/// the next sweep of announcements, the others when somebody speaks with them.
public final class Campaigns {
    private static final String HEAD = """
            select g.id, g.chosen, g.customer_class::text as customer_class, g.area, g.begun_on, g.asked, g.change,
                   e.ended_on,
                   c.author, c.reason
            from contact_campaign g join change c on c.id = g.change
            left join contact_campaign_end e on e.campaign = g.id""";

    /// Who is asked already is not asked by another.
    private static final String CHOSEN = """
            with {reach},
            chosen as materialized (
                select r.account, r.sms > 0 or r.email > 0 or r.push or r.post as is_reached from reach r
                where {who} and (?::customer_class is null or r.class = ?::customer_class)
                    and (?::text is null or r.area = ?)
                    and not exists (
                        select from contact_campaign_account o
                        where o.account = r.account and not exists (
                            select from contact_campaign_end e where e.campaign = o.campaign)))""";

    private static final String COUNT =
            "select count(*) as asked, count(*) filter (where is_reached) as told from chosen";

    /// One statement: what it names of itself is looked at when it ends.
    private static final String BEGIN = """
            , campaign as (
                insert into contact_campaign
                select ?, ?, ?::customer_class, ?, ?, count(*), ? from chosen having count(*) > 0)
            insert into contact_campaign_account select ?, account from chosen order by account""";

    /// The first answer of each. Codes that were given come with a contact of the same change.
    private static final String ANSWERS = """
            select (c.made_at at time zone 'UTC')::date as day,
                   count(*) filter (where not f.is_confirmed) as gave,
                   count(*) filter (where f.is_confirmed) as confirmed
            from (select distinct on (a.account) a.account, a.change, a.is_confirmed
                  from (select s.account, s.change, false as is_confirmed from contact_set s where s.change > ?
                        union all select k.account, t.change, true
                        from contact_code_try t join contact_code k on k.id = t.contact_code
                        where t.is_right and t.change > ?) a
                  join contact_campaign_account x on x.account = a.account and x.campaign = ?
                  order by a.account, a.change, a.is_confirmed desc) f
            join change c on c.id = f.change
            where c.made_at < coalesce((select n.made_at from contact_campaign_end e join change n on n.id = e.change
                                        where e.campaign = ?), 'infinity')
            group by 1 order by 1""";

    private Campaigns() {}

    /// Whom to ask.
    ///
    /// @param ofClass null for all classes
    /// @param area null for everywhere
    public record Asked(
            Chosen chosen,
            @Nullable CustomerClass ofClass,
            @Nullable String area) {}

    /// How many a campaign would ask.
    ///
    /// @param told of them, those that a channel reaches, if they have not refused to be asked
    public record Size(long asked, long told) {}

    /// Whom it would ask; nothing is written.
    public static Size look(Database database, Asked asked, LocalDate on) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(chosen(asked, on) + COUNT)) {
            where(query, asked);
            return Rows.list(query, row -> new Size(row.getLong("asked"), row.getLong("told")))
                    .getFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Begins a campaign. Messages are written by the next sweep of announcements; killed at any moment, all are asked
    /// or nobody is.
    ///
    /// @param seen how many it was to ask when that was looked at
    /// @return empty where they are not so many now, or it would ask nobody; nothing is written then
    public static Optional<Campaign> begin(Database database, Asked asked, LocalDate on, long seen, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            // changes are written one after the other: who else begins a campaign waits here, and then sees this one
            long change = Changes.record(connection, why);
            long number = next(connection);
            try (PreparedStatement insert = connection.prepareStatement(chosen(asked, on) + BEGIN)) {
                int at = where(insert, asked);
                insert.setLong(++at, number);
                insert.setString(++at, asked.chosen().code());
                insert.setString(++at, code(asked.ofClass()));
                insert.setString(++at, asked.area());
                insert.setObject(++at, on);
                insert.setLong(++at, change);
                insert.setLong(++at, number);
                int chosen = insert.executeUpdate();
                if (chosen == 0 || chosen != seen) {
                    connection.rollback();
                    return Optional.empty();
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze contact_campaign_account"); // its page is the next that is asked for
            }
            Campaign begun = of(connection, number).orElseThrow();
            connection.commit();
            return Optional.of(begun);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static String chosen(Asked asked, LocalDate on) {
        return CHOSEN.replace("{reach}", ReachSql.tables(on)).replace("{who}", ReachSql.of(asked.chosen())) + "\n";
    }

    private static int where(PreparedStatement query, Asked asked) throws SQLException {
        query.setString(1, code(asked.ofClass()));
        query.setString(2, code(asked.ofClass()));
        query.setString(3, asked.area());
        query.setString(4, asked.area());
        return 4;
    }

    private static @Nullable String code(@Nullable CustomerClass ofClass) {
        return ofClass == null ? null : ofClass.code();
    }

    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(max(id), 0) + 1 from contact_campaign")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    /// Nobody is asked any more, and what comes from now on is no answer to it.
    ///
    /// @return false where there is none, or it has ended
    public static boolean end(Database database, long number, LocalDate on, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into contact_campaign_end
                    select g.id, greatest(?, g.begun_on), ? from contact_campaign g where g.id = ?
                    on conflict do nothing""")) {
                insert.setObject(1, on);
                insert.setLong(2, Changes.record(connection, why));
                insert.setLong(3, number);
                boolean isEnded = insert.executeUpdate() == 1;
                if (isEnded) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return isEnded;
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<Campaign> of(Database database, long number) {
        try (Connection connection = database.connect()) {
            return of(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<Campaign> of(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HEAD + " where g.id = ?")) {
            query.setLong(1, number);
            return Rows.list(query, row -> campaign(connection, row)).stream().findFirst();
        }
    }

    /// The newest first.
    public static List<Campaign> newest(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(HEAD + " order by g.id desc limit ?")) {
            query.setInt(1, most);
            return Rows.list(query, row -> campaign(connection, row));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Whether a campaign waits for an answer of an account.
    public static boolean isAsked(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select from contact_campaign_account x join contact_campaign g on g.id = x.campaign
                        where x.account = ?
                            and not exists (select from contact_campaign_end e where e.campaign = g.id)
                            and not exists (select from contact_set s
                                            where s.account = x.account and s.change > g.change)
                            and not exists (select from contact_code k join contact_code_try t
                                                on t.contact_code = k.id and t.is_right
                                            where k.account = x.account and t.change > g.change)
                        limit 1""")) {
            query.setString(1, account);
            return !Rows.list(query, _ -> true).isEmpty();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Campaign campaign(Connection connection, ResultSet row) throws SQLException {
        long number = row.getLong("id");
        String ofClass = row.getString("customer_class");
        return new Campaign(
                number,
                Chosen.ofCode(row.getString("chosen")).orElseThrow(),
                ofClass == null ? null : CustomerClass.ofCode(ofClass),
                row.getString("area"),
                Rows.date(row, "begun_on"),
                Rows.dateOrNull(row, "ended_on"),
                row.getString("author"),
                row.getString("reason"),
                row.getLong("asked"),
                told(connection, number),
                answers(connection, number, row.getLong("change")));
    }

    private static long told(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select count(*) from announcement where kind = 'contact-request' and cause = ?")) {
            query.setString(1, "P" + number);
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    private static List<Campaign.Answers> answers(Connection connection, long number, long change) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANSWERS)) {
            query.setLong(1, change);
            query.setLong(2, change);
            query.setLong(3, number);
            query.setLong(4, number);
            return Rows.list(
                    query,
                    row -> new Campaign.Answers(Rows.date(row, "day"), row.getLong("gave"), row.getLong("confirmed")));
        }
    }
}
