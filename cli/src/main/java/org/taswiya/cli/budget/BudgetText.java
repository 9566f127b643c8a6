package org.taswiya.cli.budget;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.budget.BudgetOffer;
import org.taswiya.core.budget.BudgetPlan;
import org.taswiya.core.budget.BudgetReview;
import org.taswiya.core.budget.BudgetStanding;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.budget.BudgetAnswer;
import org.taswiya.store.budget.StoredPlan;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;

/// Budget plans as a clerk or a program reads them.
final class BudgetText {
    private BudgetText() {}

    static List<String> offered(String account, BudgetOffer.Offered offered, Currency currency) {
        List<String> lines = new ArrayList<>();
        lines.add("Account " + account + " could pay " + currency.money(offered.monthly()) + " a month, by: "
                + offered.found() + ".");
        int number = 0;
        for (LocalDate due : offered.dueDays()) {
            lines.add("  " + ++number + "  " + due + "  " + currency.money(offered.monthly()));
        }
        lines.add("A year is expected to come to " + currency.money(offered.yearly()) + "; its end would bring "
                + left(offered.expectedRest(), currency) + ". Nothing was stored.");
        return lines;
    }

    private static String left(Money balance, Currency currency) {
        return balance.signum() < 0
                ? "a credit of " + currency.money(balance.negated())
                : balance.isZero() ? "nothing to pay" : currency.money(balance) + " to pay";
    }

    /// `Budget plan 3 of account 0000000001: 120.00 DH a month from 2020-07-01, kept, paid 240.00 DH of 240.00 DH`.
    static String line(StoredPlan stored, LocalDate on, Currency currency) {
        BudgetPlan plan = stored.plan();
        BudgetStanding standing = stored.standingOn(on);
        return "Budget plan " + plan.number() + " of account " + plan.account() + ": "
                + currency.money(plan.amounts().getLast().amount()) + " a month from " + plan.startsOn() + ", "
                + standing.state().code() + ", paid " + currency.money(standing.paid()) + " of "
                + currency.money(standing.due());
    }

    static List<String> shown(StoredPlan stored, LocalDate on, Currency currency) {
        BudgetStanding standing = stored.standingOn(on);
        List<String> lines = new ArrayList<>();
        lines.add(line(stored, on, currency));
        lines.add("  carried into it  " + currency.money(standing.carried()));
        lines.add("  billed since     " + currency.money(standing.billed()));
        lines.add("  paid since       " + currency.money(standing.paid()));
        lines.add(
                "  balance          " + currency.money(standing.balance()) + ": " + left(standing.balance(), currency));
        int number = 0;
        for (LocalDate due : stored.plan().dueDays()) {
            lines.add("  " + ++number + "  " + due + "  "
                    + currency.money(stored.plan().amountOn(due)));
        }
        return lines;
    }

    static String review(BudgetReview review, Currency currency) {
        BudgetPlan plan = review.plan();
        Money proposed = review.proposed();
        String next = proposed == null
                ? "no bill to propose an amount by"
                : currency.money(proposed) + " a month is proposed";
        BudgetStanding standing = review.standing();
        String of = "Budget plan " + plan.number() + " of account " + plan.account() + ": ";
        return standing.state().isRunning()
                ? of + currency.money(review.amount()) + " a month drifts, " + next
                : of + standing.state().code() + " since " + standing.closedOn() + ", "
                        + left(standing.balance(), currency)
                        + (standing.balance().signum() > 0 ? " by " + standing.askedFrom() : "")
                        + "; for a next year " + next;
    }

    /// Says what became of a decision.
    ///
    /// @param on the day as of which it is told how the plan stands
    /// @return the exit code
    static int say(
            CommandSpec spec, BudgetAnswer answer, LocalDate on, boolean isTrial, boolean json, Currency currency) {
        return switch (answer) {
            case BudgetAnswer.Done(var stored) -> {
                PrintWriter out = spec.commandLine().getOut();
                if (json) {
                    out.println(JsonLine.object(object -> {
                        plan(object, stored, on);
                        object.writeBooleanProperty("isStored", !isTrial);
                    }));
                } else {
                    out.println((isTrial ? "Nothing stored; it would be " : "") + line(stored, on, currency));
                }
                out.flush();
                yield ExitCode.GOOD;
            }
            case BudgetAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    static void offer(JsonGenerator json, String account, BudgetOffer offer) {
        json.writeStringProperty("account", account);
        switch (offer) {
            case BudgetOffer.NotOffered(var reason, var found) -> {
                json.writeBooleanProperty("isOffered", false);
                json.writeStringProperty("reason", reason.code());
                json.writeStringProperty("found", found);
            }
            case BudgetOffer.Offered offered -> {
                json.writeBooleanProperty("isOffered", true);
                json.writeStringProperty("monthly", offered.monthly().toString());
                json.writeStringProperty("yearly", offered.yearly().toString());
                json.writeStringProperty("expectedRest", offered.expectedRest().toString());
                json.writeStringProperty("found", offered.found());
                json.writeArrayPropertyStart("dueDays");
                offered.dueDays().forEach(due -> json.writeString(due.toString()));
                json.writeEndArray();
            }
        }
    }

    static void plan(JsonGenerator json, StoredPlan stored, LocalDate on) {
        BudgetPlan plan = stored.plan();
        standing(json, plan, stored.standingOn(on));
        json.writeStringProperty("found", stored.found());
        json.writeArrayPropertyStart("amounts");
        for (LocalDate due : plan.dueDays()) {
            json.writeStartObject();
            json.writeStringProperty("dueOn", due.toString());
            json.writeStringProperty("amount", plan.amountOn(due).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("openedBy", stored.opened().author());
        json.writeStringProperty("why", stored.opened().reason());
    }

    private static void standing(JsonGenerator json, BudgetPlan plan, BudgetStanding standing) {
        json.writeNumberProperty("plan", plan.number());
        json.writeStringProperty("account", plan.account());
        json.writeStringProperty("startsOn", plan.startsOn().toString());
        json.writeStringProperty("state", standing.state().code());
        json.writeStringProperty("carried", standing.carried().toString());
        json.writeStringProperty("billed", standing.billed().toString());
        json.writeStringProperty("paid", standing.paid().toString());
        json.writeStringProperty("balance", standing.balance().toString());
        json.writeStringProperty("due", standing.due().toString());
        json.writeStringProperty("payable", standing.payable().toString());
        json.writeNumberProperty("missed", standing.missed());
    }

    static void review(JsonGenerator json, BudgetReview review) {
        standing(json, review.plan(), review.standing());
        json.writeStringProperty("amount", review.amount().toString());
        json.writeName("proposed");
        @Nullable Money proposed = review.proposed();
        json.writeString(proposed == null ? null : proposed.toString());
        json.writeBooleanProperty("isDrifting", review.isDrifting());
    }
}
