package org.taswiya.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.quantity.Money;

class JournalEntryTest {

    private static final LocalDate DAY = LocalDate.of(2020, 7, 5);
    private static final LedgerAccount RECEIVABLE = new LedgerAccount("assets:receivable");
    private static final LedgerAccount ENERGY = new LedgerAccount("revenue:electricity:energy");
    private static final LedgerAccount VAT = new LedgerAccount("liabilities:tax:VAT");

    @Test
    void postingsThatDoNotSumToZeroAreNoEntry() {
        assertThatThrownBy(() -> entry(posting(RECEIVABLE, "114.00"), posting(ENERGY, "-100.00")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not balance: 2 postings sum to 14.00");
    }

    @Test
    void onePostingIsNoEntryEvenOfZero() {
        assertThatThrownBy(() -> entry(posting(RECEIVABLE, "0.00"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryAndItsReversalLeaveNothing() {
        JournalEntry entry = entry(posting(RECEIVABLE, "114.00"), posting(ENERGY, "-100.00"), posting(VAT, "-14.00"));
        TrialBalance balance = TrialBalance.of(List.of(entry, entry.reversed(DAY.plusDays(1), "read wrong")));
        assertThat(balance.balances())
                .containsOnlyKeys(RECEIVABLE, ENERGY, VAT)
                .allSatisfy((account, sum) -> assertThat(sum).isEqualTo(Money.ZERO));
        assertThat(entry.reversed(DAY, "again").key()).isEqualTo("bill/1/reversed");
    }

    @Test
    void accountsAreWordsJoinedByColons() {
        for (String name : List.of("", ":", ":energy", "revenue:", "revenue::energy", "revenue:énergie", "a_b", "-:")) {
            assertThatThrownBy(() -> new LedgerAccount(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new LedgerAccount("A-z:0:-").name()).isEqualTo("A-z:0:-");
        assertThatThrownBy(() -> new LedgerAccount("revenue energy")).isInstanceOf(IllegalArgumentException.class);
    }

    private static JournalEntry entry(Posting... postings) {
        return new JournalEntry("bill/1", DAY, "0000000001", "bill", List.of(postings));
    }

    private static Posting posting(LedgerAccount account, String amount) {
        return new Posting(account, Money.parse(amount));
    }
}
