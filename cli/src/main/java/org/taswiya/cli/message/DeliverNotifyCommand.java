package org.taswiya.cli.message;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Database;
import org.taswiya.store.announcement.AnnouncementSweep;
import org.taswiya.store.announcement.AnnouncementSweep.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya deliver notify`: tells customers what the books know and they do not.
@Command(
        name = "notify",
        description = {
            "Finds what customers have not been told and queues a message for each: payments that came in, reminders,"
                    + " instalments that fall due, abnormal use, days on which meters are read, invitations to read"
                    + " one's own. Once a day will do: nothing is told twice, and a day that was left out is made up"
                    + " for by --back.",
            "",
            "Each goes by the channel that the customer prefers for its kind, in their language; what they have"
                    + " switched off is not sent. Reminders cannot be switched off. All of it is queued or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are queued; some may be for the agency.",
            "1:Taswiya or the machine under it failed; nothing was queued.",
            "2:Wrong usage, or faulty policies; nothing was queued."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver notify --dry-run --why daily",
            "  ./taswiya deliver notify --kind payment,reminder --back 3 --why daily",
            "  ./taswiya deliver notify --kind reading-day --ahead 7 --why weekly"
        })
final class DeliverNotifyCommand implements Callable<Integer> {
    private static final int BACK = 7;
    private static final int AHEAD = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--on", paramLabel = "DAY", description = "The day that counts as today. Default: today.")
    private @Nullable LocalDate on;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only these: payment, reminder, instalment, abnormal-use, reading-day, own-reading.")
    private List<String> kinds = List.of();

    @Option(
            names = "--back",
            paramLabel = "DAYS",
            description = "Payments and reminders of so many days before. Default: " + BACK + ".")
    private int back = BACK;

    @Option(
            names = "--ahead",
            paramLabel = "DAYS",
            description = "Instalments and readings of so many days to come. Default: " + AHEAD + ".")
    private int ahead = AHEAD;

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only say who would be told what by which channel; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object a line, with the words.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Set<Cause.Kind> wanted = wanted();
        if (back < 0 || ahead < 0) {
            throw new ParameterException(spec.commandLine(), "--back and --ahead take numbers of days, from zero on");
        }
        BillingPolicy policy = utility.policies().policy();
        PrintWriter out = spec.commandLine().getOut();
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        try (Database database = home.open()) {
            AnnouncedText text = new AnnouncedText(
                    out, utility.currency(database), utility.messages().segmentPrice(), isTrial, json);
            AnnouncementSweep.execute(
                    database, wanted, new Window(day, back, ahead, policy::chain), why.now(), isTrial, text);
            text.sums();
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private Set<Cause.Kind> wanted() {
        if (kinds.isEmpty()) {
            return AnnouncementSweep.KINDS;
        }
        Set<Cause.Kind> wanted = EnumSet.noneOf(Cause.Kind.class);
        for (String code : kinds) {
            wanted.add(Cause.Kind.ofCode(code)
                    .filter(AnnouncementSweep.KINDS::contains)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--kind takes " + known() + "; found '" + code + "'")));
        }
        return wanted;
    }

    private static String known() {
        return AnnouncementSweep.KINDS.stream()
                .map(Cause.Kind::code)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
