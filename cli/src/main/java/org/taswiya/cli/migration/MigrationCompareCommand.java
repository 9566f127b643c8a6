package org.taswiya.cli.migration;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.cli.billing.BillingProgress;
import org.taswiya.cli.command.ComparedCycleOption;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RecordKind;
import org.taswiya.intake.source.RefusedRow;
import org.taswiya.intake.source.RowParser;
import org.taswiya.intake.source.RowReader;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.intake.source.SourceRefused;
import org.taswiya.intake.source.SourceRow.FormerBillRow;
import org.taswiya.intake.source.WholeFile;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingRefused;
import org.taswiya.run.ParallelReport;
import org.taswiya.run.ParallelRun;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya migration compare`: a cycle billed by the old system and by these books, side by side.
@Command(
        name = "compare",
        description = {
            "Bills a cycle from the books, stores nothing, and sets each bill beside the one that the old system made"
                    + " for the agreement: how many are the same, and where they differ, whether the usage differs, the"
                    + " amount at the same usage, whether only one of both has a bill, or it would be held here and"
                    + " why. The largest differences are named first.",
            "",
            "Usage is what a bill bills now: what is known, less what was billed before. Several bills of the file for"
                    + " one agreement count as one. The file is not taken into the books.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Both bill everybody alike.",
            "1:Taswiya or the machine under it failed; nothing was stored.",
            "2:Wrong usage, or the file does not fit the mapping.",
            "3:Some agreement is not billed alike, or some row of the file is not read; it is named."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya migration compare june.csv --mapping former-bills --to 2020-07-01",
            "  ./taswiya migration compare june.csv --mapping former-bills \\",
            "      --to 2020-07-01 --on 2020-07-03 --json | jq '.largest[:5]'"
        })
final class MigrationCompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "FILE", description = "Bills of the old system, plain or gzip.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            required = true,
            description = "How it is read: NAME.yaml among the utility's sources; it brings former-bill.")
    private String mapping = "";

    @Mixin
    private ComparedCycleOption compared;

    @Option(
            names = "--largest",
            paramLabel = "AGREEMENTS",
            description = "How many differences are named. Default: ${DEFAULT-VALUE}.")
    private int largest = 20;

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        if (largest < 0) {
            throw new ParameterException(spec.commandLine(), "--largest is " + largest + "; expected 0 or more");
        }
        TariffLibrary library = utility.faultlessLibrary();
        SourceMapping read = utility.mapping(mapping);
        if (read.brings() != RecordKind.FORMER_BILL) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the mapping " + mapping + " brings " + read.brings().code() + "; expected former-bill");
        }
        GivenFile.require(spec, file, "the file with the bills of the old system");
        Map<List<String>, FormerBill> theirs = new LinkedHashMap<>();
        long refused = read(read, theirs);
        RunSettings settings = compared.settings(utility.policies(), library, "parallel run");
        ParallelReport report = report(settings, List.copyOf(theirs.values()), library);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ComparedBills.json(settings.cycle(), report, refused));
        } else {
            ComparedBills.lines(settings.cycle(), report, refused, look.look()).forEach(out::println);
        }
        out.flush();
        return report.differing() == 0 && refused == 0 ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    /// What is compared with a part of a file would be taken for the whole.
    private void requireWhole() throws IOException {
        try {
            WholeFile.require(file);
        } catch (SourceRefused e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// @return how many rows say nothing; each is named
    private long read(SourceMapping read, Map<List<String>, FormerBill> theirs) throws IOException {
        long refused = 0;
        requireWhole();
        try (RowReader reader = RowReader.open(file, read)) {
            RowParser parser = RowParser.of(file, reader, read);
            while (reader.next()) {
                switch (parser.row()) {
                    case AcceptedRow accepted -> {
                        FormerBill bill = ((FormerBillRow) accepted.row()).bill();
                        FormerBill first = theirs.putIfAbsent(List.of(bill.agreement(), bill.reference()), bill);
                        refused += first == null || first.equals(bill) ? 0 : refuseOther(accepted, bill);
                    }
                    case RefusedRow row -> {
                        refused++;
                        spec.commandLine().getErr().println(file + ": " + row);
                    }
                }
            }
        } catch (SourceRefused e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return refused;
    }

    /// As an import would: of two bills under one reference the first counts.
    private long refuseOther(AcceptedRow row, FormerBill bill) {
        String found = bill.reference() + " of " + bill.agreement() + " again, with other days or amounts";
        spec.commandLine()
                .getErr()
                .println(file + ": " + row.refused(RowReason.OTHER_VALUE, SourceField.REFERENCE, found));
        return 1;
    }

    private ParallelReport report(RunSettings settings, List<FormerBill> theirs, TariffLibrary library) {
        BillingProgress progress = new BillingProgress(spec.commandLine().getErr());
        try (Database database = home.open()) {
            utility.requireFaultless(library, database);
            return ParallelRun.execute(database, settings, theirs, largest, progress);
        } catch (BillingRefused e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
