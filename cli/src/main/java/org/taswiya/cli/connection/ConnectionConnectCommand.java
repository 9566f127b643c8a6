package org.taswiya.cli.connection;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.connection.ApplicationConnect;
import org.taswiya.store.connection.ApplicationConnect.Supply;
import org.taswiya.store.connection.ApplicationDecisions.Writing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya connection connect`: the service is there.
@Command(
        name = "connect",
        description = {
            "Connects a service of an application whose works are ordered: the agreement begins on the day, on"
                    + " which the meter was read, as with agreement move-in, and the customer is asked for the deposit."
                    + " The premise, the usage point and the meter are in the books by then, by import.",
            "",
            "A service in the bills of another one is connected with it; without --point alone, where the"
                    + " customer has the other one already. With its last service the application is connected.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The agreement runs.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection connect NC0000000042 --point E100012 --on 2020-06-01 \\",
            "    --tariff casablanca/electricity-household --reading 0 --why \"works done\"",
            "  ./taswiya connection connect NC0000000043 --on 2020-06-01 --why \"sewer open\""
        })
final class ConnectionConnectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "NUMBER", description = "The application, as NC0000000042.")
    private String number = "";

    @Option(names = "--point", paramLabel = "POINT", description = "The usage point.")
    private @Nullable String point;

    @Option(names = "--tariff", paramLabel = "TARIFF", description = "By which it is billed.")
    private @Nullable String tariff;

    @Option(
            names = "--households",
            paramLabel = "NUMBER",
            description = "Behind a shared meter; blocks are multiplied by it. Default: ${DEFAULT-VALUE}.")
    private int households = 1;

    @Option(
            names = "--annual-volume",
            paramLabel = "VOLUME",
            description = "What is expected of a year, in units; estimates may go by it.")
    private @Nullable String annualVolume;

    @Option(
            names = "--reading",
            paramLabel = "VALUE",
            description = "What the meter shows at the start of the day. Not needed where the books have it.")
    private @Nullable String reading;

    @Option(
            names = "--no-deposit",
            description = "The customer is asked for no deposit, whatever the utility's deposits.yaml says.")
    private boolean isWithoutDeposit;

    @Mixin
    private StepOptions step;

    @Override
    public Integer call() throws IOException {
        if ((point == null) != (tariff == null)) {
            throw new ParameterException(spec.commandLine(), "say both --point and --tariff, or none of them");
        }
        if (households < 1) {
            throw new ParameterException(spec.commandLine(), "--households is " + households + "; expected 1 or more");
        }
        Supply supply = point == null || tariff == null
                ? null
                : new Supply(point, tariff, households, decimal("--annual-volume", annualVolume));
        Writing writing = step.writing();
        @Nullable Decimal dial = decimal("--reading", reading);
        DepositRules deposits = isWithoutDeposit ? DepositRules.NONE : utility.deposits();
        try (Database database = home.open()) {
            Move move = new Move(
                    writing.on(),
                    dial,
                    writing.today(),
                    utility.library(database)::tariff,
                    deposits,
                    writing.why(),
                    writing.isTrial());
            return step.say(ApplicationConnect.connect(database, number, supply, move), utility.currency(database));
        }
    }

    private @Nullable Decimal decimal(String option, @Nullable String text) {
        try {
            return text == null ? null : Decimal.parse(text);
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), option + " is " + text + "; expected units, as 4711", e);
        }
    }
}
