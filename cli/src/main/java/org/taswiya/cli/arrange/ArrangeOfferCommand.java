package org.taswiya.cli.arrange;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya arrange offer`: what would be offered.
@Command(
        name = "offer",
        description = {
            "Shows the instalments in which an account could pay what it owes, and whether the rules offer them unasked"
                    + " or a person has to decide; nothing is written. The rules are the utility's arrangements.yaml.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:An arrangement is possible; it is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or the utility's rules have a fault; it is named with its place.",
            "3:None is offered, with the reason."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya arrange offer 1204551837",
            "  ./taswiya arrange offer 1204551837 --months 5 --on 2020-06-20",
            "  ./taswiya arrange offer 1204551837 --json | jq .instalments"
        })
final class ArrangeOfferCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose debt it is.")
    private String account = "";

    @Option(
            names = "--months",
            paramLabel = "NUMBER",
            description = "How many instalments are asked for. Default: as many as the rules offer.")
    private @Nullable Integer months;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of signing. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        ArrangementOffer offer;
        Currency currency;
        try (Database database = home.open()) {
            offer = ArrangementDecisions.offer(
                    database, account, utility.arrangements(), utility.workingDays(), months, day);
            currency = utility.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> ArrangeText.offer(object, account, offer)));
            out.flush();
        }
        return switch (offer) {
            case ArrangementOffer.Offered offered -> {
                if (!json) {
                    say(out, offered, currency);
                }
                yield ExitCode.GOOD;
            }
            case ArrangementOffer.NotOffered(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    private void say(PrintWriter out, ArrangementOffer.Offered offered, Currency currency) {
        out.println("Account " + account + " could pay "
                + currency.money(offered.schedule().total()) + " so:");
        ArrangeText.schedule(offered.schedule(), currency).forEach(out::println);
        out.println(
                offered.unasked()
                        ? "The rules offer it: " + offered.found() + "."
                        : "The rules do not offer it unasked; a person decides.");
        if (offered.needsApproval()) {
            out.println("It is above what a clerk grants alone; it needs an approver.");
        }
        ArrangementOffer.AtOnce atOnce = offered.atOnce();
        if (atOnce != null) {
            out.println("Or at once by " + atOnce.until() + ": " + currency.money(atOnce.left()) + ", "
                    + currency.money(atOnce.rebate()) + " left off.");
        }
        out.println("Nothing was stored.");
        out.flush();
    }
}
