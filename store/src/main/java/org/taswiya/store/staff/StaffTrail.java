package org.taswiya.store.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What staff did at the console: written before they see it, and never changed.
public final class StaffTrail {
    /// From where somebody has signed in within this time, they are known.
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    /// Refusals of nobody that are alike are written once within this time.
    private static final Duration ALIKE_WITHIN = Duration.ofMinutes(15);

    private StaffTrail() {}

    /// What happened.
    public enum Kind {
        SIGNED_IN,
        REFUSED,
        SIGNED_OUT,
        PASSWORD_CHOSEN,
        SEARCHED,
        LOOKED,
        ACTED;

        /// As the books have it.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param typed the name as it was typed
    public static void write(Database database, Kind kind, String typed, String address, Instant at) {
        insert(database, kind, typed, address, at, null, null);
    }

    /// The same, with how they came to the door.
    ///
    /// @param how such as `provider`
    public static void write(Database database, Kind kind, String typed, String address, Instant at, String how) {
        insert(database, kind, typed, address, at, null, how);
    }

    /// A refusal. Whoever is nobody here may try without end, and nothing of the trail is ever taken away: of what is
    /// alike, and names nobody of the staff or was not even looked at, there is one row of an address within a time.
    ///
    /// @param how null for a password or a code that is not right
    /// @param isLooked whether what they typed was looked at
    public static void refused(
            Database database, String typed, String address, Instant at, @Nullable String how, boolean isLooked) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        with r (at, staff, address, place) as (
                            select ?::timestamptz, (select name from staff where name = ?), ?, ?)
                        insert into staff_event (at, kind, staff, address, place)
                        select r.at, 'refused', r.staff, r.address, r.place from r
                        where ? and r.staff is not null or not exists (
                            select from staff_event e
                            where e.kind = 'refused' and e.address = r.address and e.at > ?
                                and e.staff is not distinct from r.staff
                                and e.place is not distinct from r.place)""")) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, typed.replace("\u0000", ""));
            insert.setString(3, address);
            insert.setString(4, how);
            insert.setBoolean(5, isLooked);
            insert.setObject(6, at.minus(ALIKE_WITHIN).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static void looked(
            Database database, String staff, String address, Instant at, String account, String place) {
        insert(database, Kind.LOOKED, staff, address, at, account, place);
    }

    /// Who did something, and from where.
    ///
    /// @param address of the network, or the key by which a program acts for them
    public record Actor(String staff, String address, Instant at) {}

    /// Writes down what somebody does to an account, in the transaction that does it.
    public static void acted(Connection connection, Actor actor, String account, String what) throws SQLException {
        insert(connection, Kind.ACTED, actor.staff(), actor.address(), actor.at(), account, what);
    }

    /// The same of what is about no account.
    public static void acted(Connection connection, Actor actor, String what) throws SQLException {
        insert(connection, Kind.ACTED, actor.staff(), actor.address(), actor.at(), null, what);
    }

    private static void insert(
            Database database,
            Kind kind,
            String staff,
            String address,
            Instant at,
            @Nullable String account,
            @Nullable String place) {
        try (Connection connection = database.connect()) {
            insert(connection, kind, staff, address, at, account, place);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static void insert(
            Connection connection,
            Kind kind,
            String staff,
            String address,
            Instant at,
            @Nullable String account,
            @Nullable String place)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into staff_event (at, kind, staff, address, account, place)
                select ?, ?, (select name from staff where name = ?), ?, ?, ?""")) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, kind.code());
            insert.setString(3, staff.replace("\u0000", ""));
            insert.setString(4, address);
            insert.setString(5, account);
            insert.setString(6, place);
            insert.executeUpdate();
        }
    }

    /// From where somebody of that name has signed in not long ago.
    public static List<String> knownAddresses(Database database, String name, Instant at) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select distinct address from staff_event
                        where staff = ? and kind = 'signed-in' and at > ?""")) {
            query.setString(1, name.replace("\u0000", ""));
            query.setObject(2, at.minus(KNOWN_FOR).atOffset(ZoneOffset.UTC));
            return Rows.list(query, row -> row.getString("address"));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
