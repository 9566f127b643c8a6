package org.taswiya.cli.billing;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.explain.ArrangementText;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import tools.jackson.core.JsonGenerator;

/// The payment facilities of an account that run on a day, as its notice tells of them.
record ShownArrangements(List<StoredArrangement> running, LocalDate on) {
    ShownArrangements {
        running = List.copyOf(running);
    }

    static ShownArrangements running(Database database, String account, LocalDate on) {
        return new ShownArrangements(
                Arrangements.list(database, account).stream()
                        .filter(one -> one.standingOn(on).state().isRunning())
                        .toList(),
                on);
    }

    /// A sentence a line.
    String notes(String currency, Language language) {
        StringBuilder notes = new StringBuilder();
        for (StoredArrangement one : running) {
            String account = new CustomerAccount(one.arrangement().account(), "").printed();
            notes.append(ArrangementText.note(
                            new ArrangementText.ArrangedPage(one.arrangement(), one.standingOn(on), account, currency),
                            language))
                    .append('\n');
        }
        return notes.toString();
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("arrangements");
        for (StoredArrangement one : running) {
            Standing standing = one.standingOn(on);
            json.writeStartObject();
            json.writeNumberProperty("number", one.arrangement().number());
            json.writeStringProperty("state", standing.state().code());
            json.writeStringProperty(
                    "total", one.arrangement().schedule().total().toString());
            json.writeStringProperty("settled", standing.settled().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
