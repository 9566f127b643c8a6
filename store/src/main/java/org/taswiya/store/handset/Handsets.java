package org.taswiya.store.handset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.handset.HandsetAnswer.Reason;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;

/// Which handsets there are, and which of them are closed.
public final class Handsets {
    private Handsets() {}

    /// A handset, and what was heard of it.
    ///
    /// @param handedOut when a round was last put on it; null where none was
    /// @param heard when an entry last came from it; null where none has
    /// @param setAside how many entries came after it was closed
    /// @param locked when it was; null where it was not
    /// @param erased when it was first told to erase what it has; null where it has not asked since
    public record KnownHandset(
            Handset handset,
            @Nullable Instant handedOut,
            @Nullable Instant heard,
            long setAside,
            @Nullable Instant locked,
            @Nullable Instant erased) {}

    private record Row(KnownHandset known, long ticket) {}

    /// @param id that nobody has yet
    /// @param ticket of the password by which its reader signed in
    /// @param publicKey as X.509 has it
    public static void register(
            Database database, String id, String reader, long ticket, byte[] publicKey, Change why) {
        BooksTransaction.make(database, why, false, (connection, change) -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into handset values (?, ?, ?, ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, reader);
                insert.setLong(3, ticket);
                insert.setBytes(4, publicKey);
                insert.setLong(5, change);
                insert.executeUpdate();
            }
            return new Done<>(id, true);
        });
    }

    /// Of the id that it gives; nobody has shown yet that it is this one.
    public static Optional<Handset> find(Database database, String id) {
        return rows(database, id).stream().findFirst().map(KnownHandset::handset);
    }

    /// All of them, the newest first.
    public static List<KnownHandset> all(Database database) {
        return rows(database, null);
    }

    /// From now on it gets nothing, and erases what it has when it next asks.
    public static HandsetAnswer lock(Database database, String id, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (find(database, id).isEmpty()) {
                return not(Reason.NO_SUCH_HANDSET, "There is no handset '" + id + "'. See handset list.");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into handset_lock values (?, ?) on conflict do nothing")) {
                insert.setString(1, id);
                insert.setLong(2, change);
                return insert.executeUpdate() == 1
                        ? new Done<>(new HandsetAnswer.Done(), true)
                        : not(Reason.LOCKED_ALREADY, id + " is locked already. There is nothing to do.");
            }
        });
    }

    /// Whoever lost it wants to know that it asked, once.
    public static void toldToErase(Database database, String id, Instant at) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into handset_event (handset, at, kind) select ?, ?, 'told-to-erase'
                        where not exists (
                            select from handset_event where handset = ? and kind = 'told-to-erase')""")) {
            insert.setString(1, id);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setString(3, id);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Done<HandsetAnswer> not(Reason reason, String said) {
        return new Done<>(new HandsetAnswer.Refused(reason, said), false);
    }

    private static List<KnownHandset> rows(Database database, @Nullable String id) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select h.id, h.staff, h.ticket, h.public_key, c.made_at as since, l.made_at as locked,
                            (select max(e.at) from handset_event e
                                where e.handset = h.id and e.kind = 'handed-out') as handed_out,
                            (select min(e.at) from handset_event e
                                where e.handset = h.id and e.kind = 'told-to-erase') as erased,
                            (select max(e.received_at) from round_entry e where e.handset = h.id) as heard,
                            (select count(*) from round_entry e
                                where e.handset = h.id and e.outcome = 'set-aside') as set_aside
                        from handset h join change c on c.id = h.change
                        left join (select k.handset, d.made_at from handset_lock k join change d on d.id = k.change) l
                            on l.handset = h.id
                        where ?::text is null or h.id = ?
                        order by h.change desc, h.id""")) {
            query.setString(1, id);
            query.setString(2, id);
            return Rows.list(query, Handsets::row).stream()
                    .map(row -> withStanding(database, row))
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Instant locked = moment(row, "locked");
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        Handset handset = new Handset(
                row.getString("id"), row.getString("staff"), row.getBytes("public_key"), since, locked == null);
        KnownHandset known = new KnownHandset(
                handset,
                moment(row, "handed_out"),
                moment(row, "heard"),
                row.getLong("set_aside"),
                locked,
                moment(row, "erased"));
        return new Row(known, row.getLong("ticket"));
    }

    /// Whoever is disabled or reset has no handset either.
    private static KnownHandset withStanding(Database database, Row row) {
        Handset of = row.known().handset();
        boolean isOpen = of.isOpen()
                && StaffDoor.rights(database, of.reader(), row.ticket()).contains(StaffRight.ROUND);
        return new KnownHandset(
                new Handset(of.id(), of.reader(), of.publicKey(), of.since(), isOpen),
                row.known().handedOut(),
                row.known().heard(),
                row.known().setAside(),
                row.known().locked(),
                row.known().erased());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
