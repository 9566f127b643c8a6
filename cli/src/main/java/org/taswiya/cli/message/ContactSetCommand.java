package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.deliver.push.PushSubscription;
import org.taswiya.store.Database;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Contacts.Told;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya contact set`: by which channels an account is reached.
@Command(
        name = "set",
        description = {
            "Writes down by which channels the customer of an account is reached, in place of all that was known of"
                    + " it. A message goes by the first of them; when that fails for good, by the next.",
            "",
            "The order is email, sms, push, post, unless --prefer puts one of them first. The same again changes"
                    + " nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such account, or an address that can be none; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya contact set 0000000001 --email a@example.org --why counter",
            "  ./taswiya contact set 0000000001 --email a@example.org --sms +212612345678 \\",
            "      --prefer sms --lang ar --why \"online agency\"",
            "  ./taswiya contact set 0000000001 --none --why \"wants none\""
        })
final class ContactSetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ContactOptions options;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "An e-mail address.")
    private @Nullable String email;

    @Option(names = "--sms", paramLabel = "NUMBER", description = "A mobile number as dialled from abroad.")
    private @Nullable String sms;

    @Option(
            names = "--push",
            paramLabel = "SUBSCRIPTION",
            description = "A browser that subscribed: \"ENDPOINT P256DH AUTH\", as it gives them.")
    private @Nullable String push;

    @Option(names = "--post", paramLabel = "ADDRESS", description = "Where letters go, on one line.")
    private @Nullable String post;

    @Option(names = "--none", description = "By no channel: the agency tells them.")
    private boolean none;

    @Option(names = "--prefer", paramLabel = "CHANNEL", description = "Which goes first: email, sms, push or post.")
    private @Nullable String preferred;

    @Option(
            names = "--lang",
            paramLabel = "ar|fr|en",
            converter = LanguageOption.OfCode.class,
            description = "The language of messages. Default: that of the customer.")
    private @Nullable Language language;

    @Override
    public Integer call() {
        ChannelLadder ladder = ladder();
        LocalDate from = options.since();
        Optional<Told> told;
        try (Database database = options.open()) {
            told = Contacts.set(database, options.account(), ladder, language, from, options.why(), options.isTrial());
        }
        if (told.isEmpty()) {
            throw options.noAccount();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(ContactText.of(told.get().now())
                + (told.get().isNew() ? options.isTrial() ? "; nothing stored" : "" : ", as before"));
        out.flush();
        return ExitCode.GOOD;
    }

    private ChannelLadder ladder() {
        List<Contact> rungs = new ArrayList<>();
        add(rungs, Channel.EMAIL, email);
        add(rungs, Channel.SMS, sms);
        if (push != null) {
            requireReachable(push);
        }
        add(rungs, Channel.PUSH, push);
        add(rungs, Channel.POST, post);
        if (rungs.isEmpty() != none) {
            throw options.wrong("name --email, --sms, --push or --post, or else --none");
        }
        if (preferred != null) {
            putFirst(rungs, preferred);
        }
        return new ChannelLadder(rungs);
    }

    private void add(List<Contact> rungs, Channel channel, @Nullable String address) {
        if (address != null) {
            channel.fault(address).ifPresent(fault -> {
                throw options.wrong(fault);
            });
            rungs.add(new Contact(channel, address));
        }
    }

    private void requireReachable(String subscription) {
        Optional<String> fault = switch (PushSubscription.parse(subscription)) {
            case PushSubscription.Parsed.Wrong(var found) -> Optional.of(found);
            case PushSubscription.Parsed.Good(var good) -> good.hostFault();
        };
        fault.ifPresent(found -> {
            throw options.wrong("--push: " + found);
        });
    }

    private void putFirst(List<Contact> rungs, String code) {
        Contact first = rungs.stream()
                .filter(rung -> rung.channel().code().equals(code))
                .findFirst()
                .orElseThrow(() -> options.wrong("--prefer takes one of the channels that are named beside it, of "
                        + String.join(
                                ", ",
                                Arrays.stream(Channel.values())
                                        .map(Channel::code)
                                        .toList())));
        rungs.remove(first);
        rungs.addFirst(first);
    }
}
