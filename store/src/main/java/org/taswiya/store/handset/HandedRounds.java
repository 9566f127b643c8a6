package org.taswiya.store.handset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.taswiya.core.validation.ExpectedDial;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.handset.HandedRound.HandedOrder;
import org.taswiya.store.rounds.OrderOutcome;
import org.taswiya.store.rounds.ReadingRounds;
import org.taswiya.store.rounds.RoundOrder;
import org.taswiya.store.rounds.RoundReport;
import org.taswiya.store.validation.ReadersReadings;

/// What a reader takes along.
public final class HandedRounds {
    private HandedRounds() {}

    /// The rounds that a handset's reader walks today; that it has them is written down first.
    ///
    /// @param zone whose days are meant
    public static List<HandedRound> of(Database database, Handset handset, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<HandedRound> rounds = new ArrayList<>();
        for (long number : handOut(database, handset, now, today)) {
            rounds.add(round(database, number, today, zone));
        }
        return rounds;
    }

    private static List<Long> handOut(Database database, Handset handset, Instant now, LocalDate today) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into handset_event (handset, at, kind, round) values (?, ?, 'handed-out', ?)")) {
            List<Long> numbers = RoundAssignments.of(connection, handset.reader(), today);
            for (long number : numbers) {
                insert.setString(1, handset.id());
                insert.setObject(2, now.atOffset(ZoneOffset.UTC));
                insert.setLong(3, number);
                insert.executeUpdate();
            }
            return numbers;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static HandedRound round(Database database, long number, LocalDate today, ZoneId zone) {
        List<RoundOrder> orders = new ArrayList<>();
        ReadingRounds.orders(database, number, orders::add);
        Map<Integer, OrderOutcome> outcomes = new HashMap<>();
        RoundReport report =
                RoundReport.of(database, number, zone, result -> outcomes.put(result.position(), result.outcome()));
        Map<String, ExpectedDial> expected = ReadersReadings.expected(
                database, orders.stream().map(RoundOrder::usagePoint).toList(), today);
        return new HandedRound(
                report.round(),
                orders.stream()
                        .map(order -> new HandedOrder(
                                order,
                                Objects.requireNonNull(outcomes.get(order.position())),
                                expected.get(order.usagePoint())))
                        .toList());
    }
}
