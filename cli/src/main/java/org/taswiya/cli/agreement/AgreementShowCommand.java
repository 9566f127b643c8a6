package org.taswiya.cli.agreement;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.agreement.Agreements;
import org.taswiya.store.agreement.StoredAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya agreement show`: one agreement, and who wrote down its beginning and its end.
@Command(
        name = "show",
        description = {"Shows an agreement: whose, where, from when to when, and who wrote it down and why.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The agreement is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or there is no such agreement."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement show C1000012",
            "  ./taswiya agreement show C1000012 --json | jq .billedTo"
        })
final class AgreementShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement.")
    private String agreement = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        StoredAgreement found;
        List<AgreementFacts.Stored> facts;
        try (Database database = home.open()) {
            found = Agreements.of(database, agreement)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no agreement " + agreement + "; agreement list shows those of a premise"));
            facts = AgreementFacts.of(database, agreement);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                AgreementText.agreement(object, found);
                AgreementText.facts(object, facts);
            }));
        } else {
            out.println(AgreementText.line(found));
            out.println("  begun" + by(found.began()));
            StoredAgreement.End end = found.end();
            if (end != null) {
                String successor = end.successor();
                out.println("  ended" + by(end.why()) + (successor == null ? "" : "; " + successor + " follows"));
            }
            facts.forEach(fact -> out.println("  " + AgreementText.line(fact.fact()) + by(fact.why())));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static String by(Change change) {
        return " by " + change.author() + " at " + change.at() + ": " + change.reason();
    }
}
