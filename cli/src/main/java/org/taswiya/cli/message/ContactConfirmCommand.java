package org.taswiya.cli.message;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Database;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactCodes.Given;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya contact confirm`: an address is somebody's who can read what is sent there.
@Command(
        name = "confirm",
        description = {
            "Sends a code to a telephone or an e-mail address, and takes the code that the customer gives back. With"
                    + " the right one the address takes the place of the one before it, and the old address is told.",
            "",
            "A code is good for 30 minutes and five tries, and the next one puts it out of use.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The code is queued, or it was the right one.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such account, or an address that can be none; nothing was written.",
            "3:It was a wrong code, or none waits for this account."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya contact confirm 0000000001 --sms +212612345678 --why app",
            "  ./taswiya contact confirm 0000000001 --code 123456 --why app"
        })
final class ContactConfirmCommand implements Callable<Integer> {
    private static final int CODES = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ACCOUNT", description = "The customer account.")
    private String account = "";

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Send a code to this address.")
    private @Nullable String email;

    @Option(names = "--sms", paramLabel = "NUMBER", description = "Send a code to this number.")
    private @Nullable String sms;

    @Option(names = "--code", paramLabel = "CODE", description = "The code that came.")
    private @Nullable String code;

    @Option(
            names = "--lang",
            paramLabel = "ar|fr|en",
            converter = LanguageOption.OfCode.class,
            description = "The language of the message. Default: that of the customer.")
    private @Nullable Language language;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        int named = (email == null ? 0 : 1) + (sms == null ? 0 : 1) + (code == null ? 0 : 1);
        if (named != 1) {
            throw wrong("name one of --email, --sms and --code");
        }
        try (Database database = home.open()) {
            if (code != null) {
                return given(
                        ContactCodes.give(database, account, code, LocalDate.now(ZoneId.systemDefault()), why.now()));
            }
            Contact to = contact();
            String secret = String.format(Locale.ROOT, "%06d", new SecureRandom().nextInt(CODES));
            if (!ContactCodes.send(database, account, to, secret, language, why.now())) {
                throw wrong("there is no account " + account);
            }
            spec.commandLine()
                    .getOut()
                    .println("a code for " + to.channel().code() + " " + to.address() + " is queued; it is good for "
                            + ContactCodes.GOOD_FOR.toMinutes() + " minutes");
            return ExitCode.GOOD;
        }
    }

    private Contact contact() {
        Channel channel = email == null ? Channel.SMS : Channel.EMAIL;
        String address = String.valueOf(email == null ? sms : email);
        channel.fault(address).ifPresent(fault -> {
            throw wrong(fault);
        });
        return new Contact(channel, address);
    }

    private int given(Given given) {
        String said = switch (given) {
            case Given.Right(var now) -> "right: " + ContactText.of(now);
            case Given.Wrong(int left)
            when left > 0 -> "wrong code; it can be tried " + (left == 1 ? "once more" : left + " more times");
            case Given.Wrong _ -> "wrong code, once too often; send another one with --email or --sms";
            case Given.NoneWaits _ ->
                "no code waits for " + account + ", or it was used, is too old or was tried too often; send another one"
                        + " with --email or --sms";
        };
        boolean isRight = given instanceof Given.Right;
        (isRight ? spec.commandLine().getOut() : spec.commandLine().getErr()).println(said);
        return isRight ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
