package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.Withheld;

/// The work list: agreements that a run held and that have got no bill since. What was decided before that run did not
/// help, and the agreement waits again.
public final class Holds {
    private Holds() {}

    /// One row for each, with what was decided since: what was decided after its last bill.
    public static final String WAITING = """
            select h.agreement, h.run, r.bill_to, array_agg(h.reason order by h.ordinal) as reasons,
                   array_agg(h.found order by h.ordinal) as found, array_agg(h.figures order by h.ordinal) as figures,
                   min(h.at_risk) as at_risk,
                   exists (select from hold_release l
                           where l.agreement = h.agreement and l.change > r.change and not exists (
                               select from bill b where b.agreement = h.agreement and b.serial > l.after_bill))
                       as is_released,
                   exists (select from bill_request l
                           where l.agreement = h.agreement and l.change > r.change and not exists (
                               select from bill b where b.agreement = h.agreement and b.serial > l.after_bill))
                       as is_requested
            from held_agreement h
            join billing_run r on r.id = h.run
            where h.outcome = 'held'
                and not exists (select from held_agreement l where l.agreement = h.agreement and l.run > h.run)
                and not exists (select from bill b where b.agreement = h.agreement and b.run >= h.run)
            group by h.agreement, h.run, r.bill_to, r.change""";

    private static final String OPEN = """
            select h.*, a.account, c.class::text, e.area, p.service
            from (%s) h
            join service_agreement a on a.reference = h.agreement
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            join customer_account k on k.reference = a.account
            join customer c on c.reference = k.customer
            """.formatted(WAITING);

    private static final String IN_ORDER = "order by h.at_risk desc nulls last, h.run, h.agreement";

    /// All that wait, most money at risk first.
    public static List<OpenHold> open(Database database) {
        return open(database, HoldFilter.ALL);
    }

    /// One agreement, if it waits.
    public static Optional<OpenHold> of(Database database, String agreement) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(OPEN + "where h.agreement = ?")) {
            query.setString(1, agreement);
            return Rows.list(query, Holds::hold).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Some that wait, most money at risk first.
    ///
    /// @throws IllegalArgumentException when there is no such area or run
    public static List<OpenHold> open(Database database, HoldFilter filter) {
        try (Connection connection = database.connect()) {
            return open(connection, filter);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static List<OpenHold> open(Connection connection, HoldFilter filter) throws SQLException {
        requireThere(connection, filter);
        try (PreparedStatement query = connection.prepareStatement(OPEN + IN_ORDER)) {
            return Rows.list(query, Holds::hold).stream().filter(filter::lets).toList();
        }
    }

    /// What is spelt wrong would otherwise look as if nobody waited.
    private static void requireThere(Connection connection, HoldFilter filter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select exists (select from premise e where e.area = ?) as is_area,
                       exists (select from billing_run r where r.id = ?) as is_run""")) {
            query.setString(1, filter.area());
            query.setObject(2, filter.run(), Types.BIGINT);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                if (filter.area() != null && !found.getBoolean("is_area")) {
                    throw new IllegalArgumentException("no premise is in an area '" + filter.area() + "'");
                }
                if (filter.run() != null && !found.getBoolean("is_run")) {
                    throw new IllegalArgumentException("there is no run " + filter.run());
                }
            }
        }
    }

    private static OpenHold hold(ResultSet row) throws SQLException {
        return new OpenHold(
                row.getString("agreement"),
                row.getString("account"),
                CustomerClass.ofCode(row.getString("class")),
                row.getString("area"),
                row.getString("service"),
                row.getLong("run"),
                Rows.date(row, "bill_to"),
                causes(row),
                Rows.moneyOrNull(row, "at_risk"),
                row.getBoolean("is_released"),
                row.getBoolean("is_requested"));
    }

    private static List<Withheld.Reason> causes(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray("reasons").getArray();
        String[] found = (String[]) row.getArray("found").getArray();
        String[] figures = (String[]) row.getArray("figures").getArray();
        List<Withheld.Reason> causes = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            causes.add(new Withheld.Reason(codes[i], found[i], HoldFigures.parse(figures[i])));
        }
        return causes;
    }

    /// Lets the next bill of agreements leave whatever the checks find.
    ///
    /// @param agreements that wait
    /// @param why who decided it, when and for what reason
    public static void release(Database database, List<String> agreements, Change why) {
        HoldDecisions.release(database, agreements, HoldFilter.ALL, why, false);
    }
}
