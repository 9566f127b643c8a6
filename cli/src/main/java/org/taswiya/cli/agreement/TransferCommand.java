package org.taswiya.cli.agreement;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya agreement transfer`: another account takes the place of one.
@Command(
        name = "transfer",
        description = {
            "Hands a service on to another account on a day on which the meter was read: one agreement ends, another"
                    + " begins. What is owed stays with the account that owes it.",
            "",
            "The same account may follow itself where the tariff or the households behind a shared meter are others"
                    + " from that day on.",
            "",
            "Killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:One agreement has ended, the other runs.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement transfer C1000012 --to 1204551837 --on 2020-06-01 \\",
            "    --reading 4711 --why \"the flat was inherited\"",
            "  ./taswiya agreement transfer C1000012 --to 1204551837 --on 2020-06-01 \\",
            "    --tariff casablanca/electricity-commerce --why \"a shop now\" --trial",
            "  ./taswiya agreement transfer C1000012 --to 1204551837 --on 2020-06-01 \\",
            "    --households 6 --reading 4711 --why \"two flats more\""
        })
final class TransferCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "AGREEMENT", description = "What ends.")
    private String agreement = "";

    @Option(names = "--to", paramLabel = "ACCOUNT", required = true, description = "Who takes it from that day on.")
    private String account = "";

    @Option(names = "--tariff", paramLabel = "TARIFF", description = "Their tariff. Default: the same.")
    private @Nullable String tariff;

    @Option(
            names = "--households",
            paramLabel = "NUMBER",
            description = "Behind the meter from that day on. Default: the same.")
    private @Nullable Integer households;

    @Option(names = "--agreement", paramLabel = "REFERENCE", description = "Their agreement. Default: the next one.")
    private @Nullable String reference;

    @Mixin
    private MoveOptions options;

    @Override
    public Integer call() throws IOException {
        if (reference != null && !reference.matches("C[0-9]{5,7}")) {
            throw new ParameterException(
                    spec.commandLine(), "--agreement is " + reference + "; expected C and five to seven digits");
        }
        if (households != null && households < 1) {
            throw new ParameterException(spec.commandLine(), "--households is " + households + "; expected 1 or more");
        }
        Move move;
        AgreementAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            move = options.move(true, database);
            answer = AgreementDecisions.transfer(database, agreement, account, reference, tariff, households, move);
            currency = options.currency(database);
        }
        return MoveText.say(spec, answer, move, options.isJson(), currency);
    }
}
