package org.taswiya.spark.billing;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.store.run.Withheld;

/// What some ranges came to. A file of bills says it of itself.
///
/// @param accounts those with something to bill
/// @param total of all bills, in minor units
/// @param reasons why agreements got no bill, each counted once by its first reason
/// @param first the reference of the first account; empty when there is none
/// @param last that of the last one
public record RangeTally(
        long accounts,
        long bills,
        long estimated,
        long held,
        long failed,
        long total,
        TreeMap<String, Long> reasons,
        String first,
        String last)
        implements Serializable {
    private static final String PREFIX = "taswiya.";
    private static final String REASON = PREFIX + "reason.";

    static final RangeTally NOTHING = new RangeTally(0, 0, 0, 0, 0, 0, new TreeMap<>(), "", "");

    /// This range and the one that follows.
    ///
    /// @throws RunRefused when accounts of the other one come before accounts of this one
    RangeTally plus(RangeTally other) {
        if (!last.isEmpty() && !other.first.isEmpty() && other.first.compareTo(last) <= 0) {
            throw new RunRefused(
                    "A range begins with account " + other.first + ", but the one before ends with account " + last
                            + ". Name the files in the order of their accounts, and bill into another folder.");
        }
        TreeMap<String, Long> sums = new TreeMap<>(reasons);
        other.reasons.forEach((reason, count) -> sums.merge(reason, count, Long::sum));
        return new RangeTally(
                accounts + other.accounts,
                bills + other.bills,
                estimated + other.estimated,
                held + other.held,
                failed + other.failed,
                Math.addExact(total, other.total),
                sums,
                first.isEmpty() ? other.first : first,
                other.last.isEmpty() ? last : other.last);
    }

    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put(PREFIX + "accounts", Long.toString(accounts));
        facts.put(PREFIX + "bills", Long.toString(bills));
        facts.put(PREFIX + "estimated", Long.toString(estimated));
        facts.put(PREFIX + "held", Long.toString(held));
        facts.put(PREFIX + "failed", Long.toString(failed));
        facts.put(PREFIX + "total", Long.toString(total));
        facts.put(PREFIX + "first", first);
        facts.put(PREFIX + "last", last);
        reasons.forEach((reason, count) -> facts.put(REASON + reason, Long.toString(count)));
        return facts;
    }

    static RangeTally of(Map<String, String> facts) {
        TreeMap<String, Long> reasons = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (name.startsWith(REASON)) {
                reasons.put(name.substring(REASON.length()), Long.valueOf(value));
            }
        });
        return new RangeTally(
                count(facts, "accounts"),
                count(facts, "bills"),
                count(facts, "estimated"),
                count(facts, "held"),
                count(facts, "failed"),
                count(facts, "total"),
                reasons,
                fact(facts, "first"),
                fact(facts, "last"));
    }

    private static long count(Map<String, String> facts, String name) {
        return Long.parseLong(fact(facts, name));
    }

    private static String fact(Map<String, String> facts, String name) {
        String value = facts.get(PREFIX + name);
        if (value == null) {
            throw new IllegalArgumentException("A file of bills does not say its '" + name + "'");
        }
        return value;
    }

    /// Counts one range.
    static final class Counter {
        private long accounts;
        private long bills;
        private long estimated;
        private long held;
        private long failed;
        private long total;
        private final TreeMap<String, Long> reasons = new TreeMap<>();
        private String first = "";
        private String last = "";

        /// @throws IllegalArgumentException when the account does not come after the last one
        void add(String account) {
            if (account.compareTo(last) <= 0) {
                throw new IllegalArgumentException("Account " + account + " follows account " + last
                        + ". Maybe the rows are not in the order of their accounts, or one is there twice?");
            }
            accounts++;
            first = first.isEmpty() ? account : first;
            last = account;
        }

        void add(DraftBill bill) {
            bills++;
            estimated += bill.basis() instanceof Basis.OnEstimate ? 1 : 0;
            total = Math.addExact(total, bill.total().minorUnits());
        }

        void add(Withheld agreement) {
            switch (agreement.outcome()) {
                case HELD -> held++;
                case FAILED -> failed++;
            }
            reasons.merge(agreement.reasons().getFirst().code(), 1L, Long::sum);
        }

        RangeTally tally() {
            return new RangeTally(accounts, bills, estimated, held, failed, total, reasons, first, last);
        }
    }
}
