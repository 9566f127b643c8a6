package org.taswiya.cli.importing;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya import list`: a line for each import.
@Command(
        name = "list",
        description = {"Shows all imports, the first one first: what they brought and how far they are.", ""},
        footer = {"", "Examples:", "  ./taswiya import list", "  ./taswiya import list --json | jq -c .reasons"})
final class ImportListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line for each import.")
    private boolean json;

    @Override
    public Integer call() {
        List<ImportReport> imports;
        try (Database database = home.open()) {
            imports = ImportTable.reports(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            List<String> heads = List.of(
                    "import", "brings", "on", "state", "rows", "new", "unchanged", "superseding", "rejected", "file");
            out.print(row(heads.toArray()));
        }
        for (ImportReport report : imports) {
            ImportSummary summary = new ImportSummary(report, null);
            out.print(json ? summary.json() + "\n" : row(summary.cells()));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%6s  %-11s  %-10s  %-10s  %12s  %12s  %12s  %11s  %10s  %s", cells)
                        .stripTrailing()
                + "\n";
    }
}
