package org.taswiya.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ShadowReport.Block;
import org.taswiya.run.ShadowReport.HardHit;
import org.taswiya.run.ShadowReport.Supply;
import org.taswiya.store.run.Withheld;

/// Counts what accounts come to under the books in use and under the new ones. Keeps sums and the few hardest hit, and
/// no account: its size depends on the number of tariffs and blocks alone.
final class ShadowTally {
    private final HardestHit hit;
    private final SortedMap<String, ShadowSums> byClass = new TreeMap<>();
    private final SortedMap<Supply, ShadowSums> byTariff = new TreeMap<>();
    private final SortedMap<Block, ShadowSums> byBlock = new TreeMap<>();
    private final ShadowBins bins = new ShadowBins();
    private final SortedMap<String, Long> caused = new TreeMap<>();
    private final SortedMap<String, Long> withheld = new TreeMap<>();
    private ShadowSums all = ShadowSums.NONE;
    private ShadowSums byAccount = ShadowSums.NONE;
    private ShadowSums others = ShadowSums.NONE;
    private long failed;

    /// @param hardestMost how many accounts are named, of those that pay more and of those that pay less
    ShadowTally(int hardestMost) {
        this.hit = new HardestHit(hardestMost);
    }

    void add(ShadowAccount account) {
        Money before = Money.ZERO;
        Money after = Money.ZERO;
        for (ShadowBill bill : account.bills()) {
            before = before.plus(bill.before());
            after = after.plus(bill.after());
            add(bill);
        }
        for (Money other : account.others()) {
            others = others.plus(ShadowSums.of(other, other));
        }
        if (!account.bills().isEmpty()) {
            byAccount = byAccount.plus(ShadowSums.of(before, after));
            hit.add(new HardHit(
                    account.account(), account.customerClass(), account.bills().size(), before, after));
        }
        account.caused().forEach(agreement -> count(caused, agreement));
        account.withheld().forEach(this::addWithheld);
    }

    /// An agreement that has no bill under the books in use.
    void addWithheld(Withheld agreement) {
        count(withheld, agreement);
    }

    private void add(ShadowBill bill) {
        ShadowSums sums = ShadowSums.of(bill.before(), bill.after());
        all = all.plus(sums);
        byClass.merge(bill.customerClass(), sums, ShadowSums::plus);
        byTariff.merge(new Supply(bill.service(), bill.tariff()), sums, ShadowSums::plus);
        byBlock.merge(new Block(bill.tariff(), bill.block()), sums, ShadowSums::plus);
        bins.add(bill.difference());
    }

    private void count(SortedMap<String, Long> reasons, Withheld agreement) {
        failed += agreement.outcome() == Withheld.Outcome.FAILED ? 1 : 0;
        reasons.merge(agreement.reasons().getFirst().code(), 1L, Long::sum);
    }

    /// @param accounts that were looked at
    ShadowReport report(long accounts) {
        return new ShadowReport(
                accounts,
                all,
                byAccount,
                byClass,
                byTariff,
                byBlock,
                bins.toList(),
                hit.hardest(),
                hit.eased(),
                others,
                caused,
                withheld,
                failed);
    }
}
