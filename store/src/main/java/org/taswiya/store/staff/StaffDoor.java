package org.taswiya.store.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What somebody of the staff has to prove, and what they proved.
public final class StaffDoor {
    private StaffDoor() {}

    /// By what somebody who is enabled signs in.
    ///
    /// @param ticket by which they chose it; a reset makes another one count
    /// @param password as it was hashed
    /// @param totp the secret of the second factor
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, compared by nobody
    public record Secret(String name, StaffRole role, long ticket, String password, byte[] totp) {}

    /// Empty for a name that is nobody's, for who is disabled, and for who has not chosen a password yet.
    public static Optional<Secret> secret(Database database, String name) {
        try (Connection connection = database.connect()) {
            Optional<StaffMember> member = Staff.of(connection, name).filter(StaffMember::isEnabled);
            return member.isEmpty() ? Optional.empty() : secret(connection, member.get());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<Secret> secret(Connection connection, StaffMember member) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select ticket, password, totp from staff_secret
                where ticket = (select max(id) from staff_ticket where staff = ?)""")) {
            query.setString(1, member.name());
            return Rows.list(
                            query,
                            row -> new Secret(
                                    member.name(),
                                    member.role(),
                                    row.getLong("ticket"),
                                    row.getString("password"),
                                    row.getBytes("totp")))
                    .stream()
                    .findFirst();
        }
    }

    /// What a session that was opened with a ticket may do now: nothing once its holder is disabled or reset.
    public static Set<StaffRight> rights(Database database, String name, long ticket) {
        Optional<LetIn> now = letIn(database, name).filter(one -> one.ticket() == ticket);
        return now.isEmpty() ? Set.of() : rightsOf(database, now.get().role());
    }

    /// What somebody may do now, who acts by other means than a session; nothing for who is not let in.
    public static Set<StaffRight> rights(Database database, String name) {
        return role(database, name).map(role -> rightsOf(database, role)).orElse(Set.of());
    }

    /// Their role now; empty for who is no longer let in.
    public static Optional<StaffRole> role(Database database, String name) {
        return letIn(database, name).map(LetIn::role);
    }

    /// Somebody who can sign in, by a password of their own or because the provider knows them.
    private record LetIn(StaffRole role, long ticket) {}

    private static Optional<LetIn> letIn(Database database, String name) {
        try (Connection connection = database.connect()) {
            Optional<StaffMember> member = Staff.of(connection, name).filter(StaffMember::isEnabled);
            boolean canSignIn = member.isPresent()
                    && (member.get().hasPassword()
                            || KnownStaff.of(connection, name).isPresent());
            return canSignIn ? newest(connection, member.orElseThrow()) : Optional.empty();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<LetIn> newest(Connection connection, StaffMember member) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select id from staff_ticket where staff = ? order by id desc limit 1")) {
            query.setString(1, member.name());
            return Rows.list(query, row -> new LetIn(member.role(), row.getLong(1))).stream()
                    .findFirst();
        }
    }

    private static Set<StaffRight> rightsOf(Database database, StaffRole role) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select may from staff_right where role = ?")) {
            query.setString(1, role.code());
            Set<String> codes = new TreeSet<>(Rows.list(query, row -> row.getString(1)));
            Set<StaffRight> rights = new TreeSet<>();
            for (StaffRight right : StaffRight.values()) {
                if (codes.contains(right.code())) {
                    rights.add(right);
                }
            }
            return rights;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Uses up a code of the second factor.
    ///
    /// @param step of its time
    /// @return false when it, or a later one, was used before
    public static boolean useCode(Database database, long ticket, long step) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into staff_code_used select ?, ?
                        where not exists (select from staff_code_used u where u.ticket = ? and u.step >= ?)
                        on conflict do nothing""")) {
            insert.setLong(1, ticket);
            insert.setLong(2, step);
            insert.setLong(3, ticket);
            insert.setLong(4, step);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The ticket that somebody holds, while it can still be used.
    public static OptionalLong ticket(Database database, String name, String code, Instant at) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select t.id from staff_ticket t
                        where t.id = (select max(n.id) from staff_ticket n where n.staff = ?) and t.digest = ?
                            and t.until >= ? and not exists (select from staff_secret s where s.ticket = t.id)""")) {
            query.setString(1, name);
            query.setBytes(2, Staff.digest(code));
            query.setObject(3, at.atOffset(ZoneOffset.UTC));
            boolean isEnabled =
                    Staff.of(connection, name).filter(StaffMember::isEnabled).isPresent();
            return Rows.list(query, row -> row.getLong(1)).stream()
                    .filter(_ -> isEnabled)
                    .mapToLong(Long::longValue)
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Keeps what somebody chose by their ticket, which is used up.
    ///
    /// @param password as it was hashed
    /// @return false when the ticket was used meanwhile
    public static boolean choose(Database database, long ticket, String password, byte[] totp, Change why) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into staff_secret values (?, ?, ?, ?) on conflict do nothing")) {
            connection.setAutoCommit(false);
            insert.setLong(1, ticket);
            insert.setString(2, password);
            insert.setBytes(3, totp);
            insert.setLong(4, Changes.record(connection, why));
            boolean isKept = insert.executeUpdate() == 1;
            if (isKept) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return isKept;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
