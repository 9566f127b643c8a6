package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Database;
import org.taswiya.store.message.Bounces;
import org.taswiya.store.message.Bounces.Unreachable;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Preferences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya contact show`: how an account is reached.
@Command(
        name = "show",
        description = {
            "Shows by which channels the customer of an account is reached today, first by first, which addresses were"
                    + " confirmed, and what they want to be told how.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown; there may be no channel.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya contact show 0000000001",
            "  ./taswiya contact show 0000000001 --json | jq '.channels[].address'"
        })
final class ContactShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ACCOUNT", description = "The customer account.")
    private String account = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        Optional<ContactSet> found;
        List<Preference> preferences;
        Set<String> confirmed;
        List<Unreachable> unreachable;
        try (Database database = home.open()) {
            found = Contacts.on(database, account, today);
            preferences = Preferences.on(database, account, today);
            confirmed = ContactCodes.confirmed(database, account);
            unreachable = Bounces.unreachable(database, account, today);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(MessageJson.contacts(account, found.orElse(null), confirmed, unreachable, preferences));
        } else {
            out.println(found.map(ContactText::of).orElse("nobody has said how " + account + " is reached"));
            found.ifPresent(set -> set.ladder().rungs().stream()
                    .filter(rung -> confirmed.contains(rung.address()))
                    .forEach(rung -> out.println("  " + rung.address() + " is confirmed by a code")));
            unreachable.forEach(one -> out.println("  " + ContactText.unreachable(one)));
            preferences.forEach(one -> out.println("  " + PreferenceText.of(one)));
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
