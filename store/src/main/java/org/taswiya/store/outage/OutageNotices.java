package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Tells everybody who is served where an outage is, and nobody else.
public final class OutageNotices {
    /// Accounts with an agreement for the service there on the day on which it begins. A meter behind a main meter is
    /// supplied through it: where the one is without water the account of the other is told.
    private static final String SERVED = """
            with there as (
                select p.reference as point, e.address
                from outage_premise o
                join premise e on e.reference = o.premise
                join usage_point p on p.premise = e.reference and p.service = ?
                where o.outage = ?),
            supplied as (
                select point, address from there
                union
                select s.main, t.address from there t join sub_meter_in_force s on s.sub = t.point
                where s.from_day <= ? and (s.to_day is null or s.to_day > ?))
            select a.account, array_agg(distinct t.address order by t.address) as addresses
            from supplied t
            join service_agreement a on a.usage_point = t.point and a.from_day <= ?
                and (a.to_day is null or a.to_day > ?)
            group by a.account order by a.account""";

    /// Who was told of an earlier version and is not served there on the day that counts now.
    private static final String TOLD_BEFORE = """
            select distinct on (n.account) n.account, n.facts ->> 'addresses' as addresses
            from announcement n join outage_version v on n.cause = v.outage || 'V' || v.version
            where n.kind = 'outage' and v.outage = ? and v.version < ? and n.facts <> '{}'
                and not exists (
                    select from announcement t
                    where t.kind = 'outage' and t.account = n.account and t.cause = ?)
            order by n.account, v.version desc""";

    private OutageNotices() {}

    /// Whoever is told of a version.
    ///
    /// @param accounts announced now
    public record Notified(Outage outage, long accounts) {}

    /// Announces the newest version of an outage and queues the messages; whoever was told of it already is not told
    /// again, so that the same again only adds whose contact came in since.
    ///
    /// @param on whose contacts of that day count
    /// @return empty when there is no such outage
    public static Optional<Notified> notify(
            Database database,
            long number,
            LocalDate on,
            Change why,
            boolean isTrial,
            Announcements.Listener listener) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            Outage outage = Outages.find(connection, number).orElse(null);
            if (outage == null) {
                return new Done<>(Optional.empty(), false);
            }
            Cause cause =
                    new Cause(Cause.Kind.OUTAGE, number + "V" + outage.now().version());
            long told = Announcements.write(connection, served(connection, outage, cause.key()), change);
            told += Announcements.write(connection, toldBefore(connection, outage, cause.key()), change);
            boolean isQueued = Announcements.queue(connection, cause, change, on, why.at()) > 0;
            Announcements.tell(connection, cause, change, on, listener);
            return new Done<>(Optional.of(new Notified(outage, told)), told > 0 || isQueued);
        });
    }

    private static List<Due> served(Connection connection, Outage outage, String key) throws SQLException {
        LocalDate day = outage.now().from().toLocalDate();
        try (PreparedStatement query = connection.prepareStatement(SERVED)) {
            query.setString(1, outage.service());
            query.setLong(2, outage.number());
            for (int parameter = 3; parameter <= 6; parameter++) {
                query.setObject(parameter, day);
            }
            return Rows.list(
                    query,
                    row -> due(outage, key, row.getString("account"), List.of((String[])
                            row.getArray("addresses").getArray())));
        }
    }

    private static List<Due> toldBefore(Connection connection, Outage outage, String key) throws SQLException {
        if (outage.now().version() == 1) {
            return new ArrayList<>();
        }
        try (PreparedStatement query = connection.prepareStatement(TOLD_BEFORE)) {
            query.setLong(1, outage.number());
            query.setInt(2, outage.now().version());
            query.setString(3, key);
            return Rows.list(
                    query,
                    row -> due(
                            outage,
                            key,
                            row.getString("account"),
                            List.of(row.getString("addresses").split("\n"))));
        }
    }

    private static Due due(Outage outage, String key, String account, List<String> addresses) {
        Outage.Version now = outage.now();
        return new Due(
                key,
                account,
                new Announcement.Interruption(
                        now.state(), outage.service(), now.from(), now.to(), now.reasons(), addresses));
    }
}
