package org.taswiya.cli.staff;

import java.util.concurrent.Callable;
import org.taswiya.store.staff.KnownStaff;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya staff known-as`: what the provider calls somebody.
@Command(
        name = "known-as",
        description = {
            "Says what the provider that signs in the utility's people (serve --oidc-issuer) calls somebody, so that"
                    + " they come in by it. What they may do stays their role here.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:From now on they are known by that, and by nothing before it.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, nobody of that name, or somebody else is known by it; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya staff known-as amina.b --as amina@example.org --why \"by OIDC now\"",
            "  ./taswiya staff known-as amina.b --none --why \"has another address\""
        })
final class StaffKnownAsCommand implements Callable<Integer> {
    @Mixin
    private StaffStep step;

    @ArgGroup(multiplicity = "1")
    private Called called = new Called();

    private static final class Called {
        @Option(
                names = "--as",
                paramLabel = "NAME",
                required = true,
                description = "Their e-mail address there, or whatever serve --oidc-claim names.")
        private String as = "";

        @Option(names = "--none", required = true, description = "They come in by the provider no more.")
        private boolean isNone;
    }

    @Override
    public Integer call() {
        String as = called.isNone ? "" : called.as;
        String said = called.isNone ? "no more" : "as " + as;
        return step.make(
                (database, name, why) -> KnownStaff.call(database, name, as, why),
                "NAME comes in by the provider " + said + ".");
    }
}
