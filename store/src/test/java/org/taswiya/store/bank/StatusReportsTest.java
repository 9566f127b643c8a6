package org.taswiya.store.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.StatusReport;
import org.taswiya.core.bank.StatusReport.Line;
import org.taswiya.core.bank.StatusReport.Status;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.bank.BankOrders.Kind;
import org.taswiya.store.bank.BankOrders.Wanted;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

/// Order 1 sends two refunds, order 2 collects two items.
final class StatusReportsTest {
    private static final Change CHIEF = new Change(SmallTown.WHY.at(), "badr", "checked");
    private static final BankAccountNumber IBAN = new BankAccountNumber("MA64011519000001205000534921");
    private static final LocalDate DUE = SmallTown.day(60);
    private static final String REFUNDS = "TSW0000000001";
    private static final String DEBITS = "TSW0000000002";

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();

    @BeforeEach
    void sendOrders() {
        BankAccounts.state(
                database,
                new BankAccount("main", IBAN, "BMCEMAMC", "Regie", "MAD", "MA00ZZZ1", Money.ZERO),
                SmallTown.WHY);
        for (int n = 1; n <= 2; n++) {
            String account = "000000000" + n;
            town.opening(account, "C1", "-" + n + "0.00", 28);
            Refunds.ask(database, new Refunds.Asked(account, null, "main", IBAN, null, false), SmallTown.WHY);
            Refunds.approve(database, n, SmallTown.TODAY, CHIEF);
        }
        mark(BankOrders.refunds(database, new Wanted(Kind.TRANSFERS, "main", DUE, Object::toString), CHIEF));
        town.opening("0000000003", "F1", "15.00", 30);
        town.opening("0000000003", "F2", "25.00", 31);
        Mandates.add(
                database,
                new Mandates.Mandate("M3", "0000000003", IBAN, "A", SmallTown.day(20), null, null),
                SmallTown.WHY);
        mark(Debits.collect(database, new Wanted(Kind.DEBITS, "main", DUE, Object::toString), CHIEF));
    }

    private void mark(SentAnswer answer) {
        BankOrders.written(database, ((SentAnswer.Made) answer).file(), "out.xml", CHIEF);
    }

    @AfterEach
    void theLedgerIsAsTheDocumentsSay() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(town.number("select sum(amount) from posting")).isZero();
    }

    private static Line line(String name, Status status) {
        return new Line(name, status, status == Status.REJECTED ? "AC04" : "", "", 7);
    }

    private String take(String report, String order, Line... lines) {
        return switch (StatusReports.take(
                database, new StatusReport(report, order, List.of(lines)), SmallTown.TODAY, CHIEF)) {
            case StatusReports.Answer.Refused(var reason, var _) -> reason.code();
            case StatusReports.Answer.Taken taken ->
                (taken.isNew() ? "new" : "before")
                        + taken.rejected().stream()
                                .map(one -> " " + one.endToEnd() + " " + one.effect())
                                .collect(Collectors.joining());
        };
    }

    private String refunds() {
        return Refunds.list(database, 9).stream()
                .map(one -> one.refund().name() + " " + one.state().code())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Test
    void aRejectedRefundIsACreditAgainAndTheOtherWaitsForItsStatement() {
        assertThat(take("A1", REFUNDS, line("RF0000000001", Status.REJECTED), line("RF0000000002", Status.ACCEPTED)))
                .isEqualTo("new RF0000000001 ENDED");
        assertThat(refunds()).isEqualTo("RF0000000001 back, RF0000000002 sent");
        assertThat(town.credit("0000000001")).endsWith(" 10.00; ");
        assertThat(town.credit("0000000002")).isEmpty();
        assertThat(town.text("select description from journal_entry where key = 'refund/RF0000000001/credits-back'"))
                .endsWith("rejected by main: AC04");
    }

    @Test
    void anOrderThatIsRejectedWhole() {
        assertThat(take("A1", REFUNDS, line("", Status.REJECTED)))
                .isEqualTo("new RF0000000001 ENDED RF0000000002 ENDED");
        assertThat(refunds()).isEqualTo("RF0000000001 back, RF0000000002 back");
    }

    @Test
    void theSameReportAgainAndAnotherThatSaysTheSame() {
        take("A1", REFUNDS, line("RF0000000001", Status.REJECTED));
        long changes = town.number("select count(*) from change");
        assertThat(take("A1", REFUNDS, line("RF0000000001", Status.REJECTED))).isEqualTo("before");
        assertThat(town.number("select count(*) from change")).isEqualTo(changes);
        assertThat(take("A2", REFUNDS, line("RF0000000001", Status.REJECTED)))
                .isEqualTo("new RF0000000001 ENDED_BEFORE");
    }

    @Test
    void aRejectedDebitLeavesItsItemToBeCollectedAgain() {
        assertThat(Debits.list(database)).hasSize(2);
        assertThat(take("A1", DEBITS, line("", Status.PENDING), line("DD0000000002-1", Status.REJECTED)))
                .isEqualTo("new DD0000000002-1 ENDED");
        assertThat(Debits.list(database))
                .singleElement()
                .satisfies(left -> assertThat(left.endToEnd()).isEqualTo("DD0000000002-2"));
        assertThat(town.text("select status || ' ' || reason from bank_status_line where end_to_end <> ''"))
                .isEqualTo("rejected AC04");
    }

    @Test
    void whatAStatementHasShownStands() {
        town.execute(
                "insert into change"
                        + " values ((select max(id) + 1 from change), '2020-12-31T13:00Z', 'bank', 'statement')",
                "insert into collection_outcome"
                        + " values ('DD0000000002-1', true, null, (select max(id) from change))");
        assertThat(take("A1", DEBITS, line("DD0000000002-1", Status.REJECTED))).isEqualTo("new DD0000000002-1 PAID");
    }

    @Test
    void whatIsNotOurs() {
        assertThat(take("A1", "TSW0000000009", line("", Status.REJECTED))).isEqualTo("unknown-order");
        assertThat(take("A1", REFUNDS, line("DD0000000002-1", Status.REJECTED))).isEqualTo("not-in-order");
        assertThat(take("A1", REFUNDS, line("RF0000000001", Status.REJECTED), line("X", Status.ACCEPTED)))
                .isEqualTo("not-in-order");
        assertThat(refunds()).as("nothing was written").isEqualTo("RF0000000001 sent, RF0000000002 sent");
    }
}
