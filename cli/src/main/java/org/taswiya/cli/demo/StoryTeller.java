package org.taswiya.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.DraftBill.Basis.OnEstimate;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.IssuedAccount;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.billing.Cycle;
import org.taswiya.store.population.PopulationWriter;

/// Plays a story on a database: fills it, and then round by round lets readings come in and bills go out.
final class StoryTeller {
    /// Small enough to see the run move, large enough that a commit costs little.
    private static final int ACCOUNTS_PER_BATCH = 500;

    private static final String AUTHOR = "demo";

    private final Story story;
    private final Database database;
    private final BillingPolicy policy;
    private final Map<String, Tariff> tariffs;
    private final Progress progress;
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

    StoryTeller(
            Story story,
            Database database,
            BillingPolicy policy,
            Map<String, Tariff> tariffs,
            SettlementDocuments documents,
            Progress progress) {
        this.story = story;
        this.database = database;
        this.policy = policy;
        this.tariffs = tariffs;
        this.progress = progress;
        this.documents = documents;
        this.told = new ToldCustomers(story.subscribers());
        story.subscribers()
                .forEach(subscriber -> byAccount.put(subscriber.account().reference(), subscriber));
    }

    /// Fills the database and bills all rounds.
    void tell() {
        populate();
        try (Progress.Stage stage = progress.stage("billing", "bills", expectedBills())) {
            for (Round round : story.rounds()) {
                read(round);
                bill(round, stage);
            }
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
        try (Progress.Stage stage = progress.stage(
                        "customers", "customers", story.subscribers().size());
                PopulationWriter writer = PopulationWriter.open(database, change(begins, story.aside()))) {
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

    /// The moment of a day's work in the story: the same whenever the demo is run.
    private static Change change(LocalDate day, String reason) {
        Instant at = day.atTime(6, 0).toInstant(ZoneOffset.UTC);
        return new Change(at, AUTHOR, reason);
    }

    /// Adds what has come in since the round before.
    private void read(Round round) {
        try (PopulationWriter writer =
                PopulationWriter.open(database, change(round.billTo(), "readings up to " + round.readTo()))) {
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

    private void bill(Round round, Progress.Stage stage) {
        Cycle cycle = new Cycle(round.billTo(), round.billTo(), story.areaOf(round), false);
        BillingRun.Settings settings = new BillingRun.Settings(
                cycle,
                policy,
                BillChecks.NONE,
                id -> Optional.ofNullable(tariffs.get(id)),
                _ -> Optional.empty(),
                ACCOUNTS_PER_BATCH,
                change(round.billTo(), "round of " + round.billTo()));
        BillingRun.execute(database, settings, new BillingListener() {
            @Override
            public void issued(List<IssuedAccount> accounts) {
                accounts.forEach(account -> note(round, account));
                stage.add(accounts.stream()
                        .mapToLong(account -> account.bills().size())
                        .sum());
            }

            @Override
            public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
                return round.settles()
                        ? documents.write(accounts, StoryTeller.this::subscriber)
                        : Collections.emptySortedMap();
            }
        });
    }

    private Subscriber subscriber(String account) {
        Subscriber subscriber = byAccount.get(account);
        if (subscriber == null) {
            throw new IllegalStateException("Account " + account + " is in no story");
        }
        return subscriber;
    }

    private void note(Round round, IssuedAccount account) {
        for (var outcome : account.outcome().agreements()) {
            if (outcome instanceof HeldAgreement hold) {
                hold.holds().forEach(reason -> held.merge(reason.reason().code(), 1L, Long::sum));
            }
        }
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
        return new BillCounts(first, story.rounds().getLast().billTo(), issued, estimated, gapEstimated, held);
    }
}
