package org.taswiya.cli.command;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Change;
import org.taswiya.store.run.Cycle;
import picocli.CommandLine.Option;

/// Which cycle is billed to be compared, with nothing stored.
public final class ComparedCycleOption {
    @Option(
            names = "--to",
            paramLabel = "DAY",
            required = true,
            description = "Bill up to this day: where no reading is there yet, usage is estimated up to its start.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Date of the bills; later readings are not looked at. Default: the day of --to.")
    private @Nullable LocalDate on;

    /// @param what it is billed for, as in `shadow`
    public RunSettings settings(PolicyReading.Read policies, TariffLibrary library, String what) {
        Cycle cycle = new Cycle(to, on == null ? to : on);
        return new RunSettings(
                cycle,
                policies.policy(),
                policies.checks(),
                library::tariff,
                RunSettings.ACCOUNTS_PER_BATCH,
                new Change(Instant.now(), System.getProperty("user.name"), what + " of the " + cycle));
    }
}
