package org.taswiya.store.rounds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Remark;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.population.ReadingKind;

/// How far a round is, and what each of its orders came to: from the readings and visits of its days, as they are known
/// now.
///
/// @param orders how many came to what
/// @param suspended how many orders are skipped, by the suspension that stops them or several together, with the legal
///     reference of each
/// @param remarks how often readers found what
/// @param openRereads how many of the meters that were to be read again nobody has read yet
public record RoundReport(
        ReadingRound round,
        Map<OrderOutcome, Long> orders,
        SortedMap<String, Long> suspended,
        Map<Remark, Long> remarks,
        long openRereads) {
    private static final String RESULTS = """
            select o.position, o.usage_point, e.address, e.area, r.kind::text as kind, r.at, r.value,
                   v.remark, w.reread_of, w.reread_found, w.reread_why, w.reread_answered
            from round_order o
            join reading_round n on n.id = o.round
            join usage_point p on p.reference = o.usage_point
            join premise e on e.reference = p.premise
            """ + OrderedReread.OF_ORDER + """
            left join lateral (
                select r.kind, r.at, r.value from reading r
                where r.usage_point = o.usage_point and r.at >= n.from_day and r.at < n.to_day
                    and r.kind <> 'estimated'
                    and (w.reread_of is null or (r.at >= w.reread_of and r.change > w.reread_change))
                    and not exists (
                        select from reading later
                        where later.usage_point = r.usage_point and later.at = r.at and later.revision > r.revision)
                order by (r.kind = 'actual') desc, r.at desc limit 1) r on true
            left join lateral (
                select v.remark from visit v
                where v.usage_point = o.usage_point and v.remark is not null
                    and (v.at at time zone ?)::date >= n.from_day and (v.at at time zone ?)::date < n.to_day
                    and (w.reread_of is null or v.change > w.reread_change)
                order by v.at desc, v.remark limit 1) v on true
            where o.round = ? order by o.position""";

    public RoundReport {
        orders = Map.copyOf(orders);
        suspended = Collections.unmodifiableSortedMap(new TreeMap<>(suspended));
        remarks = Map.copyOf(remarks);
    }

    /// @param zone whose days are meant: visits have a moment
    /// @param use is given each order in the order of the walk
    /// @throws IllegalArgumentException when there is no such round
    public static RoundReport of(Database database, long number, ZoneId zone, Consumer<OrderResult> use) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(RESULTS)) {
            connection.setAutoCommit(false);
            ReadingRound round = ReadingRounds.require(connection, number);
            StoppedReading stopped = new StoppedReading(connection, round.days());
            Map<OrderOutcome, Long> orders = new EnumMap<>(OrderOutcome.class);
            SortedMap<String, Long> suspended = new TreeMap<>();
            Map<Remark, Long> remarks = new EnumMap<>(Remark.class);
            AtomicLong openRereads = new AtomicLong();
            query.setString(1, zone.getId());
            query.setString(2, zone.getId());
            query.setLong(3, number);
            Rows.each(query, row -> {
                OrderResult result = result(row, stopped);
                orders.merge(result.outcome(), 1L, Long::sum);
                if (result.outcome() == OrderOutcome.SUSPENDED) {
                    suspended.merge(reason(result.stop()), 1L, Long::sum);
                }
                OrderedReread reread = result.reread();
                if (reread != null && reread.answered() == null) {
                    openRereads.incrementAndGet();
                }
                if (result.remark() != null) {
                    remarks.merge(result.remark(), 1L, Long::sum);
                }
                use.accept(result);
            });
            return new RoundReport(round, orders, suspended, remarks, openRereads.get());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static String reason(Stop stop) {
        return IntStream.range(0, stop.suspensions().size())
                .mapToObj(i -> stop.suspensions().get(i) + " (" + stop.laws().get(i) + ")")
                .collect(Collectors.joining(", "));
    }

    /// How many of its orders are read, by whomever. What is skipped by order is not done: nobody knows what it shows.
    public long done() {
        return count(OrderOutcome.READ) + count(OrderOutcome.READ_BY_CUSTOMER);
    }

    public long count(OrderOutcome outcome) {
        return orders.getOrDefault(outcome, 0L);
    }

    private static OrderResult result(ResultSet row, StoppedReading stopped) throws SQLException {
        String kind = row.getString("kind");
        String found = row.getString("remark");
        Remark remark = found == null ? null : Remark.ofCode(found).orElseThrow();
        String area = row.getString("area");
        Stop stop = stopped.in(area);
        return new OrderResult(
                row.getInt("position"),
                row.getString("usage_point"),
                row.getString("address"),
                area,
                outcome(kind, remark, stop),
                Rows.dateOrNull(row, "at"),
                kind == null ? null : Rows.decimal(row, "value"),
                remark,
                stop,
                OrderedReread.of(row));
    }

    private static OrderOutcome outcome(@Nullable String kind, @Nullable Remark remark, Stop stop) {
        if (kind != null) {
            return kind.equals(ReadingKind.ACTUAL.code()) ? OrderOutcome.READ : OrderOutcome.READ_BY_CUSTOMER;
        }
        if (remark != null) {
            return OrderOutcome.NOT_READ;
        }
        return stop.isWhole() ? OrderOutcome.SUSPENDED : OrderOutcome.OPEN;
    }
}
