package org.taswiya.run;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.taswiya.run.ShadowReport.HardHit;

/// The accounts that pay most more, and those that pay most less, of any number of accounts: keeps these few alone.
final class HardestHit {
    /// The hardest hit first; of equal ones the account with the lower reference.
    private static final Comparator<HardHit> HARDEST =
            Comparator.comparing(HardHit::difference).reversed().thenComparing(HardHit::account);

    /// The most eased first; of equal ones the account with the lower reference.
    private static final Comparator<HardHit> EASED =
            Comparator.comparing(HardHit::difference).thenComparing(HardHit::account);

    private final int most;
    private final PriorityQueue<HardHit> hardest = new PriorityQueue<>(HARDEST.reversed());
    private final PriorityQueue<HardHit> eased = new PriorityQueue<>(EASED.reversed());

    /// @param most how many accounts are named, of those that pay more and of those that pay less
    HardestHit(int most) {
        this.most = most;
    }

    void add(HardHit account) {
        switch (account.difference().signum()) {
            case 1 -> add(hardest, account);
            case -1 -> add(eased, account);
            default -> {}
        }
    }

    private void add(PriorityQueue<HardHit> named, HardHit account) {
        named.add(account);
        if (named.size() > most) {
            named.remove();
        }
    }

    /// The hardest hit first.
    List<HardHit> hardest() {
        return hardest.stream().sorted(HARDEST).toList();
    }

    /// The most eased first.
    List<HardHit> eased() {
        return eased.stream().sorted(EASED).toList();
    }
}
