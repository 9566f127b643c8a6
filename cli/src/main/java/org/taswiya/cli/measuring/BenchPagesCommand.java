package org.taswiya.cli.measuring;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.taswiya.bench.pages.PagesReport;
import org.taswiya.bench.pages.PagesTrial;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya bench pages`: how many the pages serve here, and how soon.
@Command(
        name = "pages",
        description = {
            "Makes and bills a town, starts `serve` on it as a process of its own, signs residents in and has them look"
                    + " at their bills, then give their own readings all at once while bills are looked at, by the"
                    + " page and in bulk by the API. At the end the pages are stopped, and each reading that was"
                    + " accepted must be in the books.",
            "",
            "The visitors work on the same processors as the pages and their database. At a rate each wait counts from"
                    + " the moment at which the page was to be asked for, so that a standstill is waited for by all who"
                    + " come meanwhile. Machines are noisy: compare figures of one run.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured; whatever was accepted is in the books.",
            "1:Taswiya or the machine under it failed, or a reading was lost.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bench pages",
            "  ./taswiya bench pages --accounts 1000000 --keep --json pages.json"
        })
final class BenchPagesCommand implements Callable<Integer> {
    private static final int VISITORS_MOST = 20_000;
    private static final int SECONDS_MOST = 3_600;
    private static final int RATE_MOST = 10_000;

    @Mixin
    private TownOptions town;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--visitors",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many of them sign in. Default: ${DEFAULT-VALUE}.")
    private int visitors;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Bills a second where they are asked for at a rate. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        town.require(report);
        report.require("--visitors", visitors, 1, Math.min(town.town().accounts(), VISITORS_MOST));
        report.require("--rate", rate, 1, RATE_MOST);
        report.require("--seconds", seconds, 1, SECONDS_MOST);
        Home home = town.home(report.progress());
        PagesReport pages = PagesTrial.measure(
                new PagesTrial.Order(
                        TownOptions.launcher(), home, town.town(), visitors, rate, Duration.ofSeconds(seconds)),
                report.progress());
        town.leave(home);
        report.tell(BenchPagesText.lines(pages), () -> BenchPagesText.json(pages));
        return pages.isLost() ? ExitCode.FAILED : ExitCode.GOOD;
    }
}
