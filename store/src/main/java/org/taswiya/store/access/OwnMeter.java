package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// Where a customer's own reading goes: no more than has to be known of each of thousands that come in a minute.
public record OwnMeter(String account, String agreement, String usagePoint) {

    /// The meter in place of an agreement that runs; empty where it belongs to none of these accounts.
    public static Optional<OwnMeter> of(
            Database database, Collection<String> accounts, String agreement, LocalDate on) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select a.account, a.reference, a.usage_point from service_agreement a
                        where a.reference = ? and a.account = any(?) and (a.to_day is null or a.to_day > ?)
                            and exists (
                                select from meter m where m.usage_point = a.usage_point and m.removed_at is null)""")) {
            query.setString(1, agreement);
            query.setArray(2, SqlArrays.texts(connection, accounts));
            query.setObject(3, on);
            return Rows.list(query, row -> new OwnMeter(row.getString(1), row.getString(2), row.getString(3))).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
