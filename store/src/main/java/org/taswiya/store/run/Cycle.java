package org.taswiya.store.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which bills a run makes.
///
/// @param billTo the end of the period to bill: where no reading is there yet, usage is estimated up to this day
/// @param billedOn the date of the bills; readings of later days are not looked at
/// @param area whose premises are billed; null for all
/// @param releasedOnly whether only agreements are billed whose held bill was released or put right: off the cycle
/// @param accounts that are billed off the cycle because somebody named them, in order; none for all
/// @param part of the runs off the cycle of one day, counted from one
/// @param plan what the utility's calendar says of it; null for one that a person named by its days
public record Cycle(
        LocalDate billTo,
        LocalDate billedOn,
        @Nullable String area,
        boolean releasedOnly,
        List<String> accounts,
        int part,
        @Nullable Plan plan)
        implements Serializable {

    /// What the calendar says of a cycle.
    ///
    /// @param readTo the last day whose readings are looked at
    /// @param dueOn when its bills are due; null where the tariffs say
    /// @param outsideWindow why its bills are dated outside its window; null when they are not
    public record Plan(
            String name,
            LocalDate readTo,
            @Nullable LocalDate dueOn,
            @Nullable String outsideWindow) implements Serializable {}

    public Cycle {
        accounts = List.copyOf(new TreeSet<>(accounts));
    }

    /// The cycle of all areas.
    public Cycle(LocalDate billTo, LocalDate billedOn) {
        this(billTo, billedOn, null, false);
    }

    /// A cycle named by its days.
    public Cycle(LocalDate billTo, LocalDate billedOn, @Nullable String area, boolean releasedOnly) {
        this(billTo, billedOn, area, releasedOnly, List.of(), 1, null);
    }

    /// Off the cycle, for some accounts alone.
    ///
    /// @param accounts at least one
    public static Cycle ofAccounts(LocalDate billTo, LocalDate billedOn, Collection<String> accounts) {
        SortedSet<String> chosen = new TreeSet<>(accounts);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("No account is named");
        }
        return new Cycle(billTo, billedOn, null, false, List.copyOf(chosen), 1, null);
    }

    /// As the calendar plans it.
    public static Cycle planned(LocalDate billTo, LocalDate billedOn, @Nullable String area, Plan plan) {
        return new Cycle(billTo, billedOn, area, false, List.of(), 1, plan);
    }

    Cycle withPart(int number) {
        return new Cycle(billTo, billedOn, area, releasedOnly, accounts, number, plan);
    }

    /// With the same days and nobody left out.
    public Cycle forEverybody() {
        return new Cycle(billTo, billedOn, null, false, List.of(), 1, plan);
    }

    /// Whether it bills some agreements alone, beside the cycles that bill everybody in turn.
    public boolean isOffCycle() {
        return releasedOnly || !accounts.isEmpty();
    }

    /// The last day whose readings, meters and exchanges are looked at.
    public LocalDate readTo() {
        return plan == null ? billedOn : plan.readTo();
    }

    /// When all its bills are due; null where the tariffs say.
    public @Nullable LocalDate dueOn() {
        return plan == null ? null : plan.dueOn();
    }

    /// Whether both are the same run, or parts of the same off the cycle; what the calendar says of it makes no other.
    public boolean isSameRun(Cycle other) {
        return billTo.equals(other.billTo)
                && billedOn.equals(other.billedOn)
                && Objects.equals(area, other.area)
                && releasedOnly == other.releasedOnly
                && accounts.equals(other.accounts);
    }

    @Override
    public String toString() {
        return "cycle to " + billTo + " billed on " + billedOn + (area == null ? "" : " of " + area)
                + (releasedOnly ? " of released agreements" : "")
                + (accounts.isEmpty()
                        ? ""
                        : " of " + accounts.size() + (accounts.size() == 1 ? " named account" : " named accounts"))
                + (part == 1 ? "" : ", part " + part)
                + (plan == null ? "" : ", " + plan.name())
                + (plan == null || plan.outsideWindow() == null ? "" : " outside its window");
    }
}
