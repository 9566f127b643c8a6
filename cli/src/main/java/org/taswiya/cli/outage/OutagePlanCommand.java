package org.taswiya.cli.outage;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.Outages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya outage plan`: plans one.
@Command(
        name = "plan",
        description = {
            "Plans an interruption of a service for premises, all of an area, or all on a reading route. Nobody is"
                    + " told before outage notify. What is over already cannot be planned. One that lasts longer than a"
                    + " week, or overlaps another one there, is planned and said to be.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is planned; its number is shown.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such place, nobody takes the service there, or it is over already; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya outage plan --service water --area Maârif \\",
            "      --from 2030-09-01T08:00 --to 2030-09-01T14:00 --why works",
            "  ./taswiya outage plan --service electricity --premise P00012,P00013 \\",
            "      --from 2030-09-01T08:00 --to 2030-09-02T06:00 --why works --dry-run"
        })
final class OutagePlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--service", paramLabel = "NAME", required = true, description = "Such as water.")
    private String service = "";

    @Option(names = "--area", paramLabel = "AREA", description = "All premises of this area.")
    private @Nullable String area;

    @Option(names = "--route", paramLabel = "ROUTE", description = "All premises on this reading route.")
    private @Nullable String route;

    @Option(
            names = "--premise",
            paramLabel = "PREMISE",
            split = ",",
            description = "These premises, several with commas.")
    private List<String> premises = List.of();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            description = "When it begins, in the utility's own time, such as 2030-09-01T08:00.")
    private LocalDateTime from = LocalDateTime.MIN;

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "When it is over.")
    private LocalDateTime to = LocalDateTime.MIN;

    @Mixin
    private ReasonOptions reasons;

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only say what would be planned; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        OutageArea where = where();
        try (Database database = home.open()) {
            Outages.Times times = new Outages.Times(from, to, reasons.reasons());
            Outages.Said said = Outages.plan(database, service, where, times, OutageText.now(), why.now(), isTrial);
            OutageText.said(spec.commandLine(), said, isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }

    private OutageArea where() {
        int named = (area == null ? 0 : 1) + (route == null ? 0 : 1) + (premises.isEmpty() ? 0 : 1);
        if (named != 1) {
            throw new ParameterException(spec.commandLine(), "say where: one of --area, --route and --premise");
        }
        if (area != null) {
            return new OutageArea.Area(area);
        }
        return route != null ? new OutageArea.Route(route) : new OutageArea.Premises(premises);
    }
}
