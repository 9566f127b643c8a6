package org.taswiya.cli.privacy;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.PrivacySweep;
import org.taswiya.store.privacy.PrivacySweep.PutOff;
import org.taswiya.store.privacy.PrivacySweep.Swept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya privacy sweep`: erases what has been kept long enough.
@Command(
        name = "sweep",
        description = {
            "Erases what privacy.yaml says has been kept long enough: digits of codes, addresses and facts of messages,"
                    + " contacts and identity numbers of those who have left and owe nothing, and the names of those"
                    + " who asked to be forgotten, once no tax document needs them.",
            "",
            "All of it or nothing. Each erasure is in the books with its rule; the same again erases nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is erased, or there was nothing to erase.",
            "1:Taswiya or the machine under it failed; nothing was erased.",
            "2:Wrong usage, or faulty terms; nothing was erased."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya privacy sweep --on 2026-12-01 --dry-run --why monthly",
            "  ./taswiya privacy sweep --on 2026-12-01 --why monthly --json | jq .erased"
        })
final class PrivacySweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            required = true,
            description = "The day from which terms are counted back; none to come.")
    private LocalDate on = LocalDate.EPOCH;

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only say what would be erased; erase nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrivacyRules rules = utility.privacy();
        if (!isTrial && on.isAfter(ErasureDay.today())) {
            throw new ParameterException(spec.commandLine(), ErasureDay.toCome(on));
        }
        Swept swept;
        try (Database database = home.open()) {
            swept = PrivacySweep.execute(database, rules, on, why.now(), isTrial);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            write(out, swept);
        } else {
            say(out, swept);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void say(PrintWriter out, Swept swept) {
        out.println(
                swept.erased().isEmpty()
                        ? "nothing is older than its term on " + on
                        : isTrial ? "would be erased on " + on + ":" : "erased on " + on + ":");
        ErasedText.lines(swept.erased()).forEach(out::println);
        for (PutOff one : swept.putOff()) {
            out.println(one.customer() + " asked to be forgotten and is not yet: "
                    + (one.until() == null
                            ? ErasedText.joined(one.reasons())
                            : "named on tax documents that are kept until " + one.until()));
        }
    }

    private void write(PrintWriter out, Swept swept) {
        try (JsonGenerator to = ErasureDay.json(out)) {
            to.writeStartObject();
            to.writeStringProperty("on", on.toString());
            to.writeBooleanProperty("dryRun", isTrial);
            ErasedText.write(to, swept.erased());
            to.writeArrayPropertyStart("putOff");
            for (PutOff one : swept.putOff()) {
                LocalDate until = one.until();
                to.writeStartObject();
                to.writeStringProperty("customer", one.customer());
                if (until != null) {
                    to.writeStringProperty("until", until.toString());
                }
                ErasedText.writeReasons(to, one.reasons());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        out.println();
    }
}
