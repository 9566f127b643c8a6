package org.taswiya.store.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ApplicationStep;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.connection.ApplicationDecisions.Writing;

/// Lets quotes lapse that were not paid by their last day, each in a transaction of its own: killed at any moment, the
/// next call does the rest.
public final class ApplicationLapse {
    private static final String OVERDUE = """
            q.valid_to < ? and not exists (
                select from connection_step s where s.application = a.id
                    and s.state in ('works-ordered', 'connected', 'refused', 'withdrawn', 'lapsed'))""";

    private ApplicationLapse() {}

    /// @return those that lapsed, as they are now
    public static List<StoredApplication> lapse(Database database, Writing writing) {
        List<StoredApplication> lapsed = new ArrayList<>();
        for (StoredApplication one : overdue(database, writing)) {
            if (one.state() == ApplicationState.PAID) {
                continue;
            }
            ApplicationAnswer answer = ApplicationDecisions.end(database, one.number(), ApplicationStep.LAPSE, writing);
            if (answer instanceof ApplicationAnswer.Done(var application)) {
                lapsed.add(application);
            }
        }
        return lapsed;
    }

    private static List<StoredApplication> overdue(Database database, Writing writing) {
        try (Connection connection = database.connect()) {
            return Applications.list(connection, OVERDUE, writing.on());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
