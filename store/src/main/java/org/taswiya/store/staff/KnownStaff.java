package org.taswiya.store.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffAnswer.Reason;

/// What the provider of the utility, which signs in its people, calls those of the staff: an e-mail address, or another
/// name of its own. Who they are to us, and what they may do, stays ours. Capitals do not count.
public final class KnownStaff {
    private static final int LONGEST = 200;

    private KnownStaff() {}

    /// Somebody of the staff whom the provider knows.
    ///
    /// @param knownAs what it calls them
    /// @param ticket their newest; a reset makes another one count and ends what was open
    public record Known(String name, String knownAs, boolean isEnabled, long ticket) {}

    /// Empty for nobody.
    public static Optional<Known> find(Database database, String knownAs) {
        try (Connection connection = database.connect()) {
            String said = norm(knownAs);
            String holder = holders(connection, said).stream().findFirst().orElse("");
            Optional<StaffMember> member = Staff.of(connection, holder);
            return member.isEmpty() ? Optional.empty() : known(connection, member.get(), said);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<Known> known(Connection connection, StaffMember member, String said) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select max(id) from staff_ticket where staff = ? having max(id) > 0")) {
            query.setString(1, member.name());
            return Rows.list(query, row -> new Known(member.name(), said, member.isEnabled(), row.getLong(1))).stream()
                    .findFirst();
        }
    }

    /// What somebody is called there; empty for nothing.
    public static Optional<String> of(Database database, String name) {
        try (Connection connection = database.connect()) {
            return of(connection, name);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<String> of(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select name from staff_known_as where staff = ? order by change desc limit 1")) {
            query.setString(1, name);
            return Rows.list(query, row -> row.getString(1)).stream()
                    .filter(known -> !known.isEmpty())
                    .findFirst();
        }
    }

    private static List<String> holders(Connection connection, String knownAs) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select k.staff from staff_known_as k
                where k.name = ? and k.name <> ''
                    and k.change = (select max(n.change) from staff_known_as n where n.staff = k.staff)""")) {
            query.setString(1, knownAs);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// Says what the provider calls somebody from now on; nothing for that they come by it no more.
    public static StaffAnswer call(Database database, String name, String knownAs, Change why) {
        String said = norm(knownAs);
        if (said.length() > LONGEST) {
            return new StaffAnswer.Refused(
                    Reason.MALFORMED_NAME,
                    "That is longer than " + LONGEST + " letters. Look again what it should be.");
        }
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (Staff.of(connection, name).isEmpty()) {
                return not(Reason.NO_SUCH_STAFF, "There is no '" + name + "' among the staff. See staff list.");
            }
            List<String> holders = holders(connection, said);
            if (holders.stream().anyMatch(other -> !other.equals(name))) {
                return not(
                        Reason.KNOWN_AS_TAKEN,
                        "The provider's '" + said + "' is '" + holders.getFirst() + "' already. Take it from them"
                                + " first: staff known-as " + holders.getFirst() + " --none");
            }
            insert(connection, name, said, change);
            return new Done<>(new StaffAnswer.Done(), true);
        });
    }

    private static void insert(Connection connection, String name, String said, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into staff_known_as values (?, ?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, change);
            insert.setString(3, said);
            insert.executeUpdate();
        }
    }

    private static String norm(String knownAs) {
        return knownAs.replace("\u0000", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Done<StaffAnswer> not(Reason reason, String said) {
        return new Done<>(new StaffAnswer.Refused(reason, said), false);
    }
}
