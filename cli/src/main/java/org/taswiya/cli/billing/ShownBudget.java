package org.taswiya.cli.billing;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.budget.BudgetStanding;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.explain.BudgetNote;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetPlans;
import org.taswiya.store.budget.StoredPlan;
import tools.jackson.core.JsonGenerator;

/// The budget plan of an account that runs on a day, as its notice tells of it; none or one.
record ShownBudget(List<StoredPlan> running, LocalDate on) {
    ShownBudget {
        running = List.copyOf(running);
    }

    static ShownBudget running(Database database, String account, LocalDate on) {
        return new ShownBudget(
                BudgetPlans.list(database, account).stream()
                        .filter(one -> !on.isBefore(one.plan().startsOn())
                                && one.standingOn(on).state().isRunning())
                        .toList(),
                on);
    }

    /// A line a plan.
    String notes(String currency, Language language) {
        StringBuilder notes = new StringBuilder();
        for (StoredPlan one : running) {
            notes.append(BudgetNote.of(one.plan(), one.standingOn(on), on, currency, language))
                    .append('\n');
        }
        return notes.toString();
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("budgetPlans");
        for (StoredPlan one : running) {
            BudgetStanding standing = one.standingOn(on);
            json.writeStartObject();
            json.writeNumberProperty("number", one.plan().number());
            json.writeStringProperty("state", standing.state().code());
            json.writeStringProperty("balance", standing.balance().toString());
            json.writeStringProperty("payable", standing.payable().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
