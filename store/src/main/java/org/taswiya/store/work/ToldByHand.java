package org.taswiya.store.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// What no message has told a customer, and somebody has: by telephone, at the counter, at the door.
public final class ToldByHand {
    private ToldByHand() {}

    /// Writes it down; the item leaves its list.
    ///
    /// @param message the key of the item
    /// @param why how they were told is its reason
    /// @return false where it does not wait any more; nothing is written then
    public static boolean told(Database database, String message, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            boolean isTold =
                    WorkLists.of(connection, WorkKind.UNDELIVERED, message).isPresent()
                            && insert(connection, Long.parseLong(message), change);
            return new Done<>(isTold, isTold);
        });
    }

    private static boolean insert(Connection connection, long message, long change) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into message_told values (?, ?) on conflict do nothing")) {
            insert.setLong(1, message);
            insert.setLong(2, change);
            return insert.executeUpdate() == 1;
        }
    }
}
