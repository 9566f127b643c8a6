package org.taswiya.cli.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.intake.source.SourceRefused;
import org.taswiya.run.receiving.ImportRefused;
import org.taswiya.run.receiving.ImportRun;
import org.taswiya.run.receiving.ImportSettings;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya import`: a file of another system into the books.
@Command(
        name = "import",
        description = {
            "Takes a file into the books: customers, accounts, premises, usage points, agreements, meters, exchanges,"
                    + " readings, visits, sub-meters, vacancies, open items, credits and bills of an old system, or"
                    + " feeds of intervals (Green Button, NEM12), whichever the mapping says. Each row is accepted or"
                    + " comes back in a file of the same form with its line and the reason, to be corrected and sent"
                    + " again. Readings that the utility's validation.yaml finds doubtful wait for a person (suspect"
                    + " list). docs/import.md tells how a mapping is written and what each reason asks for.",
            "",
            "The import may be killed at any moment: the same command goes on where it was, and the same file twice"
                    + " changes nothing. Rows that name what has not come yet are tried again when it comes.",
            ""
        },
        subcommands = {ImportListCommand.class, ImportResumeCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The file is in the books.",
            "1:Taswiya or the machine under it failed; run the same command again.",
            "2:Wrong usage, or the file does not fit the mapping.",
            "3:Some rows were rejected; they are in the file named, and all others are in the books."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya import customers.csv --mapping customers --new-home",
            "  ./taswiya import march.csv --mapping readings-french",
            "  ./taswiya import usage.xml --mapping feed",
            "  ./taswiya import history.csv --mapping readings --as-they-are",
            "  ./taswiya import route.csv.gz --mapping route --on 2020-03-02 --json",
            "  ./taswiya import fixed.csv --mapping corrections --reason \"photos seen\"",
            "  ./taswiya import list",
            "  ./taswiya import resume"
        })
public final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private ImportJob job;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file, plain or gzip; a feed is plain.")
    private @Nullable Path file;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "How it is read: NAME.yaml among the utility's sources.")
    private @Nullable String mapping;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day on which it is imported: nothing in it can have happened later. Default: today.")
    private @Nullable LocalDate on;

    @Option(
            names = "--batch",
            paramLabel = "ROWS",
            description = "Rows that are committed at once. Default: ${DEFAULT-VALUE}.")
    private int rowsPerBatch = 10_000;

    @Option(names = "--author", paramLabel = "NAME", description = "Who imports it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(
            names = {"--reason", "--why"},
            paramLabel = "TEXT",
            description = "Why; kept with what it brings. Default: that the file was imported.")
    private @Nullable String reason;

    @Option(
            names = "--as-they-are",
            description = "Take readings as they are, none doubted: the past of another system, judged there.")
    private boolean isAsTheyAre;

    @Option(names = "--new-home", description = "Make the home when it is not there.")
    private boolean isNewHome;

    @Override
    public Integer call() throws IOException {
        if (file == null || mapping == null) {
            throw new ParameterException(spec.commandLine(), "expected FILE and --mapping NAME, or list, or resume");
        }
        if (rowsPerBatch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch is " + rowsPerBatch + "; expected 1 or more");
        }
        GivenFile.require(spec, file, "the file to import; each is imported by itself");
        SourceMapping how = utility.mapping(mapping);
        String why = reason == null ? "import of " + file.getFileName() + " by " + mapping : reason;
        if (author.isBlank() || why.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--author and --reason need some text");
        }
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        ReadingChecks checks = isAsTheyAre ? null : utility.readingChecks();
        Change change = new Change(Instant.now(), author, why);
        ImportSettings settings =
                new ImportSettings(file, how, day, rowsPerBatch, checks, utility.paymentLimits(), change);
        try (Database database = open()) {
            return job.execute(database, progress -> ImportRun.execute(database, settings, progress));
        } catch (SourceRefused | ImportRefused refused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    private Database open() {
        Home folder = home.home();
        if (isNewHome && !folder.exists()) {
            folder.create("utility");
        }
        return home.open();
    }
}
