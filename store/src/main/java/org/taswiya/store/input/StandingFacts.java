package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Numbers of agreements that their tariffs ask for, as they stand: of one day the one that was written last counts.
public final class StandingFacts {
    private static final String STANDING = """
            select distinct on (f.agreement, f.determinant, f.from_day) f.agreement, f.determinant, f.from_day, f.value
            from agreement_fact f where f.agreement = any({agreements}){known}
            order by f.agreement, f.determinant, f.from_day, f.change desc""";

    private StandingFacts() {}

    /// Those of some agreements, by agreement.
    ///
    /// @param known of the books
    public static Map<String, List<AgreementFact>> of(Connection connection, Collection<String> agreements, Known known)
            throws SQLException {
        Map<String, List<AgreementFact>> facts = new HashMap<>();
        if (agreements.isEmpty()) {
            return facts;
        }
        String select =
                STANDING.replace("{agreements}", Literals.texts(agreements)).replace("{known}", known.change("f"));
        CopiedRows.each(
                connection,
                select,
                row -> facts.computeIfAbsent(row.text(), _ -> new ArrayList<>(2))
                        .add(new AgreementFact(determinant(row.text()), row.date(), row.numeric())));
        return facts;
    }

    /// What a number in the books is of.
    public static Determinant determinant(String code) {
        return Determinant.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("the books have a " + code + ", which nothing asks for"));
    }
}
