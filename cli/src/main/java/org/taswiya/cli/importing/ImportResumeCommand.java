package org.taswiya.cli.importing;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.run.receiving.ImportRefused;
import org.taswiya.run.receiving.ImportRun;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya import resume`: goes on with the import that was killed.
@Command(
        name = "resume",
        description = {
            "Goes on with the import that did not end, the first one when there are several: the books become the same"
                    + " bytes as if it had never been interrupted. With nothing to go on with it does nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The import has ended, or there was none to go on with.",
            "1:Taswiya or the machine under it failed; run the same command again.",
            "2:Wrong usage, or the file has changed since the import was begun.",
            "3:Some rows were rejected; they are in the file named, and all others are in the books."
        },
        footer = {"", "Examples:", "  ./taswiya import resume", "  ./taswiya import resume 7 --json"})
final class ImportResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private ImportJob job;

    @Parameters(
            arity = "0..1",
            paramLabel = "IMPORT",
            defaultValue = "0",
            description = "Its number, as `import list` shows it. Default: the first unfinished one.")
    private long number;

    @Override
    public Integer call() throws IOException {
        try (Database database = home.open()) {
            for (ImportReport report : ImportTable.reports(database)) {
                if (!report.isFinished()
                        && (number == 0 || number == report.begun().id())) {
                    ReadingChecks checks = utility.readingChecks();
                    PaymentLimits limits = utility.paymentLimits();
                    return job.execute(
                            database, progress -> ImportRun.resume(database, report.begun(), checks, limits, progress));
                }
            }
        } catch (ImportRefused refused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
        String which = number == 0 ? "no import" : "no such import as " + number;
        spec.commandLine().getErr().println("taswiya: " + which + " is unfinished, so there is nothing to go on with");
        return ExitCode.GOOD;
    }
}
