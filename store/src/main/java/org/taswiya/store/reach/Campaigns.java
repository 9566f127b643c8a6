package org.taswiya.store.reach;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.message.Announcements;

/// Asks a chosen set of accounts once for an address, or to confirm one: those that a channel reaches by a message, the
/// others when somebody speaks with them.
public final class Campaigns {
    private static final String HEAD = """
            select g.id, g.chosen, g.customer_class::text as customer_class, g.area, g.begun_on, g.change, e.ended_on,
                   c.author, c.reason
            from contact_campaign g join change c on c.id = g.change
            left join contact_campaign_end e on e.campaign = g.id""";

    /// Who is asked already is not asked by another.
    private static final String CHOOSE = """
            with %s
            insert into contact_campaign_account
            select ?, r.account from reach r
            where %s and (?::customer_class is null or r.class = ?::customer_class) and (?::text is null or r.area = ?)
                and not exists (
                    select from contact_campaign_account o
                    where o.account = r.account and o.campaign <> ? and not exists (
                        select from contact_campaign_end e where e.campaign = o.campaign))""";

    /// The first answer of each. Codes that were given come with a contact of the same change.
    private static final String ANSWERS = """
            select (c.made_at at time zone 'UTC')::date as day,
                   count(*) filter (where not f.is_confirmed) as gave, count(*) filter (where f.is_confirmed) as confirmed
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
            Chosen chosen, @Nullable CustomerClass ofClass, @Nullable String area) {}

    /// Begins a campaign.
    ///
    /// @param seen how many it was to ask when that was looked at; another number does nothing
    /// @param isTrial whether everything is done and taken back
    /// @return what it is, or would be; its number is zero where nothing was written
    public static Campaign begin(
            Database database, Asked asked, LocalDate on, long seen, Change why, boolean isTrial) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            long number = insert(connection, asked, on, change);
            long chosen = choose(connection, asked, on, number);
            boolean isKept = !isTrial && chosen == seen && chosen > 0;
            if (chosen > 0) {
                tell(connection, number, asked.chosen(), on, why, change);
            }
            Campaign campaign = of(connection, number).orElseThrow();
            if (isKept) {
                connection.commit();
                return campaign;
            }
            connection.rollback();
            return new Campaign(
                    0,
                    asked.chosen(),
                    asked.ofClass(),
                    asked.area(),
                    on,
                    null,
                    why.author(),
                    why.reason(),
                    chosen,
                    campaign.told(),
                    List.of());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static long insert(Connection connection, Asked asked, LocalDate on, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into contact_campaign
                select coalesce(max(id), 0) + 1, ?, ?::customer_class, ?, ?, ? from contact_campaign returning id""")) {
            insert.setString(1, asked.chosen().code());
            insert.setString(2, code(asked.ofClass()));
            insert.setString(3, asked.area());
            insert.setObject(4, on);
            insert.setLong(5, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    private static @Nullable String code(@Nullable CustomerClass ofClass) {
        return ofClass == null ? null : ofClass.code();
    }

    private static long choose(Connection connection, Asked asked, LocalDate on, long number) throws SQLException {
        String sql = CHOOSE.formatted(ReachSql.tables(on), ReachSql.of(asked.chosen()));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, number);
            insert.setString(2, code(asked.ofClass()));
            insert.setString(3, code(asked.ofClass()));
            insert.setString(4, asked.area());
            insert.setString(5, asked.area());
            insert.setLong(6, number);
            return insert.executeUpdate();
        }
    }

    /// Writes what they are told, and the messages of it; whom none goes to somebody has to ask.
    private static void tell(
            Connection connection, long number, Chosen chosen, LocalDate on, Change why, long change)
            throws SQLException {
        Cause cause = new Cause(Cause.Kind.CONTACT_REQUEST, "P" + number);
        boolean isToConfirm = chosen == Chosen.UNCONFIRMED;
        Announcement told = new Announcement.ContactRequest(on, isToConfirm);
        if (chosen != Chosen.UNREACHED) {
            Announcements.write(
                    connection,
                    accounts(connection, number).stream()
                            .map(account -> new Announcements.Due(cause.key(), account, told))
                            .toList(),
                    change);
            Announcements.queue(connection, cause, change, on, why.at());
        }
    }

    private static List<String> accounts(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select account from contact_campaign_account where campaign = ? order by account")) {
            query.setLong(1, number);
            return Rows.list(query, row -> row.getString(1));
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
        long[] counts = counts(connection, number);
        return new Campaign(
                number,
                Chosen.ofCode(row.getString("chosen")).orElseThrow(),
                ofClass == null ? null : CustomerClass.valueOf(ofClass.toUpperCase(Locale.ROOT)),
                row.getString("area"),
                Rows.date(row, "begun_on"),
                Rows.dateOrNull(row, "ended_on"),
                row.getString("author"),
                row.getString("reason"),
                counts[0],
                counts[1],
                answers(connection, number, row.getLong("change")));
    }

    private static long[] counts(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select (select count(*) from contact_campaign_account where campaign = ?),
                       (select count(distinct m.account) from message m
                        where m.cause_kind = 'contact-request' and m.cause = ?)""")) {
            query.setLong(1, number);
            query.setString(2, "P" + number);
            return Rows.list(query, row -> new long[] {row.getLong(1), row.getLong(2)})
                    .getFirst();
        }
    }

    private static List<Campaign.Answers> answers(Connection connection, long number, long change)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANSWERS)) {
            query.setLong(1, change);
            query.setLong(2, change);
            query.setLong(3, number);
            query.setLong(4, number);
            return Rows.list(
                    query,
                    row -> new Campaign.Answers(
                            Rows.date(row, "day"), row.getLong("gave"), row.getLong("confirmed")));
        }
    }
}
