package org.taswiya.cli.staff;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.staff.TrailCheck;
import org.taswiya.store.staff.TrailCheck.Fault;
import org.taswiya.store.staff.TrailCheck.Head;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya staff trail check`: whether the trail is as it was written.
@Command(
        name = "check",
        description = {
            "Computes the digest of every row of the trail again, names each row that does not fit, and prints the"
                    + " head: the number and the digest of the last row.",
            "",
            "A row that was changed, put in, taken out or moved is found. Rows that were taken off the end, or a chain"
                    + " that was computed anew, are found only beside a head that was kept where whoever has the"
                    + " database cannot reach it: print it, or mail it, every day.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every row fits.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage.",
            "3:Some do not; each is listed, a hundred at most."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya staff trail check",
            "  ./taswiya staff trail check --json | jq -r .head >> heads.txt",
            "  ./taswiya staff trail check --kept \"$(tail -1 heads.txt)\""
        })
final class StaffTrailCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--kept",
            paramLabel = "HEAD",
            description = "A head as it was printed before; may be given several times.")
    private List<String> kept = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        TrailCheck check;
        List<Head> heads = heads();
        try (Database database = home.openBeside()) {
            check = TrailCheck.of(database, heads);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(asJson(check));
        } else {
            check.faults().forEach(fault -> out.println(asText(fault)));
            out.println(check.rows() + " rows, " + (check.isGood() ? "every one fits" : "the chain is broken"));
            out.println("head " + (check.head() == null ? "none" : check.head()));
        }
        out.flush();
        return check.isGood() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private List<Head> heads() {
        try {
            return kept.stream().map(Head::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--kept: " + e.getMessage(), e);
        }
    }

    private static String asText(Fault fault) {
        return "row " + fault.row() + ": "
                + switch (fault.reason()) {
                    case DIGEST -> "it, or what stood before it, is not what was written";
                    case GAP -> "it is missing";
                    case HEAD_MISSING -> "the head that was kept is of it, and it is missing";
                    case HEAD_DIFFERS -> "the head that was kept has another digest";
                };
    }

    private static String asJson(TrailCheck check) {
        return JsonLine.object(written -> {
            written.writeBooleanProperty("isGood", check.isGood());
            written.writeNumberProperty("rows", check.rows());
            written.writeName("head");
            written.writeString(check.head() == null ? null : check.head().toString());
            written.writeArrayPropertyStart("faults");
            for (Fault fault : check.faults()) {
                written.writeStartObject();
                written.writeNumberProperty("row", fault.row());
                written.writeStringProperty("reason", fault.reason().code());
                written.writeEndObject();
            }
            written.writeEndArray();
        });
    }
}
