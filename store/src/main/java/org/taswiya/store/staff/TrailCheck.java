package org.taswiya.store.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Whether the chain of the trail holds: each row's digest is computed again here, and not by the database.
///
/// It finds a row that was changed, put in, taken out or moved. It does not find that the newest rows were taken off,
/// or that all digests from some row on were computed anew: against that a [Head] that was kept elsewhere is compared.
///
/// @param rows how many there are
/// @param head the last of them; null where there is none
/// @param faults the first [#FAULTS_MOST], in order
public record TrailCheck(
        long rows, @Nullable Head head, List<Fault> faults) {
    /// More are not listed: from the first on nothing can be trusted.
    public static final int FAULTS_MOST = 100;

    private static final byte[] NONE = new byte[0];

    public TrailCheck {
        faults = List.copyOf(faults);
    }

    /// A row and its digest, to be kept where whoever has the database cannot reach it.
    ///
    /// @param digest in hexadecimal
    public record Head(long row, String digest) {
        /// @param text as it is printed, `142:9f3c…`
        /// @throws IllegalArgumentException with what was expected
        public static Head parse(String text) {
            String small = text.strip().toLowerCase(Locale.ROOT);
            if (!small.matches("[1-9][0-9]{0,17}:[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no head of a trail; expected it as it was printed: a number, a colon and 64"
                                + " hexadecimal digits.");
            }
            int colon = small.indexOf(':');
            return new Head(Long.parseLong(small.substring(0, colon)), small.substring(colon + 1));
        }

        @Override
        public String toString() {
            return row + ":" + digest;
        }
    }

    /// What is wrong.
    public enum Reason {
        /// What the row says, or what stands before it, is not what its digest was made of.
        DIGEST,
        /// The rows before it, from the one that follows the last, are gone.
        GAP,
        /// The row of a head that was kept is gone.
        HEAD_MISSING,
        /// The row of a head that was kept has another digest.
        HEAD_DIFFERS;

        /// As a program reads it.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param row its number
    public record Fault(long row, Reason reason) {}

    public boolean isGood() {
        return faults.isEmpty();
    }

    /// @param kept heads that were printed before, maybe none
    public static TrailCheck of(Database database, List<Head> kept) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false); // so that rows come in portions
            try (Statement settings = connection.createStatement()) {
                settings.execute("set transaction isolation level repeatable read, read only");
            }
            Walk walk = new Walk(kept);
            try (PreparedStatement query = connection.prepareStatement("""
                    select id, pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(e) - 'digest')::text as said, digest
                    from staff_event e order by id""")) { // as `staff_event_said` has it, which may have been replaced
                Rows.each(query, walk::row);
            }
            return walk.end();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// From the first row to the last.
    private static final class Walk {
        private final MessageDigest sha256 = sha256();
        private final List<Head> missing;
        private final List<Fault> faults = new ArrayList<>();
        private long rows;
        private long last;
        private byte[] before = NONE;

        Walk(List<Head> kept) {
            missing = new ArrayList<>(kept);
        }

        void row(ResultSet row) throws SQLException {
            long id = row.getLong("id");
            byte[] stored = Objects.requireNonNullElse(row.getBytes("digest"), NONE);
            if (id != last + 1) {
                add(last + 1, Reason.GAP);
            }
            sha256.update(before);
            byte[] right = sha256.digest(row.getString("said").getBytes(StandardCharsets.UTF_8));
            if (!Arrays.equals(right, stored)) {
                add(id, Reason.DIGEST);
            }
            compare(id, stored);
            rows++;
            last = id;
            before = stored;
        }

        private void compare(long id, byte[] stored) {
            for (Head head : List.copyOf(missing)) {
                if (head.row() == id) {
                    missing.remove(head);
                    if (!head.digest().equals(HexFormat.of().formatHex(stored))) {
                        add(id, Reason.HEAD_DIFFERS);
                    }
                }
            }
        }

        private void add(long row, Reason reason) {
            if (faults.size() < FAULTS_MOST) {
                faults.add(new Fault(row, reason));
            }
        }

        TrailCheck end() {
            missing.forEach(head -> add(head.row(), Reason.HEAD_MISSING));
            Head head = rows == 0 ? null : new Head(last, HexFormat.of().formatHex(before));
            return new TrailCheck(rows, head, faults);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
