package org.taswiya.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldFilter;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;

/// Bills a round as the utility does: by its own policies and checks. What only a check holds is let out the same day,
/// by a run off the cycle: the demo's clerk has looked at it, and the story knows it to be right.
final class RoundBilling {
    /// Small enough to see the run move, large enough that a commit costs little.
    private static final int ACCOUNTS_PER_BATCH = 500;

    private static final String AUTHOR = "demo";

    private final Story story;
    private final Database database;
    private final PolicyReading.Read policies;
    private final Map<String, Tariff> tariffs;

    RoundBilling(Story story, Database database, PolicyReading.Read policies, Map<String, Tariff> tariffs) {
        this.story = story;
        this.database = database;
        this.policies = policies;
        this.tariffs = tariffs;
    }

    /// @param cycle told of everybody
    /// @param letOut told of the accounts with bills that were let out, and of these bills alone
    void bill(Round round, BillingListener cycle, BillingListener letOut) {
        RunReport run = run(round, false, cycle);
        HoldFilter ofRun = new HoldFilter(null, run.id(), null, null);
        Change looked = change(round.billTo(), "looked at and let out");
        if (!HoldDecisions.release(database, List.of(), ofRun, looked, false)
                .done()
                .isEmpty()) {
            run(round, true, letOut);
        }
    }

    private RunReport run(Round round, boolean releasedOnly, BillingListener listener) {
        Cycle cycle = new Cycle(round.billTo(), round.billTo(), story.areaOf(round), releasedOnly);
        RunSettings settings = new RunSettings(
                cycle,
                policies.policy(),
                policies.checks(),
                id -> Optional.ofNullable(tariffs.get(id)),
                ACCOUNTS_PER_BATCH,
                change(round.billTo(), "round of " + round.billTo()));
        return BillingRun.execute(database, settings, listener);
    }

    /// The moment of a day's work in the story: the same whenever the demo is run.
    static Change change(LocalDate day, String reason) {
        Instant at = day.atTime(6, 0).toInstant(ZoneOffset.UTC);
        return new Change(at, AUTHOR, reason);
    }
}
