package org.taswiya.cli.customer;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.privacy.ErasedText;
import org.taswiya.cli.privacy.ErasureDay;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.CustomerErasure;
import org.taswiya.store.privacy.CustomerErasure.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya customer erase`: forgets a customer who asks for it.
@Command(
        name = "erase",
        description = {
            "Forgets a customer: how they are reached, what they want to be told, where messages went and what they"
                    + " told, codes, their identity number. Messages that wait are withdrawn. Names stay as long as the"
                    + " law has bills and payments kept; that is noted, and `privacy sweep` erases them when it is over.",
            "",
            "Refused while they are served, owe something or have something to get, or something is not decided. What"
                    + " is erased does not come back: look with --dry-run first.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:What could be is erased, or would be.",
            "1:Taswiya or the machine under it failed; nothing was erased.",
            "2:Wrong usage, there is no such customer, or faulty terms; nothing was erased.",
            "3:Refused; each reason is said with what to do, and nothing was erased."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya customer erase P1 --why \"asked in writing\" --dry-run",
            "  ./taswiya customer erase --account 0000000001 --why \"asked in writing\""
        })
final class CustomerEraseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private CustomerOption which;

    @Option(names = "--on", paramLabel = "DAY", description = "The day that counts as today. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only say what would be erased; erase nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrivacyRules rules = utility.privacy();
        LocalDate day = on == null ? ErasureDay.today() : on;
        if (!isTrial && day.isAfter(ErasureDay.today())) {
            throw new ParameterException(spec.commandLine(), ErasureDay.toCome(day));
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            String customer = which.in(database);
            Answer answer = CustomerErasure.execute(database, customer, rules, day, why.now(), isTrial);
            if (json) {
                write(out, customer, answer);
            }
            return switch (answer) {
                case Answer.Refused(var reasons) -> {
                    if (!json) {
                        reasons.forEach(reason -> out.println(customer + ": " + reason.sentence()));
                    }
                    yield ExitCode.SOME_REFUSED;
                }
                case Answer.Done done -> {
                    if (!json) {
                        say(out, customer, done);
                    }
                    yield ExitCode.GOOD;
                }
            };
        } finally {
            out.flush();
        }
    }

    private void say(PrintWriter out, String customer, Answer.Done done) {
        out.println(customer
                + (done.erased().isEmpty()
                        ? ": nothing is left to erase"
                        : isTrial ? ": would be erased:" : ": erased:"));
        ErasedText.lines(done.erased()).forEach(out::println);
        out.println(
                done.namesUntil() == null
                        ? "stays: bills, payments and readings, which name nobody"
                        : "stays: bills and payments with names, which the law has kept until " + done.namesUntil()
                                + "; ./taswiya privacy sweep erases the names from that day on");
    }

    private void write(PrintWriter out, String customer, Answer answer) {
        try (JsonGenerator to = ErasureDay.json(out)) {
            to.writeStartObject();
            to.writeStringProperty("customer", customer);
            to.writeBooleanProperty("dryRun", isTrial);
            switch (answer) {
                case Answer.Refused(var reasons) -> {
                    to.writeBooleanProperty("refused", true);
                    ErasedText.writeReasons(to, reasons);
                }
                case Answer.Done(var erased, var until) -> {
                    to.writeBooleanProperty("refused", false);
                    ErasedText.write(to, erased);
                    if (until != null) {
                        to.writeStringProperty("namesUntil", until.toString());
                    }
                }
            }
            to.writeEndObject();
        }
        out.println();
    }
}
