package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.AgreementFactRow;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.bill.Known;
import org.taswiya.store.input.StandingFacts;
import org.taswiya.store.run.BatchTransaction;

/// Writes down numbers of agreements that their tariffs ask for. A later one of the same kind and day corrects the one
/// before, which stays in the books.
final class FactReceiver implements BatchReceiver {

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Set<String> named = rows.stream().map(row -> of(row).agreement()).collect(Collectors.toSet());
        Map<String, LocalDate> begun = AgreementFacts.begun(transaction.connection(), named);
        Map<String, List<AgreementFact>> standing = StandingFacts.of(transaction.connection(), named, Known.ALL);
        Set<String> once = new HashSet<>();
        Map<String, List<AgreementFact>> written = new TreeMap<>();
        for (AcceptedRow row : rows) {
            AgreementFactRow of = of(row);
            AgreementFact fact = of.fact();
            if (!begun.containsKey(of.agreement())) {
                tally.reject(
                        row,
                        RowReason.UNKNOWN_AGREEMENT,
                        SourceField.AGREEMENT_REFERENCE,
                        "agreement " + of.agreement() + " is not known");
                continue;
            }
            List<AgreementFact> facts = standing.computeIfAbsent(of.agreement(), _ -> new ArrayList<>(1));
            AgreementFacts.Written becomes = AgreementFacts.written(facts, fact);
            String key = of.agreement() + " " + fact.determinant() + " " + fact.from();
            if (becomes == AgreementFacts.Written.UNCHANGED) {
                tally.unchanged();
            } else if (!once.add(key)) {
                tally.reject(
                        row,
                        RowReason.OTHER_VALUE,
                        SourceField.VALUE,
                        "found " + fact.value() + ", and another before it in the file for the same day");
            } else {
                facts.removeIf(other -> other.determinant() == fact.determinant()
                        && other.from().equals(fact.from()));
                facts.add(fact);
                written.computeIfAbsent(of.agreement(), _ -> new ArrayList<>(1)).add(fact);
                if (becomes == AgreementFacts.Written.ADDED) {
                    tally.added();
                } else {
                    tally.superseding();
                }
            }
        }
        if (!written.isEmpty()) {
            AgreementFacts.add(transaction.connection(), transaction.change(), written);
        }
    }

    private static AgreementFactRow of(AcceptedRow row) {
        return (AgreementFactRow) row.row();
    }
}
