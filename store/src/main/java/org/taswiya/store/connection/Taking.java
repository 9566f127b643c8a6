package org.taswiya.store.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.taswiya.core.connection.ApplicationReason;
import org.taswiya.core.connection.ApplicationStep;
import org.taswiya.core.connection.ApplicationSteps;
import org.taswiya.store.connection.ApplicationAnswer.Refused;
import org.taswiya.store.connection.ApplicationDecisions.Writing;

/// One step being taken, in a transaction in which a change is written down already: nobody else takes one meanwhile.
///
/// @param before how the application stood
record Taking(Connection connection, StoredApplication before, Writing writing, long change) {

    /// What a step does besides being written down.
    interface Effect {
        void write() throws SQLException;
    }

    /// What is refused after something was written: the transaction is given up.
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refused refused;

        Stop(Refused refused) {
            super(refused.found(), null, false, false);
            this.refused = refused;
        }

        Refused refused() {
            return refused;
        }
    }

    static Taking of(Connection connection, String number, Writing writing, long change) throws SQLException {
        StoredApplication before = Applications.of(connection, number)
                .orElseThrow(() -> new Stop(new Refused(
                        ApplicationReason.UNKNOWN_APPLICATION,
                        "there is no application " + number + "; ./taswiya connection list shows them")));
        return new Taking(connection, before, writing, change);
    }

    /// Writes the step down where it may follow, and its effect before it.
    ///
    /// @param isWhole whether after it all documents are there, or all services connected
    /// @param documents that come or go back with it
    void step(ApplicationStep step, boolean isWhole, Set<String> documents, Effect effect) throws SQLException {
        switch (ApplicationSteps.after(before.state(), step, isWhole)) {
            case ApplicationSteps.Refused(var reason, var found) ->
                throw new Stop(new Refused(reason, before.number() + ": " + found));
            case ApplicationSteps.Leads(var to) -> {
                requireDay();
                effect.write();
                ApplicationRows.insertStep(
                        connection,
                        before.number(),
                        before.steps().size() + 1,
                        step,
                        to,
                        writing.on(),
                        documents,
                        change);
            }
        }
    }

    private void requireDay() {
        refuseIf(
                writing.on().isAfter(writing.today()),
                () -> ApplicationDecisions.toCome(writing.on(), writing.today()));
        LocalDate last = before.steps().getLast().on();
        LocalDate since = before.since().isAfter(last) ? before.since() : last;
        refuseIf(
                writing.on().isBefore(since),
                () -> new Refused(
                        ApplicationReason.BEFORE_LAST_STEP,
                        before.number() + " is " + before.state().code() + " since " + since + ", after "
                                + writing.on()));
    }

    void refuseIf(boolean isRefused, Supplier<Refused> refused) {
        if (isRefused) {
            throw new Stop(refused.get());
        }
    }
}
