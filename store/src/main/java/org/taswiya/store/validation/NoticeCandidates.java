package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.population.ReadingKind;

/// Abnormal use of which customers should be told: what was raised, and what became of it.
public final class NoticeCandidates {
    private static final int USED_DECIMALS = 9;

    /// Whoever records a change keeps all others from it until the end, so that no two find the same last number.
    private static final String RAISE = """
            insert into notice_candidate
                (number, usage_point, at, revision, kind, from_day, to_day, used, figures, change)
            select (select coalesce(max(number), 0) + 1 from notice_candidate), usage_point, at, max(revision),
                   ?::use_alarm, ?, ?, ?, ?, ?
            from reading where usage_point = ? and at = ? group by usage_point, at
            on conflict (usage_point, kind, from_day, to_day, used) do nothing
            returning number""";

    private static final String LIST = """
            select n.number, n.usage_point, p.service, e.area, m.unit::text, n.kind::text, n.at, n.from_day, n.to_day,
                   n.figures, n.change, r.kind::text as read_by, r.value, r.provenance,
                   a.reference as agreement, a.account, c.class::text, c.language::text,
                   exists (
                       select from suspect_decision s
                       where s.usage_point = n.usage_point and s.at = n.at and s.change = n.change) as of_suspect,
                   coalesce(case n.kind
                       when 'surge' then
                           shown.value <> r.value
                           or begins.value <> began.value
                           or exists (
                               select from reading l
                               where l.usage_point = n.usage_point and l.at > n.from_day and l.at < n.at
                                   and l.kind <> 'estimated')
                       -- All values of a feed move when a day before them is put right: what they used is the same.
                       else
                           shown.value - r.value <> begins.value - began.value
                           or flow.days < n.to_day - n.from_day
                           or flow.joined
                       end, false) as overtaken,
                   d.outcome::text, w.made_at as decided_at, w.author, w.reason
            from notice_candidate n
            join usage_point p on p.reference = n.usage_point
            join premise e on e.reference = p.premise
            join reading r on r.usage_point = n.usage_point and r.at = n.at and r.revision = n.revision
            cross join lateral (
                select unit from meter where usage_point = n.usage_point
                order by installed_at <= n.at desc, installed_at desc limit 1) m
            left join lateral (
                select value from reading where usage_point = n.usage_point and at = n.at and kind <> 'estimated'
                order by revision desc limit 1) shown on true
            left join lateral (
                select value from reading where usage_point = n.usage_point and at = n.from_day and kind <> 'estimated'
                order by revision desc limit 1) begins on true
            left join lateral (
                select value from reading
                where usage_point = n.usage_point and at = n.from_day and kind <> 'estimated' and change <= n.change
                order by revision desc limit 1) began on true
            left join lateral (
                select count(*) filter (where at > n.from_day and least_hour > l.passes) as days,
                       count(*) filter (where at = n.from_day and least_hour > l.passes
                                        or at = n.from_day - 1 and kind <> 'estimated') = 2 as joined
                from (
                    select distinct on (at) at, kind, least_hour from reading
                    where usage_point = n.usage_point and at between n.from_day - 1 and n.to_day
                    order by at, revision desc) of_day
                cross join (select substring(n.figures from 'limit=([0-9.]+)')::numeric as passes) l
                ) flow on n.kind = 'continuous-flow'
            left join lateral (
                select reference, account from service_agreement
                where usage_point = n.usage_point and from_day <= n.at and (to_day is null or to_day >= n.at)
                order by from_day desc limit 1) a on true
            left join customer_account k on k.reference = a.account
            left join customer c on c.reference = k.customer
            left join notice_decision d on d.number = n.number
            left join change w on w.id = d.change
            order by n.at, n.usage_point, n.from_day, n.kind::text, n.figures, n.number""";

    private NoticeCandidates() {}

    /// Abnormal use at a usage point.
    public record Raised(String usagePoint, UseAlarm alarm) {}

    /// Keeps alarms, in the transaction of the caller that has written their readings. What was raised before, open or
    /// decided, stays as it is.
    ///
    /// @param change recorded in the same transaction
    /// @return the numbers of those that are new
    public static List<Long> raise(Connection connection, long change, List<Raised> alarms) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(RAISE)) {
            for (Raised raised : alarms) {
                UseAlarm alarm = raised.alarm();
                Fraction used = alarm.values().getOrDefault("use", Fraction.ZERO);
                insert.setString(1, alarm.kind().code());
                insert.setObject(2, alarm.range().from());
                insert.setObject(3, alarm.range().to());
                insert.setBigDecimal(4, used.toDecimal(USED_DECIMALS).toBigDecimal());
                insert.setString(5, AlarmFigures.text(alarm.values()));
                insert.setLong(6, change);
                insert.setString(7, raised.usagePoint());
                insert.setObject(8, alarm.at());
                numbers.addAll(Rows.list(insert, row -> row.getLong(1)));
            }
        }
        return numbers;
    }

    /// Those that a filter lets through, by what they say: the earliest day first, then by usage point. So the list is
    /// the same in whatever order their readings came.
    ///
    /// @throws IllegalArgumentException when there is no such area, service or usage point
    public static List<NoticeCandidate> list(Database database, NoticeFilter filter) {
        try (Connection connection = database.connect()) {
            ServedThere.require(connection, filter.area(), filter.service(), filter.usagePoint());
            return list(connection, filter);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static List<NoticeCandidate> list(Connection connection, NoticeFilter filter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LIST)) {
            return Rows.list(query, NoticeCandidates::candidate).stream()
                    .filter(filter::lets)
                    .toList();
        }
    }

    private static NoticeCandidate candidate(ResultSet row) throws SQLException {
        LocalDate at = Rows.date(row, "at");
        return new NoticeCandidate(
                row.getLong("number"),
                row.getString("usage_point"),
                row.getString("service"),
                row.getString("area"),
                Unit.ofSymbol(row.getString("unit")).orElseThrow(),
                served(row),
                UseAlarm.Kind.ofCode(row.getString("kind")).orElseThrow(),
                ReadingKind.ofCode(row.getString("read_by"))
                        .reading(at, Rows.decimal(row, "value"), row.getString("provenance")),
                row.getBoolean("of_suspect"),
                DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                AlarmFigures.read(row.getString("figures")),
                row.getBoolean("overtaken"),
                row.getLong("change"),
                decision(row));
    }

    private static NoticeCandidate.@Nullable Served served(ResultSet row) throws SQLException {
        String agreement = row.getString("agreement");
        return agreement == null
                ? null
                : new NoticeCandidate.Served(
                        agreement,
                        row.getString("account"),
                        CustomerClass.ofCode(row.getString("class")),
                        Language.ofCode(row.getString("language")).orElseThrow());
    }

    private static @Nullable NoticeDecision decision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : NoticeDecision.of(
                        outcome,
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("reason"));
    }
}
