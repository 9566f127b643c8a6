package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Nested;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BatchTransaction;

/// One thing that a person does, in one transaction.
final class BankChange {
    private BankChange() {}

    /// What is done.
    interface Work {
        /// @param change written down already; forgotten where the answer is a refusal
        DecisionAnswer on(Connection connection, long change) throws SQLException;
    }

    /// Thrown where something is found wrong behind the first write; nothing of it stands.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient DecisionAnswer.Refused answer;

        Refusal(DecisionReason reason, String found) {
            super(found, null, false, false);
            this.answer = new DecisionAnswer.Refused(reason, found);
        }

        DecisionAnswer.Refused answer() {
            return answer;
        }
    }

    static DecisionAnswer make(Database database, Change why, Work work) {
        Connection within = database.within();
        if (within != null) {
            return makeWithin(database, within, why, work);
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            BatchTransaction.readByIndex(connection);
            try {
                DecisionAnswer answer = work.on(connection, Changes.record(connection, why));
                switch (answer) {
                    case DecisionAnswer.Done _ -> connection.commit();
                    case DecisionAnswer.Refused _ -> connection.rollback();
                }
                return answer;
            } catch (Refusal refusal) {
                connection.rollback();
                return refusal.answer;
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static DecisionAnswer makeWithin(Database database, Connection within, Change why, Work work) {
        try {
            return Nested.make(database, within, answer -> answer instanceof DecisionAnswer.Done, connection -> {
                BatchTransaction.readByIndex(connection);
                return work.on(connection, Changes.record(connection, why));
            });
        } catch (Refusal refusal) {
            return refusal.answer;
        }
    }
}
