package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.demo.Progress.Stage;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.DraftBill.Basis.OnEstimate;
import org.taswiya.core.metering.Reading;
import org.taswiya.run.BillingListener;
import org.taswiya.run.IssuedAccount;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;

/// Plays a story on a database: fills it, and then round by round lets readings come in and bills go out.
final class StoryTeller {
    private final Story story;
    private final Database database;
    private final RoundBilling billing;
    private final Progress progress;
    private final Payers payers;
    private final @Nullable MoneyYear year;
    private final Map<String, Subscriber> byAccount = new HashMap<>();
    private final Map<String, Integer> received = new HashMap<>();
    private final Figures figures = new Figures();
    private final SortedMap<String, Long> held = new TreeMap<>();
    private final ToldCustomers told;
    private final SettlementDocuments documents;
    private LocalDate first = LocalDate.MAX;
    private long issued;
    private long estimated;
    private long gapEstimated;
    private long letOut;

    /// @param year what happens to the money of the last year; null where everybody pays what is owed
    StoryTeller(
            Story story,
            Database database,
            RoundBilling billing,
            Payers payers,
            @Nullable MoneyYear year,
            SettlementDocuments documents,
            Progress progress) {
        this.story = story;
        this.database = database;
        this.billing = billing;
        this.progress = progress;
        this.payers = payers;
        this.year = year;
        this.documents = documents;
        this.told = new ToldCustomers(story.subscribers());
        story.subscribers()
                .forEach(subscriber -> byAccount.put(subscriber.account().reference(), subscriber));
    }

    /// Fills the database and bills all rounds.
    void tell() {
        populate();
        try (Stage stage = progress.stage("billing", "bills", expectedBills())) {
            for (Round round : story.rounds()) {
                read(round);
                bill(round, stage);
                pay(round);
            }
        }
    }

    /// Nobody has paid yet what the settlement comes to when the story ends with it.
    private void pay(Round round) {
        if (year != null && MoneyYear.isOf(round)) {
            year.play(round);
        } else if (!round.settles()) {
            payers.pay(round, false);
        }
    }

    private long expectedBills() {
        long bills = 0;
        for (Round round : story.rounds()) {
            for (Subscriber subscriber : story.subscribers()) {
                if (subscriber.cycle().equals(round.cycle())) {
                    bills += subscriber.supplies().stream()
                            .filter(supply -> supply.agreement().from().isBefore(round.billTo()))
                            .count();
                }
            }
        }
        return bills;
    }

    private void populate() {
        LocalDate begins = story.rounds().getFirst().billTo();
        try (Stage stage = progress.stage(
                        "customers", "customers", story.subscribers().size());
                PopulationWriter writer = PopulationWriter.open(database, RoundBilling.change(begins, story.aside()))) {
            for (Subscriber subscriber : story.subscribers()) {
                add(writer, subscriber);
                stage.add(1);
            }
            writer.commit();
        }
    }

    private static void add(PopulationWriter writer, Subscriber subscriber) {
        writer.add(subscriber.customer());
        writer.add(subscriber.account());
        writer.add(subscriber.premise());
        for (Supply supply : subscriber.supplies()) {
            writer.add(supply.usagePoint());
            writer.add(supply.agreement(), supply.agreement().from());
            supply.meters().forEach(writer::add);
            supply.exchanges()
                    .forEach(exchange -> writer.add(supply.usagePoint().reference(), exchange));
        }
    }

    /// Adds what has come in since the round before.
    private void read(Round round) {
        try (PopulationWriter writer = PopulationWriter.open(
                database, RoundBilling.change(round.billTo(), "readings up to " + round.readTo()))) {
            for (Subscriber subscriber : story.subscribers()) {
                if (subscriber.cycle().equals(round.cycle())) {
                    subscriber.supplies().forEach(supply -> read(writer, supply, round));
                }
            }
            writer.commit();
        }
    }

    private void read(PopulationWriter writer, Supply supply, Round round) {
        String point = supply.usagePoint().reference();
        List<Reading> readings = supply.readings();
        int next = received.getOrDefault(point, 0);
        while (next < readings.size() && round.hasReceived(readings.get(next))) {
            writer.add(point, readings.get(next));
            next++;
        }
        received.put(point, next);
    }

    private void bill(Round round, Stage stage) {
        billing.bill(round, new Listener(round, stage, false), new Listener(round, stage, true));
    }

    /// Notes what comes of a round, be it the bills of everybody or those that a check had held.
    private final class Listener implements BillingListener {
        private final Round round;
        private final Stage stage;
        private final boolean isLetOut;

        private Listener(Round round, Stage stage, boolean isLetOut) {
            this.round = round;
            this.stage = stage;
            this.isLetOut = isLetOut;
        }

        @Override
        public void issued(List<IssuedAccount> accounts) {
            long bills = accounts.stream()
                    .mapToLong(account -> account.bills().size())
                    .sum();
            accounts.forEach(account -> {
                // What another reason holds beside a bill that was let out is counted already.
                if (!isLetOut) {
                    noteHeld(account);
                }
                note(round, account);
            });
            letOut += isLetOut ? bills : 0;
            stage.add(bills);
        }

        @Override
        public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
            return round.settles()
                    ? documents.write(accounts, StoryTeller.this::subscriber)
                    : Collections.emptySortedMap();
        }
    }

    private Subscriber subscriber(String account) {
        Subscriber subscriber = byAccount.get(account);
        if (subscriber == null) {
            throw new IllegalStateException("Account " + account + " is in no story");
        }
        return subscriber;
    }

    private void noteHeld(IssuedAccount account) {
        for (var outcome : account.outcome().agreements()) {
            if (outcome instanceof HeldAgreement hold) {
                hold.holds().forEach(reason -> held.merge(reason.reason().code(), 1L, Long::sum));
            }
        }
    }

    private void note(Round round, IssuedAccount account) {
        long onEstimates = account.bills().stream()
                .filter(bill -> bill.bill().basis() instanceof OnEstimate)
                .count();
        issued += account.bills().size();
        if (!account.bills().isEmpty()) {
            first = round.billTo().isBefore(first) ? round.billTo() : first;
        }
        estimated += onEstimates;
        gapEstimated += round.inGap() ? onEstimates : 0;
        Subscriber subscriber = subscriber(account.input().customerAccount());
        told.note(subscriber, round, account);
        if (year != null && MoneyYear.isOf(round)) {
            year.note(round, account);
        }
        if (round.settles()) {
            figures.add(subscriber, account.input(), account.outcome());
        }
    }

    Figures figures() {
        return figures;
    }

    ToldCustomers told() {
        return told;
    }

    BillCounts counts() {
        return new BillCounts(first, story.rounds().getLast().billTo(), issued, estimated, gapEstimated, held, letOut);
    }
}
