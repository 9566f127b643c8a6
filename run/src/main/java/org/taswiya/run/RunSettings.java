package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Change;
import org.taswiya.store.bill.Known;
import org.taswiya.store.input.BillingInputs;
import org.taswiya.store.input.LearntClasses;
import org.taswiya.store.run.ClassDates;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.LearntClass;

/// What a run goes by.
///
/// @param tariffs by id
/// @param checks what holds a bill before it leaves
/// @param accountsPerBatch of a run that begins now; one that was begun before keeps its own
/// @param why who starts it, when and why
public record RunSettings(
        Cycle cycle,
        BillingPolicy policy,
        BillChecks checks,
        Function<String, Optional<Tariff>> tariffs,
        int accountsPerBatch,
        Change why) {

    /// Large enough that a commit costs little, small enough that a few batches fit a small machine.
    public static final int ACCOUNTS_PER_BATCH = 2_000;

    /// The same for another cycle.
    public RunSettings with(Cycle begun) {
        return new RunSettings(begun, policy, checks, tariffs, accountsPerBatch, why);
    }

    /// The same by other price books.
    RunSettings with(Function<String, Optional<Tariff>> others) {
        return new RunSettings(cycle, policy, checks, others, accountsPerBatch, why);
    }

    /// What the bills of the cycle depend on.
    ///
    /// @param reader a connection that nobody else uses
    /// @param withClasses whether somebody besides the policy asks of which class customers are
    public BillingInputs inputs(Connection reader, boolean withClasses) throws SQLException {
        return inputs(reader, withClasses, classes(Map.of()));
    }

    /// @param classes what is learnt of classes of meters; readers beside this one may share it
    BillingInputs inputs(Connection reader, boolean withClasses, LearntClasses classes) throws SQLException {
        return new BillingInputs(reader, cycle, policy, tariffs, withClasses, Known.ALL, classes);
    }

    /// @param kept what was learnt of classes of meters before and is gone by
    LearntClasses classes(Map<ClassDates, LearntClass> kept) {
        return new LearntClasses(cycle, policy, Known.ALL, kept);
    }

    /// What decides about the bills, as it is kept with the run.
    RunRules rules() {
        return RunRules.of(policy, checks);
    }
}
