package org.taswiya.store.staff;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.staff.StaffDoor.Secret;

/// What somebody signs in with from now on, as they chose it themselves, by what they signed in with before. It is of
/// another ticket, which nobody holds: so all that was opened by the one before ends with its next request.
public final class StaffRenewal {
    private static final int DIGEST_BYTES = 32;

    private StaffRenewal() {}

    /// How a second factor is kept: for its ticket alone.
    public interface Sealing {
        byte[] sealedFor(long ticket);
    }

    /// @param before what they have proved
    /// @param password as it was hashed
    /// @param used the time of the code that they proved it by: it is good for nothing more
    /// @return the new ticket; empty when they were reset or disabled meanwhile, or did it elsewhere
    public static OptionalLong renew(
            Database database, Secret before, String password, Sealing totp, long used, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            OptionalLong ticket = Staff.of(connection, before.name())
                            .filter(StaffMember::isEnabled)
                            .isPresent()
                    ? renew(connection, before, password, totp, used, why)
                    : OptionalLong.empty();
            if (ticket.isPresent()) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return ticket;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static OptionalLong renew(
            Connection connection, Secret before, String password, Sealing totp, long used, Change why)
            throws SQLException {
        long change = Changes.record(connection, why);
        OptionalLong ticket = ticket(connection, before, why, change);
        if (ticket.isPresent()) {
            try (PreparedStatement secret =
                            connection.prepareStatement("insert into staff_secret values (?, ?, ?, ?)");
                    PreparedStatement code = connection.prepareStatement("insert into staff_code_used values (?, ?)")) {
                secret.setLong(1, ticket.getAsLong());
                secret.setString(2, password);
                secret.setBytes(3, totp.sealedFor(ticket.getAsLong()));
                secret.setLong(4, change);
                secret.executeUpdate();
                code.setLong(1, ticket.getAsLong());
                code.setLong(2, used);
                code.executeUpdate();
            }
        }
        return ticket;
    }

    /// Empty when another came between.
    private static OptionalLong ticket(Connection connection, Secret before, Change why, long change)
            throws SQLException {
        byte[] digest = new byte[DIGEST_BYTES]; // of no code at all
        new SecureRandom().nextBytes(digest);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into staff_ticket select (select max(id) from staff_ticket) + 1, ?, ?, ?, ?
                where (select max(id) from staff_ticket where staff = ?) = ?
                on conflict do nothing returning id""")) {
            insert.setString(1, before.name());
            insert.setBytes(2, digest);
            insert.setObject(3, why.at().atOffset(ZoneOffset.UTC));
            insert.setLong(4, change);
            insert.setString(5, before.name());
            insert.setLong(6, before.ticket());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
