package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Tells everybody who is served where an outage is, and nobody else; that it is over or called off, those whom it was
/// announced to.
public final class OutageNotices {
    /// Accounts with an agreement for the service there on one of its days. A meter behind a main meter is supplied
    /// through it: where the one is without water the account of the other is told.
    private static final String SERVED = """
            with there as (
                select p.reference as point, e.address
                from outage_premise o
                join premise e on e.reference = o.premise
                join usage_point p on p.premise = e.reference and p.service = ?
                where o.outage = ?),
            days as (select ?::date as first, ?::date as last),
            supplied as (
                select t.point, t.address, d.first, d.last from there t cross join days d
                union
                select s.main, t.address, greatest(d.first, s.from_day), least(d.last, s.to_day - 1)
                from there t cross join days d
                join sub_meter_in_force s on s.sub = t.point
                    and s.from_day <= d.last and (s.to_day is null or s.to_day > d.first))
            select a.account, array_agg(distinct t.address order by t.address) as addresses
            from supplied t
            join service_agreement a on a.usage_point = t.point and a.from_day <= t.last
                and (a.to_day is null or a.to_day > t.first)
            group by a.account order by a.account""";

    /// Who was told of an earlier version, where, and whether at other times than those of now. Versions older than
    /// the last that is known to have gone out count no more: what was withdrawn nobody has read.
    private static final String TOLD_BEFORE = """
            select account, (array_agg(addresses order by version desc))[1] as addresses,
                   bool_or(is_at_other_times and version >= last_sent) as is_moved
            from (
                select n.account, v.version, n.facts ->> 'addresses' as addresses,
                       (v.from_time, v.to_time) <> (?, ?) as is_at_other_times,
                       coalesce(max(v.version) filter (where m.is_sent) over (partition by n.account), 0) as last_sent
                from announcement n
                join outage_version v on n.cause = v.outage || 'V' || v.version
                cross join lateral (
                    select exists (
                        select from message m
                        where m.cause_kind = n.kind and m.cause = n.cause and m.account = n.account
                            and m.state = 'sent') as is_sent) m
                where n.kind = 'outage' and v.outage = ? and v.version < ? and n.facts <> '{}') told
            group by account order by account""";

    private OutageNotices() {}

    /// Whoever is told of a version.
    ///
    /// @param accounts announced now
    public record Notified(Outage outage, long accounts) {}

    /// Announces the newest version of an outage and queues the messages; whoever was told of it already is not told
    /// again, so that the same again only adds who moved in or whose contact came in since.
    ///
    /// @param now what time it is, the utility's own; contacts of that day count
    /// @return empty when there is no such outage
    /// @throws IllegalArgumentException when what is announced as to come is over already
    public static Optional<Notified> notify(
            Database database,
            long number,
            LocalDateTime now,
            Change why,
            boolean isTrial,
            Announcements.Listener listener) {
        return BooksTransaction.make(
                database,
                why,
                isTrial,
                (connection, change) -> notify(connection, number, now, new Sent(change, why.at()), listener));
    }

    /// By which change and when messages are queued.
    record Sent(long change, Instant at) {}

    static Done<Optional<Notified>> notify(
            Connection connection, long number, LocalDateTime now, Sent sent, Announcements.Listener listener)
            throws SQLException {
        LocalDate on = now.toLocalDate();
        Outage outage = OutageRows.find(connection, number).orElse(null);
        if (outage == null) {
            return new Done<>(Optional.empty(), false);
        }
        check(outage, now);
        Cause cause = new Cause(Cause.Kind.OUTAGE, number + "V" + outage.now().version());
        long told = Announcements.write(connection, due(connection, outage, cause.key(), on), sent.change());
        boolean isQueued = Announcements.queue(connection, cause, sent.change(), on, sent.at()) > 0;
        Announcements.tell(connection, cause, sent.change(), on, listener);
        return new Done<>(Optional.of(new Notified(outage, told)), told > 0 || isQueued);
    }

    private static void check(Outage outage, LocalDateTime now) {
        Outage.Version version = outage.now();
        if (!version.state().isOver() && !version.to().isAfter(now)) {
            throw new IllegalArgumentException("outage " + outage.number() + " was over at " + version.to() + ": it is "
                    + now + " now; nobody is told any more that it comes, but outage end says when it ended");
        }
    }

    /// Who is to be told what. That it is moved, over or called off is news only to those who were told of it.
    private static List<Due> due(Connection connection, Outage outage, String key, LocalDate on) throws SQLException {
        OutageState state = outage.now().state();
        Map<String, Before> told = toldBefore(connection, outage);
        List<Due> all = new ArrayList<>();
        if (!state.isOver()) {
            served(connection, outage, on).forEach((account, addresses) -> {
                Before before = told.remove(account);
                News news = before == null
                        ? new News(OutageState.PLANNED, true, addresses)
                        : new News(state, before.isMoved(), addresses);
                all.add(due(outage, key, account, news));
            });
        }
        told.forEach((account, before) ->
                all.add(due(outage, key, account, new News(state, before.isMoved(), before.addresses()))));
        return all;
    }

    /// What an account was told before.
    ///
    /// @param isMoved whether of other times than those of now
    private record Before(boolean isMoved, List<String> addresses) {}

    /// What an account is told now.
    private record News(OutageState state, boolean isMoved, List<String> addresses) {}

    /// The addresses of each account, by account.
    private static SortedMap<String, List<String>> served(Connection connection, Outage outage, LocalDate on)
            throws SQLException {
        LocalDate first = outage.now().from().toLocalDate();
        SortedMap<String, List<String>> served = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(SERVED)) {
            query.setString(1, outage.service());
            query.setLong(2, outage.number());
            query.setObject(3, first.isBefore(on) ? on : first);
            query.setObject(4, outage.now().lastDay());
            Rows.each(
                    query,
                    row -> served.put(row.getString("account"), List.of((String[])
                            row.getArray("addresses").getArray())));
        }
        return served;
    }

    private static SortedMap<String, Before> toldBefore(Connection connection, Outage outage) throws SQLException {
        SortedMap<String, Before> told = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(TOLD_BEFORE)) {
            query.setObject(1, outage.now().from());
            query.setObject(2, outage.now().to());
            query.setLong(3, outage.number());
            query.setInt(4, outage.now().version());
            Rows.each(
                    query,
                    row -> told.put(
                            row.getString("account"),
                            new Before(
                                    row.getBoolean("is_moved"),
                                    List.of(row.getString("addresses").split("\n")))));
        }
        return told;
    }

    private static Due due(Outage outage, String key, String account, News news) {
        Outage.Version now = outage.now();
        return new Due(
                key,
                account,
                new Announcement.Interruption(
                        news.state(),
                        news.isMoved(),
                        outage.service(),
                        now.from(),
                        now.to(),
                        now.reasons(),
                        news.addresses()));
    }
}
