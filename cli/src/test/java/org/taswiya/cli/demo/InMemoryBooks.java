package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.UnbilledPeriods;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;

/// Bills a population month by month without a database: what the figures are tried on, and what the store is held to.
final class InMemoryBooks {
    private final Map<String, Tariff> tariffs;
    private final BillingPolicy policy;
    private final Map<String, Books> books = new HashMap<>();
    private long bills;
    private long estimates;

    /// What is known of one agreement between two actual readings.
    private static final class Books {
        private LocalDate opened;
        private List<BilledPeriod> billed = new ArrayList<>();
        private final List<Long> totals = new ArrayList<>();

        private Books(LocalDate opened) {
            this.opened = opened;
        }

        /// The mean of the last twelve bills.
        private @Nullable Money usual() {
            if (totals.isEmpty()) {
                return null;
            }
            List<Long> last = totals.subList(Math.max(0, totals.size() - 12), totals.size());
            long sum = last.stream().mapToLong(Long::longValue).sum();
            return Fraction.of(sum, 100L * last.size()).toMoneyHalfUp();
        }
    }

    interface Outcomes {
        void accept(Subscriber subscriber, Round round, AccountInput input, AccountOutcome outcome);
    }

    InMemoryBooks(Map<String, Tariff> tariffs, BillingPolicy policy) {
        this.tariffs = tariffs;
        this.policy = policy;
    }

    long bills() {
        return bills;
    }

    long estimates() {
        return estimates;
    }

    /// Bills all rounds of a story.
    void bill(Story story, Outcomes outcomes) {
        for (Round round : story.rounds()) {
            bill(story.subscribers(), round, outcomes);
        }
    }

    private void bill(List<Subscriber> town, Round round, Outcomes outcomes) {
        LocalDate billTo = round.billTo();
        for (Subscriber subscriber : town) {
            if (!subscriber.cycle().equals(round.cycle())) {
                continue;
            }
            List<AgreementInput> inputs = new ArrayList<>();
            for (Supply supply : subscriber.supplies()) {
                if (supply.agreement().from().isBefore(billTo)) {
                    inputs.add(input(supply, round));
                }
            }
            AccountInput input = new AccountInput(
                    subscriber.account().reference(),
                    billTo,
                    billTo,
                    policy.of(subscriber.customer().customerClass()),
                    Money.ZERO,
                    inputs);
            AccountOutcome outcome = AccountBilling.bill(input);
            outcomes.accept(subscriber, round, input, outcome);
            for (int i = 0; i < inputs.size(); i++) {
                if (outcome.agreements().get(i) instanceof Billed(DraftBill bill)) {
                    keep(bill, inputs.get(i));
                }
            }
        }
    }

    private AgreementInput input(Supply supply, Round round) {
        Books own = books.computeIfAbsent(
                supply.agreement().reference(),
                _ -> new Books(supply.agreement().from()));
        List<Reading> known =
                supply.readings().stream().filter(round::hasReceived).toList();
        Tariff tariff = tariffs.get(supply.agreement().tariff());
        if (tariff == null) {
            throw new IllegalStateException("No book of " + supply.agreement().tariff());
        }
        return new AgreementInput(
                supply.agreement().reference(),
                tariff,
                supply.agreement().households(),
                supply.register(),
                known.stream().filter(r -> !r.at().isBefore(own.opened)).toList(),
                supply.exchanges().stream()
                        .filter(e -> !e.at().isBefore(own.opened) && !e.at().isAfter(round.billTo()))
                        .toList(),
                billed(own, known, round.billTo(), tariff),
                history(supply, known, own.opened),
                List.of(),
                List.of(),
                null,
                null,
                own.usual(),
                null,
                null);
    }

    /// With what no cycle has billed, month by month.
    private static List<BilledPeriod> billed(Books own, List<Reading> known, LocalDate billTo, Tariff tariff) {
        List<LocalDate> actual = known.stream()
                .filter(ActualReading.class::isInstance)
                .map(Reading::at)
                .filter(at -> !at.isBefore(own.opened))
                .sorted()
                .toList();
        return actual.isEmpty() ? own.billed : new UnbilledPeriods(tariff).around(own.billed, actual, billTo);
    }

    /// Usage between each two actual readings of the two years before.
    private static List<Usage> history(Supply supply, List<Reading> known, LocalDate opened) {
        List<Reading> actual = known.stream()
                .filter(ActualReading.class::isInstance)
                .filter(r -> !r.at().isAfter(opened) && !r.at().isBefore(opened.minusMonths(26)))
                .toList();
        List<Usage> history = new ArrayList<>();
        Measurement measurement = new Measurement(supply.register(), supply.exchanges(), null);
        for (int i = 1; i < actual.size(); i++) {
            if (measurement.measure(actual.subList(i - 1, i + 1)) instanceof Measured(var intervals)) {
                intervals.forEach(usage -> history.add(new Usage(usage.range(), usage.usage(), UsageQuality.ACTUAL)));
            }
        }
        return history;
    }

    private void keep(DraftBill bill, AgreementInput input) {
        Books own = books.computeIfAbsent(bill.agreement(), _ -> new Books(LocalDate.MIN));
        bills++;
        own.totals.add(bill.total().minorUnits());
        switch (bill.basis()) {
            case Basis.OnEstimate _ -> {
                estimates++;
                bill.segments()
                        .forEach(segment -> own.billed.add(
                                BilledPeriod.estimated(segment.range(), segment.usage(), segment.claimed())));
            }
            case Basis.OnReading _ -> {
                own.billed = new ArrayList<>();
                own.opened = input.readings().stream()
                        .filter(ActualReading.class::isInstance)
                        .map(Reading::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            }
        }
    }
}
