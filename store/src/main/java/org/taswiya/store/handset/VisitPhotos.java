package org.taswiya.store.handset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Pictures that follow entries.
public final class VisitPhotos {
    /// As many bytes as one may have.
    public static final int BYTES_MOST = 400 * 1024;

    private VisitPhotos() {}

    /// Keeps one. The first that comes counts.
    ///
    /// @param jpeg drawn anew, so that nothing but the picture is in it
    /// @return false where the handset has sent no entry of that id with a picture, or it was set aside
    public static boolean keep(Database database, Handset handset, UUID entry, byte[] jpeg, Instant now) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into visit_photo select id, ?, ? from round_entry
                        where id = ? and handset = ? and has_photo and outcome <> 'set-aside'
                        on conflict do nothing""")) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setBytes(2, jpeg);
            insert.setObject(3, entry);
            insert.setString(4, handset.id());
            return insert.executeUpdate() == 1 || find(database, entry).isPresent();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<byte[]> find(Database database, UUID entry) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select jpeg from visit_photo where entry = ?")) {
            query.setObject(1, entry);
            return Rows.list(query, row -> row.getBytes(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
