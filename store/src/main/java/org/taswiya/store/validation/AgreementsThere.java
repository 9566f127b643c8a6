package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The agreements of some usage points, as the books have them, for all that judging readings asks of them.
final class AgreementsThere {
    private static final String AGREEMENTS = """
            select usage_point, reference, account, from_day, to_day
            from service_agreement where usage_point = any({keys})""";

    private final Map<String, List<AgreementDays>> atPoint = new HashMap<>();

    /// @param to null while it lasts
    record AgreementDays(
            String reference,
            String account,
            LocalDate from,
            @Nullable LocalDate to) {}

    private AgreementsThere() {}

    static AgreementsThere of(Connection connection, Collection<String> usagePoints) throws SQLException {
        AgreementsThere there = new AgreementsThere();
        if (!usagePoints.isEmpty()) {
            CopiedRows.each(
                    connection,
                    AGREEMENTS.replace("{keys}", Literals.texts(usagePoints)),
                    row -> there.atPoint
                            .computeIfAbsent(row.text(), _ -> new ArrayList<>(1))
                            .add(new AgreementDays(row.text(), row.text(), row.date(), row.dateOrNull())));
        }
        // Sorted here: to sort them all by their points costs the server more than to find them.
        there.atPoint.values().forEach(days -> days.sort(Comparator.comparing(AgreementDays::from)));
        return there;
    }

    /// Earliest first.
    List<AgreementDays> at(String usagePoint) {
        return atPoint.getOrDefault(usagePoint, List.of());
    }
}
