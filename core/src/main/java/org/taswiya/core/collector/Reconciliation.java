package org.taswiya.core.collector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// A collector's list of a day beside ours.
///
/// @param same how many are the same in both
/// @param differences by transaction, those of one in the order of [Kind]
public record Reconciliation(int same, List<Difference> differences) {
    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /// A payment as a list has it.
    ///
    /// @param transaction by the collector's own number
    /// @param account whose payment it is
    /// @param day on which it was paid
    public record Line(String transaction, String account, Money amount, LocalDate day) {}

    /// One of ours.
    public record Ours(Line line, boolean isReversed) {}

    /// What is not the same.
    public enum Kind {
        /// They have it and we do not.
        MISSING_HERE,
        /// They have it, and here it was cancelled.
        CANCELLED_HERE,
        /// We have it and they do not.
        MISSING_THERE,
        /// They have it more than once.
        TWICE_THERE,
        OTHER_AMOUNT,
        OTHER_DAY,
        OTHER_ACCOUNT;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param ours null where we have none
    /// @param theirs null where they have none
    public record Difference(
            Kind kind,
            String transaction,
            @Nullable Line ours,
            @Nullable Line theirs) {}

    /// Compares.
    ///
    /// @param theirs of the day
    /// @param ours of the day, and of whatever day those of theirs that we have
    public static Reconciliation of(LocalDate day, List<Line> theirs, List<Ours> ours) {
        Map<String, Ours> here = new TreeMap<>();
        ours.forEach(one -> here.put(one.line().transaction(), one));
        SortedMap<String, List<Line>> there = new TreeMap<>();
        theirs.forEach(line -> there.computeIfAbsent(line.transaction(), _ -> new ArrayList<>())
                .add(line));
        List<Difference> differences = new ArrayList<>();
        int same = 0;
        for (List<Line> lines : there.values()) {
            int before = differences.size();
            add(differences, here.get(lines.getFirst().transaction()), lines);
            same += differences.size() == before ? 1 : 0;
        }
        for (Ours one : here.values()) {
            Line line = one.line();
            if (!one.isReversed() && line.day().equals(day) && !there.containsKey(line.transaction())) {
                differences.add(new Difference(Kind.MISSING_THERE, line.transaction(), line, null));
            }
        }
        differences.sort(Comparator.comparing(Difference::transaction).thenComparing(Difference::kind));
        return new Reconciliation(same, differences);
    }

    private static void add(List<Difference> differences, @Nullable Ours ours, List<Line> lines) {
        Line theirs = lines.getFirst();
        Line line = ours == null ? null : ours.line();
        List<Kind> kinds = new ArrayList<>();
        if (ours == null || line == null) {
            kinds.add(Kind.MISSING_HERE);
        } else if (ours.isReversed()) {
            kinds.add(Kind.CANCELLED_HERE);
        } else {
            addIf(kinds, Kind.OTHER_AMOUNT, !line.amount().equals(theirs.amount()));
            addIf(kinds, Kind.OTHER_DAY, !line.day().equals(theirs.day()));
            addIf(kinds, Kind.OTHER_ACCOUNT, !line.account().equals(theirs.account()));
        }
        addIf(kinds, Kind.TWICE_THERE, lines.size() > 1);
        kinds.forEach(kind -> differences.add(new Difference(kind, theirs.transaction(), line, theirs)));
    }

    private static void addIf(List<Kind> kinds, Kind kind, boolean isSo) {
        if (isSo) {
            kinds.add(kind);
        }
    }
}
