package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Change;
import org.taswiya.store.billing.BillingInputs;
import org.taswiya.store.billing.Cycle;
import org.taswiya.store.billing.Known;

/// What a run goes by.
///
/// @param tariffs by id
/// @param checks what holds a bill before it leaves
/// @param classPerDay the class average a day by tariff id, to estimate from where nothing else is known
/// @param accountsPerBatch of a run that begins now; one that was begun before keeps its own
/// @param why who starts it, when and why
public record RunSettings(
        Cycle cycle,
        BillingPolicy policy,
        BillChecks checks,
        Function<String, Optional<Tariff>> tariffs,
        Function<String, Optional<Decimal>> classPerDay,
        int accountsPerBatch,
        Change why) {

    /// Large enough that a commit costs little, small enough that a few batches fit a small machine.
    public static final int ACCOUNTS_PER_BATCH = 2_000;

    /// The same for another cycle.
    public RunSettings with(Cycle begun) {
        return new RunSettings(begun, policy, checks, tariffs, classPerDay, accountsPerBatch, why);
    }

    /// What the bills of the cycle depend on.
    ///
    /// @param reader a connection that nobody else uses
    /// @param withClasses whether somebody asks of which class customers are
    public BillingInputs inputs(Connection reader, boolean withClasses) throws SQLException {
        return new BillingInputs(reader, cycle, policy, tariffs, classPerDay, withClasses, Known.ALL);
    }

    /// What decides about the bills, as it is kept with the run.
    RunRules rules() {
        return RunRules.of(policy, checks);
    }
}
