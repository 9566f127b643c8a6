package org.taswiya.core.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;

/// Under which account of a country's chart each account of our ledger stands; data of the utility, never code.
///
/// @param places by the name of one of our accounts, which also stands for all below it that have no place of their
///     own: `revenue:water` for `revenue:water:water-fixed`
public record ChartOfAccounts(Map<String, ChartAccount> places) {

    public ChartOfAccounts {
        places = Map.copyOf(places);
    }

    /// Where an account stands; empty when the chart forgets it.
    public Optional<ChartAccount> of(LedgerAccount account) {
        String name = account.name();
        while (!places.containsKey(name)) {
            int colon = name.lastIndexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            name = name.substring(0, colon);
        }
        return Optional.ofNullable(places.get(name));
    }

    /// A trial balance by this chart.
    ///
    /// @param sums by number; accounts without postings are not among them
    /// @param forgotten accounts of ours that have no place, with what they sum to
    public record Charted(SortedMap<ChartAccount, Money> sums, SortedMap<LedgerAccount, Money> forgotten) {

        /// All debits and all credits; they are the same unless an account is forgotten.
        public Money debits() {
            return sum(1);
        }

        public Money credits() {
            return sum(-1).negated();
        }

        private Money sum(int sign) {
            return sums.values().stream().filter(sum -> sum.signum() == sign).reduce(Money.ZERO, Money::plus);
        }
    }

    public Charted chart(TrialBalance balance) {
        SortedMap<ChartAccount, Money> sums = new TreeMap<>();
        SortedMap<LedgerAccount, Money> forgotten = new TreeMap<>();
        balance.balances()
                .forEach((account, sum) -> of(account)
                        .ifPresentOrElse(
                                place -> sums.merge(place, sum, Money::plus), () -> forgotten.put(account, sum)));
        return new Charted(sums, forgotten);
    }
}
