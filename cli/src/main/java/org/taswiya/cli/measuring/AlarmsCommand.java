package org.taswiya.cli.measuring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.bench.backtest.AlarmRow;
import org.taswiya.bench.backtest.AlarmTrial;
import org.taswiya.bench.backtest.MeterSet;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.AlarmLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya alarms`: how good alarms of abnormal use would have been.
@Command(
        name = "alarms",
        description = {
            "Looks at every period of every meter as if it had just been read, and says of how many a customer would"
                    + " have been told, how many of these alarms the next twelve months show to be false, and how many"
                    + " leaks would have been found that are injected: half, once and twice as much as was used.",
            "",
            "A set is a file as for `backtest`. Limits are chosen on one half of the meters and judged on the other.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every set was measured.",
            "1:A set cannot be read, or no period of it can be judged.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya alarms --data ../shared/data",
            "  ./taswiya alarms --data water --half first --scatters 4 --least-share 0.6",
            "  ./taswiya alarms --data ../shared/data --json | jq .rows"
        })
public final class AlarmsCommand implements Callable<Integer> {
    private static final List<Integer> LEAKS = List.of(50, 100, 200);

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "A set, or a folder of sets.")
    private Path data = Path.of(".");

    @Option(
            names = "--half",
            paramLabel = "HALF",
            description = "Which meters: ${COMPLETION-CANDIDATES}. Default: all.")
    private AlarmRow.Half half = AlarmRow.Half.ALL;

    @Option(
            names = "--scatters",
            paramLabel = "NUMBER",
            description = "Median absolute deviations above the usual that pass. Default: ${DEFAULT-VALUE}.")
    private String scatters = AlarmLimits.MEASURED.scatters().toString();

    @Option(
            names = "--least-share",
            paramLabel = "SHARE",
            description = "Above the usual that passes, however steady a meter is. Default: ${DEFAULT-VALUE}.")
    private String leastShare = AlarmLimits.MEASURED.leastShare().toString();

    @Option(names = "--json", description = "One JSON object with all rows.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        AlarmLimits limits = new AlarmLimits(
                AlarmLimits.MEASURED.flowAbove(),
                AlarmLimits.MEASURED.flowDays(),
                number("--scatters", scatters),
                number("--least-share", leastShare),
                AlarmLimits.MEASURED.leastDifference());
        List<Path> files = files();
        PrintWriter out = spec.commandLine().getOut();
        List<AlarmRow> rows = new ArrayList<>();
        boolean isGood = true;
        if (!json) {
            out.println(AlarmsText.head());
        }
        for (Path file : files) {
            AlarmRow row = new AlarmTrial(MeterSet.read(file), half, limits, LEAKS).row();
            isGood &= row.judged() > 0;
            if (row.judged() == 0) {
                String words = "no period can be judged; it needs some before it, and twelve months after it";
                spec.commandLine().getErr().println("taswiya: " + file + ": " + words);
            }
            rows.add(row);
            if (!json) {
                out.println(AlarmsText.line(row));
                out.flush();
            }
        }
        if (json) {
            out.println(AlarmsText.json(rows, LEAKS));
        }
        out.flush();
        return isGood ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private Decimal number(String option, String text) {
        try {
            Decimal number = Decimal.parse(text);
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new ParameterException(
                spec.commandLine(), option + " is " + text + "; expected a plain number, zero or more");
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(data)) {
            throw new ParameterException(spec.commandLine(), "--data " + data + ": no such folder");
        }
        List<Path> files = MeterSet.files(data);
        if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--data " + data + ": no usage.csv or usage.csv.gz there or one folder below");
        }
        return files;
    }
}
