package org.taswiya.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.store.Database;
import org.taswiya.store.billing.Holds;
import org.taswiya.store.billing.Holds.OpenHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `taswiya hold list`: the work list.
@Command(
        name = "list",
        description = {
            "Shows the agreements that a run held and that have got no bill since, longest waiting first.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya hold list", "  ./taswiya hold list --json | jq -r .agreement"})
final class HoldListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line for each agreement.")
    private boolean json;

    @Override
    public Integer call() {
        List<OpenHold> open;
        try (Database database = home.open()) {
            open = Holds.open(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        open.forEach(hold -> out.println(json ? json(hold) : text(hold)));
        if (!json) {
            out.println(open.size() + " waiting");
        }
        out.flush();
        return Taswiya.GOOD;
    }

    private static String text(OpenHold hold) {
        return "%-9s  run %d to %s  %-20s  %s%s"
                .formatted(
                        hold.agreement(),
                        hold.run(),
                        hold.billTo(),
                        hold.reason(),
                        hold.isReleased() ? "(released) " : "",
                        hold.found());
    }

    private static String json(OpenHold hold) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("agreement", hold.agreement());
            json.writeStringProperty("account", hold.account());
            json.writeNumberProperty("run", hold.run());
            json.writeStringProperty("to", hold.billTo().toString());
            json.writeStringProperty("reason", hold.reason());
            json.writeStringProperty("found", hold.found());
            json.writeBooleanProperty("released", hold.isReleased());
            json.writeEndObject();
        }
        return text.toString();
    }
}
