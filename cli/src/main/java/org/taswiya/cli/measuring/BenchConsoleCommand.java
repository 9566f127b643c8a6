package org.taswiya.cli.measuring;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.bench.pages.ConsoleTrial;
import org.taswiya.bench.pages.MeasuredPages;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya bench console`: how soon the pages of the agents' console come here.
@Command(
        name = "console",
        description = {
            "Makes and bills the town of 'bench pages', or takes the one that was kept, and adds what the console"
                    + " shows: people with names in two scripts, addresses, telephones and e-mail, what they were told,"
                    + " what waits for staff, interruptions, a campaign, what staff did. Starts 'serve' on it as a"
                    + " process of its own, signs a supervisor in, and asks for one page after the other.",
            "",
            "Each page is asked for as often again before, of other accounts, so that what is measured is compiled and"
                    + " the database warm. Waits are those of a client on the same processors. Machines are noisy:"
                    + " compare figures of one run, and look at the processor time.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured, and each page was as it has to be.",
            "1:Taswiya or the machine under it failed, or a page did not come or did not show who was looked for.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bench console",
            "  ./taswiya bench console --accounts 1000000 --keep --json console.json"
        })
final class BenchConsoleCommand implements Callable<Integer> {
    private static final int REQUESTS_MOST = 1_000;

    @Mixin
    private TownOptions town;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often each page is asked for. Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Override
    public Integer call() throws IOException, InterruptedException {
        town.require(report);
        report.require("--requests", requests, 1, REQUESTS_MOST);
        Home home = town.home(report.progress());
        MeasuredPages pages = ConsoleTrial.measure(
                new ConsoleTrial.Order(TownOptions.launcher(), home, town.town(), requests), report.progress());
        town.leave(home);
        report.tell(MeasuredPagesText.lines(pages), () -> MeasuredPagesText.json(pages));
        return pages.isWhole() ? ExitCode.GOOD : ExitCode.FAILED;
    }
}
