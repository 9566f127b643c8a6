package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.run.Cycle;

/// Reads which orders that stop reading hold where agreements are. There are few or none, so all are read.
final class SuspensionRows {
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private static final String ORDERS = """
            select s.area, s.from_day, (
                select e.to_day from suspension_end e
                where e.suspension = s.reference{ended} order by e.change desc limit 1), s.legal_reference
            from suspension s
            where 'reading' = any(s.activities) and s.from_day < {to}{change}
            order by s.from_day, s.reference""";

    private static final String AREAS =
            "select reference, area from premise where reference = any({premises}) order by reference";

    private final Connection connection;
    private final Cycle cycle;
    private final Known known;

    SuspensionRows(Connection connection, Cycle cycle, Known known) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
    }

    /// An order, and the area that it is for; everywhere when it names none.
    private record Order(@Nullable String area, ReadingSuspension suspension) {}

    void read(Collection<OpenAgreement> agreements) throws SQLException {
        List<Order> orders = orders();
        Map<String, String> areas =
                orders.stream().allMatch(order -> order.area() == null) ? Map.of() : areas(agreements);
        for (Order order : orders) {
            for (OpenAgreement agreement : agreements) {
                if (order.area() == null || order.area().equals(areas.get(agreement.premise))) {
                    agreement.suspensions.add(order.suspension());
                }
            }
        }
    }

    private List<Order> orders() throws SQLException {
        List<Order> orders = new ArrayList<>();
        String select = ORDERS.replace("{ended}", known.change("e"))
                .replace("{change}", known.change("s"))
                .replace("{to}", Literals.of(cycle.billTo()));
        CopiedRows.each(connection, select, row -> {
            String area = row.textOrNull();
            LocalDate from = row.date();
            LocalDate to = row.dateOrNull();
            String reference = row.text();
            if (to == null || to.isAfter(from)) {
                DateRange range = DateRange.of(from, to == null ? FOREVER : to);
                orders.add(new Order(area, new ReadingSuspension(range, reference)));
            }
        });
        return orders;
    }

    private Map<String, String> areas(Collection<OpenAgreement> agreements) throws SQLException {
        Set<String> premises = new LinkedHashSet<>();
        agreements.forEach(agreement -> premises.add(agreement.premise));
        Map<String, String> areas = new HashMap<>();
        CopiedRows.each(
                connection,
                AREAS.replace("{premises}", Literals.texts(premises)),
                row -> areas.put(row.text(), row.text()));
        return areas;
    }
}
