package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow;
import org.taswiya.intake.source.SourceRow.AccountRow;
import org.taswiya.intake.source.SourceRow.AgreementRow;
import org.taswiya.intake.source.SourceRow.CustomerRow;
import org.taswiya.intake.source.SourceRow.PremiseRow;
import org.taswiya.intake.source.SourceRow.UsagePointRow;
import org.taswiya.intake.source.SourceRow.VacancyRow;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.store.receiving.EndedDays;
import org.taswiya.store.receiving.RecordsThere;
import org.taswiya.store.receiving.RecordsThere.Agreement;
import org.taswiya.store.receiving.RecordsThere.EmptyDays;
import org.taswiya.store.run.BatchTransaction;

/// Takes customers, accounts, premises, usage points, agreements and vacancies into the books. The first of a reference
/// stays; another one under it is rejected.
final class RecordReceiver implements BatchReceiver {

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = transaction.connection();
        AddedRecords added = new AddedRecords();
        switch (rows.getFirst().row()) {
            case CustomerRow _ -> {
                Function<SourceRow, Customer> of = row -> ((CustomerRow) row).customer();
                take(
                        rows,
                        RecordsThere.customers(
                                connection, keys(rows, row -> of.apply(row).reference())),
                        of,
                        Customer::reference,
                        _ -> null,
                        added::add,
                        tally);
            }
            case AccountRow _ -> accounts(connection, rows, added, tally);
            case PremiseRow _ -> {
                Function<SourceRow, Premise> of = row -> ((PremiseRow) row).premise();
                take(
                        rows,
                        RecordsThere.premises(
                                connection, keys(rows, row -> of.apply(row).reference())),
                        of,
                        Premise::reference,
                        _ -> null,
                        added::add,
                        tally);
            }
            case UsagePointRow _ -> usagePoints(connection, rows, added, tally);
            case AgreementRow _ -> agreements(connection, rows, added, tally);
            case VacancyRow _ -> vacancies(transaction, rows, added, tally);
            case SourceRow.AgreementFactRow _,
                    SourceRow.LampGroupRow _,
                    SourceRow.MeterRow _,
                    SourceRow.ExchangeRow _,
                    SourceRow.ReadingRow _,
                    SourceRow.SubMeterRow _,
                    SourceRow.VisitRow _,
                    SourceRow.OpeningRow _,
                    SourceRow.PaymentRow _,
                    SourceRow.FormerBillRow _,
                    SourceRow.FeedDayRow _ ->
                throw new IllegalArgumentException("rows of meters and of money are not received here");
        }
        added.write(transaction);
    }

    private static void accounts(Connection connection, List<AcceptedRow> rows, AddedRecords added, BatchTally tally)
            throws SQLException {
        Function<SourceRow, CustomerAccount> of = row -> ((AccountRow) row).account();
        Set<String> customers = RecordsThere.customers(
                        connection, keys(rows, row -> of.apply(row).customer()))
                .keySet();
        take(
                rows,
                RecordsThere.accounts(
                        connection, keys(rows, row -> of.apply(row).reference())),
                of,
                CustomerAccount::reference,
                account -> unknown(
                        customers, account.customer(), RowReason.UNKNOWN_CUSTOMER, SourceField.CUSTOMER_REFERENCE),
                added::add,
                tally);
    }

    private static void usagePoints(Connection connection, List<AcceptedRow> rows, AddedRecords added, BatchTally tally)
            throws SQLException {
        Function<SourceRow, UsagePoint> of = row -> ((UsagePointRow) row).point();
        Set<String> premises = RecordsThere.premises(
                        connection, keys(rows, row -> of.apply(row).premise()))
                .keySet();
        take(
                rows,
                RecordsThere.usagePoints(
                        connection, keys(rows, row -> of.apply(row).reference())),
                of,
                UsagePoint::reference,
                point -> unknown(premises, point.premise(), RowReason.UNKNOWN_PREMISE, SourceField.PREMISE_REFERENCE),
                added::add,
                tally);
    }

    private static void agreements(Connection connection, List<AcceptedRow> rows, AddedRecords added, BatchTally tally)
            throws SQLException {
        Function<SourceRow, Agreement> of =
                row -> new Agreement(((AgreementRow) row).agreement(), ((AgreementRow) row).billedFrom());
        Set<String> accounts = RecordsThere.accounts(
                        connection, keys(rows, row -> of.apply(row).agreement().account()))
                .keySet();
        Set<String> named = keys(rows, row -> of.apply(row).agreement().usagePoint());
        Set<String> points = RecordsThere.usagePoints(connection, named).keySet();
        Map<String, List<Agreement>> running = RecordsThere.agreementsAt(connection, named);
        take(
                rows,
                RecordsThere.agreements(
                        connection, keys(rows, row -> of.apply(row).agreement().reference())),
                of,
                row -> row.agreement().reference(),
                row -> {
                    ServiceAgreement agreement = row.agreement();
                    Wrong wrong = unknown(
                            accounts, agreement.account(), RowReason.UNKNOWN_ACCOUNT, SourceField.ACCOUNT_REFERENCE);
                    wrong = wrong != null
                            ? wrong
                            : unknown(points, agreement.usagePoint(), RowReason.UNKNOWN_USAGE_POINT, SourceField.POINT);
                    return wrong != null ? wrong : overlap(agreement, running);
                },
                row -> {
                    added.add(row);
                    running.computeIfAbsent(row.agreement().usagePoint(), _ -> new ArrayList<>(1))
                            .add(row);
                },
                tally);
    }

    private static @Nullable Wrong overlap(ServiceAgreement agreement, Map<String, List<Agreement>> running) {
        for (Agreement other : running.getOrDefault(agreement.usagePoint(), List.of())) {
            if (Days.meet(
                    agreement.from(),
                    agreement.to(),
                    other.agreement().from(),
                    other.agreement().to())) {
                return new Wrong(
                        RowReason.OVERLAP,
                        SourceField.POINT,
                        "agreement " + other.agreement().reference() + " runs at " + agreement.usagePoint() + " from "
                                + other.agreement().from());
            }
        }
        return null;
    }

    private static void vacancies(
            BatchTransaction transaction, List<AcceptedRow> rows, AddedRecords added, BatchTally tally)
            throws SQLException {
        Connection connection = transaction.connection();
        Set<String> named = keys(rows, row -> ((VacancyRow) row).premise());
        Set<String> premises = RecordsThere.premises(connection, named).keySet();
        Map<String, List<EmptyDays>> known = RecordsThere.vacancies(connection, named);
        EndedDays ended = new EndedDays();
        for (AcceptedRow row : rows) {
            VacancyRow of = (VacancyRow) row.row();
            EmptyDays days = new EmptyDays(of.premise(), of.from(), of.to());
            Wrong wrong = unknown(premises, of.premise(), RowReason.UNKNOWN_PREMISE, SourceField.PREMISE_REFERENCE);
            if (wrong != null) {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
                continue;
            }
            vacancy(row, days, known.computeIfAbsent(of.premise(), _ -> new ArrayList<>(1)), ended, added, tally);
        }
        if (!ended.isEmpty()) {
            transaction.change(); // names who ended what
            ended.write(connection);
        }
    }

    private static void vacancy(
            AcceptedRow row,
            EmptyDays days,
            List<EmptyDays> known,
            EndedDays ended,
            AddedRecords added,
            BatchTally tally) {
        EmptyDays same = known.stream()
                .filter(other -> other.from().equals(days.from()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            known.add(days);
            added.addVacancy(days.premise(), days.from(), days.to());
            tally.added();
        } else if (same.equals(days) || days.to() == null) {
            tally.unchanged();
        } else if (same.to() == null) {
            known.remove(same);
            known.add(days);
            ended.vacancy(days.premise(), days.from(), days.to());
            tally.superseding();
        } else {
            tally.reject(
                    row, RowReason.OTHER_VALUE, SourceField.TO, "found " + days.to() + ", the books have " + same.to());
        }
    }

    private static @Nullable Wrong unknown(Set<String> known, String reference, RowReason reason, SourceField field) {
        return known.contains(reference)
                ? null
                : new Wrong(reason, field, field.code() + " " + reference + " is not known");
    }

    private static Set<String> keys(List<AcceptedRow> rows, Function<SourceRow, String> key) {
        return rows.stream().map(row -> key.apply(row.row())).collect(Collectors.toSet());
    }

    /// What becomes of a record that is right.
    private interface Adding<T> {
        void add(T record);
    }

    private static <T extends Record> void take(
            List<AcceptedRow> rows,
            Map<String, T> known,
            Function<SourceRow, T> record,
            Function<T, String> key,
            Function<T, @Nullable Wrong> check,
            Adding<T> adding,
            BatchTally tally) {
        for (AcceptedRow row : rows) {
            T of = record.apply(row.row());
            T there = known.get(key.apply(of));
            Wrong wrong = there == null
                    ? check.apply(of)
                    : there.equals(of)
                            ? null
                            : new Wrong(RowReason.OTHER_VALUE, SourceField.REFERENCE, Differences.words(of, there));
            if (wrong != null) {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
            } else if (there != null) {
                tally.unchanged();
            } else {
                known.put(key.apply(of), of);
                adding.add(of);
                tally.added();
            }
        }
    }
}
