package org.taswiya.cli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.taswiya.core.billing.DraftBill.Basis.OnReading;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.IssuedAccount;

/// Keeps the bills of a few customers while the story runs, and at its end chooses the three that are told in full: one
/// charged, one credited, one whose place was closed.
final class ToldCustomers {
    /// How many customers at the beginning of the population are looked at.
    private static final int CANDIDATES = 200;

    private static final long AWAY_BELOW_ONE_IN = 5;

    private final List<Subscriber> candidates;
    private final Set<String> references = new HashSet<>();
    private final Map<String, List<IssuedAccount>> inGap = new HashMap<>();
    private final Map<String, IssuedAccount> settling = new HashMap<>();

    /// A customer to tell.
    ///
    /// @param role why this one was chosen
    /// @param inGap the account's bills of the gap, earliest first
    /// @param bill of the settling bills the one with the larger true-up
    record Told(
            String role, Subscriber subscriber, List<IssuedAccount> inGap, IssuedAccount settling, IssuedBill bill) {
        Told {
            inGap = List.copyOf(inGap);
        }
    }

    ToldCustomers(List<Subscriber> subscribers) {
        this.candidates = subscribers.subList(0, Math.min(CANDIDATES, subscribers.size()));
        candidates.forEach(subscriber -> references.add(subscriber.account().reference()));
    }

    void note(Subscriber subscriber, Round round, IssuedAccount account) {
        String reference = subscriber.account().reference();
        if (!references.contains(reference)) {
            return;
        }
        if (round.inGap()) {
            inGap.computeIfAbsent(reference, _ -> new ArrayList<>()).add(account);
        } else if (round.settles()) {
            settling.put(reference, account);
        }
    }

    /// Three customers, or fewer where a role finds nobody. Of several ways to fill a role the first that finds
    /// somebody counts.
    List<Told> chosen() {
        Set<Subscriber> taken = new HashSet<>();
        List<Told> chosen = new ArrayList<>();
        choose(List.of(new Role("charged: more was used than estimated", this::isCharged)), taken, chosen);
        String credited = "credited: less was used than estimated";
        choose(
                List.of(
                        new Role(credited, s -> isCredited(s) && !isAway(s) && isHousehold(s) && isInFavour(s)),
                        new Role(credited, s -> isCredited(s) && !isAway(s) && isInFavour(s)),
                        new Role(credited, s -> isCredited(s) && !isAway(s) && isHousehold(s)),
                        new Role(credited, s -> isCredited(s) && !isAway(s))),
                taken,
                chosen);
        choose(
                List.of(
                        new Role("closed: nothing was used at all", s -> isCredited(s) && isClosed(s)),
                        new Role("away: next to nothing was used", s -> isCredited(s) && isAway(s))),
                taken,
                chosen);
        return chosen;
    }

    private record Role(String words, Predicate<Subscriber> fits) {}

    private void choose(List<Role> ways, Set<Subscriber> taken, List<Told> chosen) {
        for (Role role : ways) {
            for (Subscriber subscriber : candidates) {
                if (!taken.contains(subscriber) && role.fits().test(subscriber)) {
                    taken.add(subscriber);
                    chosen.add(told(role.words(), subscriber));
                    return;
                }
            }
        }
    }

    private Told told(String role, Subscriber subscriber) {
        String reference = subscriber.account().reference();
        IssuedBill largest = settledBills(subscriber)
                .max(Comparator.comparingLong(ToldCustomers::size))
                .orElseThrow();
        return new Told(role, subscriber, inGap.getOrDefault(reference, List.of()), settlement(reference), largest);
    }

    private static long size(IssuedBill bill) {
        return Math.abs(trueUp(bill).minorUnits());
    }

    private IssuedAccount settlement(String reference) {
        IssuedAccount account = settling.get(reference);
        if (account == null) {
            throw new IllegalStateException("Account " + reference + " was not settled");
        }
        return account;
    }

    /// The bills that settle, of those candidates whose bills all do.
    private Stream<IssuedBill> settledBills(Subscriber subscriber) {
        IssuedAccount account = settling.get(subscriber.account().reference());
        List<IssuedBill> bills = account == null ? List.of() : account.bills();
        boolean whole = bills.size() == subscriber.supplies().size()
                && account != null
                && account.input().agreements().stream()
                        .noneMatch(input -> input.billed().isEmpty());
        return whole ? bills.stream() : Stream.empty();
    }

    private boolean isCharged(Subscriber subscriber) {
        return hasBills(subscriber)
                && settledBills(subscriber).allMatch(bill -> trueUp(bill).signum() > 0);
    }

    private boolean isCredited(Subscriber subscriber) {
        return hasBills(subscriber)
                && settledBills(subscriber).allMatch(bill -> trueUp(bill).signum() < 0);
    }

    /// The bill that is told gives money back, although it also claims a month of its own.
    private boolean isInFavour(Subscriber subscriber) {
        return settledBills(subscriber)
                .max(Comparator.comparingLong(ToldCustomers::size))
                .map(bill -> bill.bill().total().signum() < 0)
                .orElse(false);
    }

    private boolean isClosed(Subscriber subscriber) {
        return settledBills(subscriber)
                .allMatch(bill -> bill.bill().basis() instanceof OnReading(Settled settled)
                        && settled.usage().isZero());
    }

    private static boolean isHousehold(Subscriber subscriber) {
        return subscriber.customer().customerClass() == CustomerClass.HOUSEHOLD;
    }

    /// Next to nothing was used: a place that stood empty rather than one that was used less.
    private boolean isAway(Subscriber subscriber) {
        return settledBills(subscriber)
                .allMatch(bill -> bill.bill().basis() instanceof OnReading(Settled settled)
                        && settled.usage().times(AWAY_BELOW_ONE_IN).compareTo(estimated(settled)) < 0);
    }

    private static Decimal estimated(Settled settled) {
        return settled.periods().stream().map(SettledPeriod::billedUsage).reduce(Decimal.ZERO, Decimal::plus);
    }

    private boolean hasBills(Subscriber subscriber) {
        return settledBills(subscriber).findAny().isPresent();
    }

    private static Money trueUp(IssuedBill bill) {
        return bill.bill().basis() instanceof OnReading(Settled settled)
                ? settled.trueUp().total()
                : Money.ZERO;
    }
}
