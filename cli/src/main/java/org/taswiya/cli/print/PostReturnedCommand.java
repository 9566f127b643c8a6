package org.taswiya.cli.print;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.ReturnReason;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.print.ReturnedMail;
import org.taswiya.store.print.ReturnedMail.Answer;
import org.taswiya.store.print.ReturnedMail.Known;
import org.taswiya.store.print.ReturnedMail.NotTaken;
import org.taswiya.store.print.ReturnedMail.Return;
import org.taswiya.store.print.ReturnedMail.Taken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya post returned`: bills that came back.
@Command(
        name = "returned",
        description = {
            "Takes in a bill that the post brought back, or a file of them with a line for each: bill,reason or"
                    + " bill,reason,day. Its message by post has failed and goes by the next channel of its customer's"
                    + " ladder; where there is none it is for the agency. The address is not used again: contact set"
                    + " says the new one.",
            "",
            "The same again changes nothing, so a file that was cut short is taken once more.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of it is taken, or was before.",
            "1:Taswiya or the machine under it failed; nothing was taken.",
            "2:Wrong usage; of one bill also a number, a reason or a day that is none.",
            "3:A bill that is not there or cannot come back that day; in a file, some of it is no bill, no"
                    + " reason or no day; each is named, and the rest is taken."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya post returned 0000000042BQ --reason moved --why \"sack of 3 April\"",
            "  ./taswiya post returned returned.csv --on 2020-04-03 --why \"sack of 3 April\""
        })
final class PostReturnedCommand implements Callable<Integer> {
    /// Whoever types digits means a bill, though some be wrong.
    private static final Pattern LIKE_A_BILL = Pattern.compile("[0-9]{5,}[A-Za-z]{0,2}");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "BILL|FILE", description = "A bill's number, or a file of them.")
    private String which = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "With a bill: moved, unknown, no-such-address, incomplete-address, refused, unclaimed or"
                    + " deceased.")
    private @Nullable String reason;

    @Option(names = "--on", paramLabel = "DAY", description = "On which day it came back. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--dry-run", description = "Only say what would follow; store nothing.")
    private boolean isTrial;

    @Mixin
    private WhyOption why;

    /// Where each that is taken stands in the file.
    private final List<String> places = new ArrayList<>();

    private int faults;

    @Override
    public Integer call() throws IOException {
        Change change = why.now();
        LocalDate today = LocalDate.ofInstant(change.at(), ZoneId.systemDefault());
        List<Return> all = returns(today);
        try (Database database = home.open()) {
            Iterator<String> place = places.iterator();
            ReturnedMail.take(database, all, change, isTrial).forEach(answer -> tell(place.next(), answer));
        }
        spec.commandLine().getOut().flush();
        return faults == 0 ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private List<Return> returns(LocalDate today) throws IOException {
        LocalDate usual = on == null ? today : on;
        if (reason != null) {
            return List.of(
                    switch (read(new String[] {which, reason}, usual, today)) {
                        case Read.Good(var one) -> {
                            places.add("");
                            yield one;
                        }
                        case Read.Fault(var found) -> throw new ParameterException(spec.commandLine(), found);
                    });
        }
        Path file = Path.of(which);
        if (!Files.exists(file)) {
            String reasons = "--reason, one of " + String.join(", ", ReturnReason.codes());
            throw new ParameterException(
                    spec.commandLine(),
                    LIKE_A_BILL.matcher(which).matches()
                            ? "bill '" + which + "' needs " + reasons
                            : "'" + which + "' is no file; with a bill say " + reasons);
        }
        List<Return> all = new ArrayList<>();
        int line = 0;
        for (String text : GivenFile.lines(spec, file, "bills that came back")) {
            line++;
            if (!text.isBlank() && !(line == 1 && text.startsWith("bill,"))) {
                String place = "line " + line + ": ";
                switch (read(text.split(",", -1), usual, today)) {
                    case Read.Good(var one) -> {
                        places.add(place);
                        all.add(one);
                    }
                    case Read.Fault(var found) -> refuse(place + found);
                }
            }
        }
        return all;
    }

    /// What is written of one bill.
    private sealed interface Read {
        record Good(Return one) implements Read {}

        record Fault(String found) implements Read {}
    }

    private static Read read(String[] cells, LocalDate usual, LocalDate today) {
        Optional<BillNumber> bill = BillNumber.parse(cells[0].strip());
        Optional<ReturnReason> known = cells.length < 2 ? Optional.empty() : ReturnReason.ofCode(cells[1].strip());
        LocalDate day = cells.length < 3 || cells[2].isBlank() ? usual : day(cells[2].strip());
        String fault = "";
        if (cells.length > 3) {
            fault = cells.length + " cells; expected bill,reason or bill,reason,day";
        } else if (bill.isEmpty()) {
            fault = "'" + cells[0] + "' is no number of a bill; expected ten digits and two check letters";
        } else if (known.isEmpty()) {
            fault = "'" + (cells.length < 2 ? "" : cells[1]) + "' is no reason; expected one of "
                    + String.join(", ", ReturnReason.codes());
        } else if (day == null) {
            fault = "'" + cells[2] + "' is no day; expected one such as 2020-04-03";
        } else if (day.isAfter(today)) {
            fault = day + " has not come yet";
        }
        if (!fault.isEmpty() || bill.isEmpty() || known.isEmpty() || day == null) {
            return new Read.Fault(fault);
        }
        return new Read.Good(new Return(bill.get(), known.get(), day));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private void refuse(String fault) {
        faults++;
        spec.commandLine().getErr().println("taswiya: " + fault);
    }

    private void tell(String place, Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
        switch (answer) {
            case Taken(var what, var account, var next) ->
                out.println(what.bill() + "  " + account + "  " + what.reason().code() + "  " + instead(next));
            case Known(var what) -> out.println(what.bill() + "  known before");
            case NotTaken(var what, var found) -> refuse(place + what.bill() + ": " + found);
        }
    }

    private static String instead(@Nullable Contact next) {
        return next == null
                ? "no channel: for the agency"
                : "by " + next.channel().code() + " " + next.address();
    }
}
