package org.taswiya.core.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// Whatever is taken off a bill, its parts sum to it, revenue and taxes fall together, and nothing rises.
final class BilledPartsLaws {
    private static final LedgerAccount ENERGY = new LedgerAccount("revenue:electricity:energy");
    private static final LedgerAccount RENTAL = new LedgerAccount("revenue:electricity:meter-rental");
    private static final LedgerAccount TPPAN = new LedgerAccount("liabilities:tax:TPPAN");

    private static BilledShare share(LedgerAccount account, String rate, String gross) {
        return new BilledShare(account, rate.isEmpty() ? null : Decimal.parse(rate), Money.parse(gross));
    }

    /// 114.00 at 14 %, 10.70 at 7 % and 5.30 without: of 130.00 a tenth is taken off.
    @Example
    void aTenthOfABill() {
        BilledParts parts = BilledParts.of(
                Money.parse("-13.00"),
                List.of(share(ENERGY, "0.14", "114.00"), share(RENTAL, "0.07", "10.70"), share(TPPAN, "", "5.30")));
        assertThat(parts.nets())
                .containsEntry(ENERGY, Money.parse("-10.00"))
                .containsEntry(RENTAL, Money.parse("-1.00"))
                .containsEntry(TPPAN, Money.parse("-0.53"));
        assertThat(parts.taxes())
                .containsExactly(
                        new BilledParts.AtRate(Decimal.parse("0.07"), Money.parse("-1.00"), Money.parse("-0.07")),
                        new BilledParts.AtRate(Decimal.parse("0.14"), Money.parse("-10.00"), Money.parse("-1.40")));
    }

    @Example
    void aCentimeHasOnePlace() {
        BilledParts parts = BilledParts.of(
                Money.parse("0.01"), List.of(share(ENERGY, "0.14", "50.00"), share(RENTAL, "0.14", "50.00")));
        assertThat(parts.nets()).containsOnlyKeys(ENERGY);
        assertThat(parts.taxes())
                .containsExactly(new BilledParts.AtRate(Decimal.parse("0.14"), Money.parse("0.01"), Money.ZERO));
    }

    @Property
    void partsSumToTheAmountAndTheEntryBalances(
            @ForAll("shares") @Size(min = 1, max = 6) List<BilledShare> shares,
            @ForAll @LongRange(min = -2_000_000, max = 2_000_000) long cents) {
        Money amount = Money.ofMinor(cents == 0 ? 1 : cents);
        BilledParts parts = BilledParts.of(amount, shares);
        Money sum = Money.ZERO;
        for (Money net : parts.nets().values()) {
            assertThat(net.signum()).isEqualTo(amount.signum());
            sum = sum.plus(net);
        }
        Money bases = Money.ZERO;
        for (BilledParts.AtRate tax : parts.taxes()) {
            assertThat(tax.tax().signum()).isIn(0, amount.signum());
            sum = sum.plus(tax.tax());
            bases = bases.plus(tax.base());
        }
        assertThat(sum).isEqualTo(amount);
        Adjustment adjustment = new Adjustment("1", null, null, amount, "billing-error", "letter");
        assertThat(AdjustmentPosting.asBilled(parts, "AJ1", LocalDate.of(2020, 5, 1), adjustment).postings().stream()
                        .map(Posting::amount)
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ZERO);
    }

    @Provide
    Arbitrary<List<BilledShare>> shares() {
        Arbitrary<String> rates = Arbitraries.of("", "0", "0.07", "0.14", "0.2");
        Arbitrary<Long> cents = Arbitraries.longs().between(1, 500_000);
        return Combinators.combine(rates, cents)
                .as((rate, gross) -> new BilledShare(
                        rate.isEmpty() ? TPPAN : ENERGY,
                        rate.isEmpty() ? null : Decimal.parse(rate),
                        Money.ofMinor(gross)))
                .list();
    }
}
