package org.taswiya.spark.billing;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.store.run.Cycle;

/// [Terms] read: once for each program, however many tasks it does. Safe for use by several threads.
public final class Rules {
    private static final AtomicReference<@Nullable Rules> LAST = new AtomicReference<>();

    private final Terms terms;
    private final PolicyReading.Read policies;
    private final ConcurrentMap<String, Optional<Tariff>> tariffs = new ConcurrentHashMap<>();
    private final Queue<SharedPrices> prices = new ConcurrentLinkedQueue<>();

    private Rules(Terms terms) {
        this.terms = terms;
        this.policies = switch (PolicyParser.parse("policies.yaml", terms.policies())) {
            case PolicyReading.Read read -> read;
            case PolicyReading.Faulty(var findings) ->
                throw new IllegalArgumentException("faulty policies: " + findings.getFirst());
        };
    }

    /// @throws IllegalArgumentException when the policies have faults
    public static Rules of(Terms terms) {
        Rules last = LAST.get();
        if (last != null && last.terms.equals(terms)) {
            return last;
        }
        Rules read = new Rules(terms);
        LAST.set(read);
        return read;
    }

    public Cycle cycle() {
        return terms.cycle();
    }

    public BillingPolicy policy() {
        return policies.policy();
    }

    BillChecks checks() {
        return policies.checks();
    }

    boolean withDigests() {
        return terms.withDigests();
    }

    /// What many bills share: one for each task at work, which gives it back for the next one.
    SharedPrices takePrices() {
        SharedPrices free = prices.poll();
        return free == null ? new SharedPrices() : free;
    }

    void giveBack(SharedPrices used) {
        prices.add(used);
    }

    /// The tariff of that id; empty when there is no such book, or it has faults.
    public Optional<Tariff> tariff(String id) {
        return tariffs.computeIfAbsent(id, this::read);
    }

    private Optional<Tariff> read(String id) {
        String text = terms.books().get(id);
        return text != null && TariffBookParser.parse(id, text) instanceof TariffBook book
                ? Optional.of(book.tariff())
                : Optional.empty();
    }
}
