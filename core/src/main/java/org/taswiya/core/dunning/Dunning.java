package org.taswiya.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.dunning.DunningAnswer.Ends;
import org.taswiya.core.dunning.DunningAnswer.Held;
import org.taswiya.core.dunning.DunningAnswer.Send;
import org.taswiya.core.dunning.DunningAnswer.Waits;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;

/// What is done about an account that does not pay.
///
/// Of each item the next step is the first that was not sent for it; none is left out, however long it has been due. It
/// comes when both delays are over and nothing stops it.
public final class Dunning {
    private final DunningCase of;
    private final LocalDate on;
    private final Money overdue;
    private final Map<ItemKey, Map<String, LocalDate>> sent = new HashMap<>();

    private Dunning(DunningCase of, LocalDate on) {
        this.of = of;
        this.on = on;
        this.overdue = overdue(of, on);
        for (SentStep step : of.sent()) {
            sent.computeIfAbsent(step.item(), _ -> new HashMap<>()).put(step.step(), step.on());
        }
    }

    /// An answer for each item that is overdue on a day, in the order in which items are settled.
    public static List<DunningAnswer> answers(DunningCase of, LocalDate on) {
        Dunning dunning = new Dunning(of, on);
        List<DunningAnswer> answers = new ArrayList<>();
        for (OpenItem item : of.account().items()) {
            if (item.dueOn().isBefore(on)) {
                answers.add(dunning.answer(item));
            }
        }
        return answers;
    }

    /// What keeps a step back for an item on a day; empty when nothing does, whether or not its time has come.
    public static Optional<Held> stop(DunningCase of, OpenItem item, DunningStep step, LocalDate on) {
        return new Dunning(of, on).held(item, step);
    }

    /// What is overdue on a day, not disputed, and under no payment facility or budget plan that runs.
    public static Money overdue(DunningCase of, LocalDate on) {
        return of.account().items().stream()
                .filter(item -> of.dueOn(item).isBefore(on) && !of.arranged().containsKey(item.key()))
                .map(item -> item.open().minus(of.disputed(item, on)))
                .reduce(Money.ZERO, Money::plus);
    }

    private DunningAnswer answer(OpenItem item) {
        DunningPolicy policy = of.policy();
        if (policy == null) {
            return new Ends(item, "customers of this class are never dunned");
        }
        if (of.charges().contains(item.key())) {
            return new Ends(item, "fees, interest and a connection not ordered yet get no step of their own");
        }
        LocalDate last = null;
        for (DunningStep step : policy.steps()) {
            LocalDate sentOn = sent.getOrDefault(item.key(), Map.of()).get(step.name());
            if (sentOn == null) {
                LocalDate from = of.agesFrom(item, on).plusDays(step.afterDue());
                if (last != null && from.isBefore(last.plusDays(step.afterLast()))) {
                    from = last.plusDays(step.afterLast());
                }
                boolean isDisputed = of.disputed(item, on).equals(item.open());
                boolean isPlanned = !of.dueOn(item).isBefore(on);
                return on.isBefore(from) && !isDisputed && !isPlanned
                        ? new Waits(item, step, from)
                        : held(item, step).<DunningAnswer>map(held -> held).orElseGet(() -> new Send(item, step));
            }
            last = sentOn;
        }
        return new Ends(item, "all steps were sent");
    }

    private Optional<Held> held(OpenItem item, DunningStep step) {
        DunningPolicy policy = of.policy();
        if (policy == null) {
            return held(item, step, DunningStop.CLASS, "customers of this class are never dunned");
        }
        for (Suspension suspension : of.suspensions()) {
            if (stops(suspension, step)) {
                return held(
                        item,
                        step,
                        DunningStop.SUSPENSION,
                        suspension.reference() + ", " + suspension.legalReference());
            }
        }
        for (QuietSeason season : policy.seasons()) {
            if (season.holds(step, on)) {
                return held(item, step, DunningStop.SEASON, season.name());
            }
        }
        if (of.disputed(item, on).equals(item.open())) {
            return held(item, step, DunningStop.DISPUTE, disputes(item));
        }
        for (DunningStop kind : List.of(DunningStop.DISPUTE, DunningStop.VULNERABLE, DunningStop.PERSON)) {
            for (PersonsStop stop : of.stops()) {
                if (stop.kind() == kind && stop.isOn(item.key(), on) && isStopped(kind, step, policy)) {
                    return held(item, step, kind, "since " + stop.from() + ": " + stop.reason());
                }
            }
        }
        Long arrangement = of.arranged().get(item.key());
        if (arrangement != null) {
            return held(item, step, DunningStop.ARRANGEMENT, "arrangement " + arrangement);
        }
        PlannedItem planned = of.planned().get(item.key());
        if (planned != null && !planned.askedFrom().isBefore(on)) {
            return held(item, step, DunningStop.BUDGET, "budget plan " + planned.plan());
        }
        return heldByAmount(item, step);
    }

    private String disputes(OpenItem item) {
        return of.disputes().stream()
                .filter(dispute -> dispute.isOn(item.key(), on))
                .map(dispute -> "dispute " + dispute.number() + " of " + dispute.amount() + " since " + dispute.from())
                .collect(Collectors.joining(", "));
    }

    private boolean stops(Suspension suspension, DunningStep step) {
        boolean isOf = suspension.activities().contains(Activity.COLLECTION)
                || step.isOrder() && suspension.activities().contains(Activity.DISCONNECTION);
        return isOf && suspension.isInForce(on);
    }

    private static boolean isStopped(DunningStop kind, DunningStep step, DunningPolicy policy) {
        return kind != DunningStop.VULNERABLE || step.isOrder() || policy.isVulnerableLeftAlone();
    }

    private Optional<Held> heldByAmount(OpenItem item, DunningStep step) {
        if (overdue.compareTo(step.least()) < 0) {
            return held(item, step, DunningStop.AMOUNT, overdue + " is overdue, " + step.least() + " is the least");
        }
        Money credit = of.account().credit();
        return credit.compareTo(overdue) >= 0
                ? held(item, step, DunningStop.CREDIT, "a credit of " + credit + " settles it; ./taswiya pay credits")
                : Optional.empty();
    }

    private static Optional<Held> held(OpenItem item, DunningStep step, DunningStop stop, String found) {
        return Optional.of(new Held(item, step, stop, found));
    }
}
