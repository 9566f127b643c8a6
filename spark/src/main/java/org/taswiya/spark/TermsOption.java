package org.taswiya.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.input.CycleFile;
import org.taswiya.store.billing.Cycle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The cycle, the policies and the price books.
final class TermsOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Bill up to this day: where no reading is there yet, usage is estimated up to its start."
                    + " Exported accounts say it themselves.")
    private @Nullable LocalDate to;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Date of the bills; later readings are not looked at. Default: the day of --to.")
    private @Nullable LocalDate on;

    @Option(
            names = "--utilities",
            paramLabel = "FOLDER",
            description =
                    "Folder with one folder per utility. Default: TASWIYA_UTILITIES, else the one of this project.")
    private @Nullable Path folder;

    @Option(
            names = "--utility",
            paramLabel = "NAME",
            description = "Whose policies hold: NAME/policies.yaml below the utilities. Default: casablanca.")
    private String utility = "casablanca";

    /// The cycle that the command line names.
    Cycle cycle() {
        if (to == null) {
            throw new ParameterException(spec.commandLine(), "up to which day? Name it with --to DAY");
        }
        LocalDate billedOn = on == null ? to : on;
        if (billedOn.isBefore(to)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--on " + billedOn + " is before --to " + to
                            + "; bills are of the end of what they bill, or later");
        }
        return new Cycle(to, billedOn);
    }

    /// The cycle of exported accounts, which the command line may repeat and not change.
    Cycle cycleOf(String accounts, CycleFile exported) {
        boolean isOther = to != null && !to.equals(exported.cycle().billTo())
                || on != null && !on.equals(exported.cycle().billedOn());
        if (isOther) {
            throw new ParameterException(
                    spec.commandLine(),
                    accounts + " was exported for the " + exported.cycle() + "; export it for another cycle again");
        }
        return exported.cycle();
    }

    Terms terms(Cycle cycle, boolean withDigests) throws IOException {
        Path used = used();
        if (!Files.isRegularFile(used.resolve(utility).resolve("policies.yaml"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    used.resolve(utility).resolve("policies.yaml") + " is not there; expected the utility's policies");
        }
        return Terms.of(cycle, used, utility, withDigests);
    }

    /// The launcher tells in `taswiya.root` where the project lies.
    private Path used() {
        if (folder != null) {
            return folder;
        }
        String named = System.getenv("TASWIYA_UTILITIES");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("taswiya.root", "."), "utilities")
                : Path.of(named);
    }
}
