package org.taswiya.cli.suspension;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.store.Database;
import org.taswiya.store.suspension.Suspensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya suspension start`: begins one.
@Command(
        name = "start",
        description = {
            "Begins a suspension. From its first day on bills say of their estimates that an order stopped reading,"
                    + " rounds skip its meters, and whoever delivers, collects or disconnects is told not to. Bills"
                    + " that were issued before stay as they are.",
            "",
            "Starting the same again changes nothing; killed at any moment, it is there or not.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is there.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, another one has that name, or there is no such area; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya suspension start SPRING-2020 --stop reading,delivery \\",
            "    --everywhere --from 2020-03-20 --law \"Décret 2.20.293\" --why lockdown",
            "  ./taswiya suspension start MAARIF-WORKS --stop reading --area Maârif \\",
            "    --from 2020-09-01 --to 2020-09-15 --law \"Arrêté 12/2020\" --why works"
        })
final class SuspensionStartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NAME", description = "What people call it: letters, digits, '.', '_' and '-'.")
    private String reference = "";

    @Option(
            names = "--stop",
            paramLabel = "WHAT",
            split = ",",
            required = true,
            description = "What is stopped: ${COMPLETION-CANDIDATES}; several with commas.")
    private List<Activity> activities = List.of();

    @Option(names = "--area", paramLabel = "AREA", description = "Only in this area.")
    private @Nullable String area;

    @Option(names = "--everywhere", description = "In all areas.")
    private boolean isEverywhere;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "Its first day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The first day on which things are done again. Default: until suspension end says it.")
    private @Nullable LocalDate to;

    @Option(
            names = "--law",
            paramLabel = "TEXT",
            required = true,
            description = "The order, law or decree, as it is to be printed on bills.")
    private String law = "";

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        if (isEverywhere == (area != null)) {
            throw new ParameterException(spec.commandLine(), "Say where: --area AREA or --everywhere");
        }
        if (from.equals(to)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to is --from, so nothing would be stopped; --to is the first day without it");
        }
        try (Database database = home.open()) {
            Suspension suspension = new Suspension(reference, EnumSet.copyOf(activities), area, from, to, law);
            boolean isNew = Suspensions.begin(database, suspension, why.now(), isTrial);
            spec.commandLine()
                    .getOut()
                    .println(SuspensionText.of(suspension)
                            + (!isNew ? " It was there before." : isTrial ? " Nothing was stored." : ""));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
