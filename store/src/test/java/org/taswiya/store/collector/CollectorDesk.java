package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.collector.Channel;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.CollectorAnswer;
import org.taswiya.core.collector.CollectorMessage;
import org.taswiya.core.collector.CollectorMessage.Cancel;
import org.taswiya.core.collector.CollectorMessage.Confirm;
import org.taswiya.core.collector.CollectorMessage.Pay;
import org.taswiya.core.collector.CollectorMessage.Reserve;
import org.taswiya.core.collector.FeeRule;
import org.taswiya.core.collector.Order;
import org.taswiya.core.collector.Right;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.SmallTown;

/// Where collectors bring their messages in tests; answers are told as one line.
final class CollectorDesk {
    static final Instant NOW = Instant.parse("2020-12-31T12:00:00Z");
    static final Collector WAFACASH = collector("wafacash", EnumSet.complementOf(EnumSet.of(Right.PAY_IN_PART)));
    static final Collector TASSHILAT = collector("tasshilat", Set.of(Right.INQUIRE, Right.PAY, Right.PAY_IN_PART));

    private final Database database;
    private Instant now = NOW;

    CollectorDesk(Database database) {
        this.database = database;
    }

    static Collector collector(String name, Set<Right> rights) {
        return new Collector(
                name,
                Channel.PHYSICAL,
                Set.of(Channel.PHYSICAL),
                rights,
                Money.parse("1000.00"),
                Money.parse("1500.00"),
                4,
                2,
                10,
                60,
                Map.of(Channel.PHYSICAL, new FeeRule(Money.parse("1.25"), Decimal.ZERO)),
                Decimal.parse("0.2"),
                2);
    }

    static Order order(int account, String amount, ItemKey... items) {
        return new Order(
                "casablanca",
                "000000000" + account,
                List.of(items),
                Money.parse(amount),
                SmallTown.TODAY,
                Channel.PHYSICAL);
    }

    static CollectorMessage reserve(String number, Order order) {
        return new Reserve(number, order);
    }

    static CollectorMessage pay(String number, Order order) {
        return new Pay(number, order);
    }

    static CollectorMessage confirm(String number) {
        return new Confirm(number);
    }

    static CollectorMessage cancel(String number) {
        return new Cancel(number);
    }

    void later(int minutes) {
        now = now.plusSeconds(60L * minutes);
    }

    String tell(CollectorMessage message) {
        return tell(WAFACASH, message);
    }

    String tell(Collector collector, CollectorMessage message) {
        return tellTogether(new ToldMessage(collector, message)).getFirst();
    }

    List<String> tellTogether(ToldMessage... messages) {
        return tellTogether(Arrays.asList(messages), SmallTown.TODAY);
    }

    List<String> tellTogether(List<ToldMessage> messages, LocalDate today) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return CollectorBatch.answer(
                            connection,
                            messages,
                            new CollectorBatch.When("casablanca", now, today),
                            CollectorDesk::form)
                    .stream()
                    .map(GivenAnswer::text)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GivenAnswer form(CollectorAnswer answer) {
        return switch (answer) {
            case CollectorAnswer.Accepted(var known) ->
                new GivenAnswer(200, known.state().code() + (known.receipt() == null ? "" : " " + known.receipt()));
            case CollectorAnswer.Refused refused ->
                new GivenAnswer(409, refused.reason().code());
        };
    }
}
