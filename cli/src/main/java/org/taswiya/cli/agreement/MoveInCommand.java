package org.taswiya.cli.agreement;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.agreement.AgreementDecisions.Newcomer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya agreement move-in`: somebody begins to take a service.
@Command(
        name = "move-in",
        description = {
            "Begins an agreement: an account takes the service of a usage point from a day on, on which the meter was"
                    + " read. The next cycle bills it, prorated from that day.",
            "",
            "Killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The agreement runs.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement move-in 1204551837 --point E100012 --on 2020-06-01 \\",
            "    --tariff casablanca/electricity-household --reading 4711 --why \"new tenant\"",
            "  ./taswiya agreement move-in 1204551837 --point E100012 --on 2020-06-01 \\",
            "    --tariff casablanca/electricity-household --why \"new tenant\" --trial"
        })
final class MoveInCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ACCOUNT", description = "Who is billed.")
    private String account = "";

    @Option(names = "--point", paramLabel = "POINT", required = true, description = "The usage point.")
    private String point = "";

    @Option(names = "--tariff", paramLabel = "TARIFF", required = true, description = "By which it is billed.")
    private String tariff = "";

    @Option(
            names = "--households",
            paramLabel = "NUMBER",
            description = "Behind a shared meter; blocks are multiplied by it. Default: ${DEFAULT-VALUE}.")
    private int households = 1;

    @Option(names = "--agreement", paramLabel = "REFERENCE", description = "Its reference. Default: the next one.")
    private @Nullable String reference;

    @Option(
            names = "--annual-volume",
            paramLabel = "VOLUME",
            description = "What is expected of a year, in units; estimates may go by it.")
    private @Nullable String annualVolume;

    @Mixin
    private MoveOptions options;

    @Override
    public Integer call() throws IOException {
        Newcomer newcomer = newcomer();
        Move move;
        AgreementAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            move = options.move(true, database);
            answer = AgreementDecisions.moveIn(database, newcomer, move);
            currency = options.currency(database);
        }
        return MoveText.say(spec, answer, move, options.isJson(), currency);
    }

    private Newcomer newcomer() {
        if (reference != null && !reference.matches("C[0-9]{5,7}")) {
            throw new ParameterException(
                    spec.commandLine(), "--agreement is " + reference + "; expected C and five to seven digits");
        }
        if (households < 1) {
            throw new ParameterException(spec.commandLine(), "--households is " + households + "; expected 1 or more");
        }
        try {
            Decimal volume = annualVolume == null ? null : Decimal.parse(annualVolume);
            if (volume != null && volume.signum() < 0) {
                throw new NumberFormatException("below zero");
            }
            return new Newcomer(reference, account, point, tariff, households, volume);
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--annual-volume is " + annualVolume + "; expected units, as 1800, never below zero",
                    e);
        }
    }
}
