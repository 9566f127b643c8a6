package org.taswiya.cli.suspension;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.deliver.wording.InvitationText;
import org.taswiya.store.Database;
import org.taswiya.store.suspension.ReadingInvitations;
import org.taswiya.store.suspension.ReadingInvitations.Invited;
import org.taswiya.store.suspension.Suspensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya suspension invite`: asks for readings.
@Command(
        name = "invite",
        description = {
            "Invites the accounts whose meters a suspension leaves unread to read them, each once. With --json all"
                    + " who are invited, also those of before, each with the words in the customer's language: what a"
                    + " sender takes.",
            "",
            "Inviting again adds only who has come since.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are invited.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, there is no such suspension, or it does not stop reading; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya suspension invite SPRING-2020 --why lockdown",
            "  ./taswiya suspension invite SPRING-2020 --why lockdown --json > ask.jsonl"
        })
final class SuspensionInviteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "NAME", description = "The suspension.")
    private String reference = "";

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say how many would be invited; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object a line for each account that is invited.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        BillingPolicy policy = utility.policies().policy();
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            long invited = ReadingInvitations.invite(database, reference, why.now(), isTrial);
            if (json) {
                Suspension suspension = Suspensions.all(database).stream()
                        .filter(one -> one.reference().equals(reference))
                        .findFirst()
                        .orElseThrow();
                ReadingInvitations.each(database, reference, one -> out.println(json(suspension, one, policy)));
            } else {
                out.printf(
                        Locale.ROOT,
                        "%,d %s%s%n",
                        invited,
                        invited == 1 ? "account invited" : "accounts invited",
                        isTrial ? "; nothing was stored" : "");
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }

    private static String json(Suspension suspension, Invited one, BillingPolicy policy) {
        return JsonLine.object(json -> {
            json.writeStringProperty("account", one.account().reference());
            json.writeStringProperty("arabicName", one.arabicName());
            json.writeStringProperty("latinName", one.latinName());
            json.writeStringProperty("language", one.language().code());
            json.writeArrayPropertyStart("meters");
            one.meters().forEach(json::writeString);
            json.writeEndArray();
            List<EstimationMethod> chain = policy.chain(one.customerClass());
            json.writeStringProperty("text", InvitationText.of(suspension, one.meters(), chain, one.language()));
        });
    }
}
