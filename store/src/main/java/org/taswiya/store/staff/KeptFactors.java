package org.taswiya.store.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// How the second factors that count are kept.
///
/// @param plain so many can be read by whoever reads the database
/// @param lost so many are sealed with another key than the one given: nobody signs in by them
public record KeptFactors(int plain, int lost) {

    /// @param key null for none
    public static KeptFactors of(Database database, @Nullable StaffKey key) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select s.ticket, s.totp from staff_secret s join staff_ticket t on t.id = s.ticket
                        where t.id = (select max(n.id) from staff_ticket n where n.staff = t.staff)""")) {
            List<Integer> states = Rows.list(query, row -> {
                byte[] kept = row.getBytes("totp");
                return StaffKey.open(null, 0, kept).isPresent() ? 1 : key != null && key.isOf(kept) ? 0 : 2;
            });
            return new KeptFactors(
                    (int) states.stream().filter(state -> state == 1).count(),
                    (int) states.stream().filter(state -> state == 2).count());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
