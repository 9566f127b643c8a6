package org.taswiya.store.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.lookup.SearchIndexes;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffAnswer.Reason;

/// Who is of the staff. Whoever adds somebody hands them a ticket, and never knows their password.
public final class Staff {
    /// How long a ticket may be used.
    public static final Duration TICKET_GOOD_FOR = Duration.ofDays(2);

    private static final String NAME = "[a-z][a-z0-9.-]{1,39}";

    private Staff() {}

    /// @param ticket that nobody can guess; it is kept nowhere but for its digest
    public static StaffAnswer add(Database database, String name, StaffRole role, String ticket, Change why) {
        if (!name.matches(NAME)) {
            return refused(
                    Reason.MALFORMED_NAME,
                    "'" + name + "' is no name to sign in with: two to forty of a-z, 0-9, point and hyphen, a letter"
                            + " first. Choose another one.");
        }
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (insertName(connection, name, change) == 0) {
                return not(Reason.NAME_TAKEN, "There is a '" + name + "' already. Choose another name, or reset it.");
            }
            SearchIndexes.make(connection);
            stand(connection, name, role, true, change);
            ticket(connection, name, ticket, why.at(), change);
            return new Done<>(new StaffAnswer.Done(), true);
        });
    }

    /// From now on nothing opens to them, also where they are signed in.
    public static StaffAnswer disable(Database database, String name, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Optional<StaffMember> member = of(connection, name);
            if (member.isEmpty()) {
                return unknown(name);
            }
            if (!member.get().isEnabled()) {
                return not(Reason.DISABLED_ALREADY, "'" + name + "' is disabled already. There is nothing to do.");
            }
            stand(connection, name, member.get().role(), false, change);
            return new Done<>(new StaffAnswer.Done(), true);
        });
    }

    /// Gives another ticket: the password and the second factor before count no more. Whoever was disabled is enabled.
    public static StaffAnswer reset(Database database, String name, String ticket, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Optional<StaffMember> member = of(connection, name);
            if (member.isEmpty()) {
                return unknown(name);
            }
            if (!member.get().isEnabled()) {
                stand(connection, name, member.get().role(), true, change);
            }
            ticket(connection, name, ticket, why.at(), change);
            return new Done<>(new StaffAnswer.Done(), true);
        });
    }

    /// By their names.
    public static List<StaffMember> list(Database database) {
        try (Connection connection = database.connect()) {
            return members(connection, "%");
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<StaffMember> of(Connection connection, String name) throws SQLException {
        return name.matches(NAME) ? members(connection, name).stream().findFirst() : Optional.empty();
    }

    private static List<StaffMember> members(Connection connection, String like) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select f.name, s.role, s.is_enabled,
                       exists (select from staff_secret e where e.ticket = (
                           select max(t.id) from staff_ticket t where t.staff = f.name)) as has_password
                from staff f
                join lateral (select n.role, n.is_enabled from staff_standing n where n.staff = f.name
                              order by n.change desc limit 1) s on true
                where f.name like ? order by f.name""")) {
            query.setString(1, like);
            return Rows.list(
                    query,
                    row -> new StaffMember(
                            row.getString("name"),
                            StaffRole.ofCode(row.getString("role")),
                            row.getBoolean("is_enabled"),
                            row.getBoolean("has_password")));
        }
    }

    private static int insertName(Connection connection, String name, long change) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into staff values (?, ?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.setLong(2, change);
            return insert.executeUpdate();
        }
    }

    private static void stand(Connection connection, String name, StaffRole role, boolean isEnabled, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into staff_standing values (?, ?, ?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, change);
            insert.setString(3, role.code());
            insert.setBoolean(4, isEnabled);
            insert.executeUpdate();
        }
    }

    private static void ticket(Connection connection, String name, String ticket, Instant at, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into staff_ticket select coalesce(max(id), 0) + 1, ?, ?, ?, ? from staff_ticket")) {
            insert.setString(1, name);
            insert.setBytes(2, digest(ticket));
            insert.setObject(3, at.plus(TICKET_GOOD_FOR).atOffset(ZoneOffset.UTC));
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }

    /// However its groups were typed.
    static byte[] digest(String ticket) {
        try {
            String plain = ticket.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Done<StaffAnswer> unknown(String name) {
        return not(Reason.NO_SUCH_STAFF, "There is no '" + name + "' among the staff. See staff list.");
    }

    private static Done<StaffAnswer> not(Reason reason, String said) {
        return new Done<>(refused(reason, said), false);
    }

    private static StaffAnswer refused(Reason reason, String said) {
        return new StaffAnswer.Refused(reason, said);
    }
}
