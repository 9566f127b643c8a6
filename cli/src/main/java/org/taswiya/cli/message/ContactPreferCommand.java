package org.taswiya.cli.message;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Database;
import org.taswiya.store.message.Preferences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya contact prefer`: what an account wants to be told, and how.
@Command(
        name = "prefer",
        description = {
            "Writes down how a customer wants to be told of one kind of thing: by which channels first, in which"
                    + " language, or not at all. What is preferred is tried first, then the other channels of the"
                    + " account.",
            "",
            "Bills, reminders, outages and codes to sign in cannot be switched off; such a code comes by email or sms"
                    + " alone. Marketing is sent to those alone who have asked for it. The same again changes"
                    + " nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such account, or what cannot be switched off; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya contact prefer 0000000001 abnormal-use --first sms --why app",
            "  ./taswiya contact prefer 0000000001 payment --off --why \"by phone\"",
            "  ./taswiya contact prefer 0000000001 bill --first email --lang ar --why app"
        })
final class ContactPreferCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ContactOptions options;

    @Parameters(
            index = "1",
            paramLabel = "KIND",
            description = "outage, sign-in-code, abnormal-use, bill, reminder, instalment, payment, reading-day,"
                    + " own-reading or marketing.")
    private String kind = "";

    @Option(
            names = "--first",
            paramLabel = "CHANNEL",
            split = ",",
            description = "These channels first, several with commas.")
    private List<String> first = List.of();

    @Option(names = "--off", description = "Not at all.")
    private boolean isOff;

    @Option(
            names = "--lang",
            paramLabel = "ar|fr|en",
            converter = LanguageOption.OfCode.class,
            description = "In this language. Default: that of all messages of the account.")
    private @Nullable Language language;

    @Override
    public Integer call() {
        Preference preference = new Preference(kind(), !isOff, channels(), language);
        preference.fault().ifPresent(fault -> {
            throw options.wrong(fault);
        });
        LocalDate from = options.since();
        boolean isNew;
        try (Database database = options.open()) {
            isNew = Preferences.set(database, options.account(), preference, from, options.why(), options.isTrial())
                    .orElseThrow(options::noAccount);
        }
        spec.commandLine()
                .getOut()
                .println(options.account() + ": " + PreferenceText.of(preference) + ", since " + from
                        + (!isNew ? ", as before" : options.isTrial() ? "; nothing stored" : ""));
        return ExitCode.GOOD;
    }

    private Cause.Kind kind() {
        return Cause.Kind.ofCode(kind)
                .orElseThrow(() -> options.wrong("there are no messages of the kind '" + kind + "'; expected one of "
                        + Arrays.stream(Cause.Kind.values())
                                .filter(Cause.Kind::isOfLadder)
                                .map(Cause.Kind::code)
                                .collect(Collectors.joining(", "))));
    }

    private List<Channel> channels() {
        if (isOff && (!first.isEmpty() || language != null)) {
            throw options.wrong("--off goes with no --first and no --lang");
        }
        List<Channel> channels = new ArrayList<>();
        for (String code : first) {
            Channel channel = Channel.ofCode(code)
                    .orElseThrow(() -> options.wrong("--first takes " + codes() + "; found '" + code + "'"));
            if (channels.contains(channel)) {
                throw options.wrong("--first names " + code + " twice");
            }
            channels.add(channel);
        }
        return channels;
    }

    private static String codes() {
        return Arrays.stream(Channel.values()).map(Channel::code).collect(Collectors.joining(", "));
    }
}
