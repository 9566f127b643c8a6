package org.taswiya.store.webhook;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.staff.StaffKey;

/// By what calls are signed, so that a program knows that it is we who call.
public final class WebhookSecrets {
    /// How long the one before is good beside a new one.
    public static final Duration BOTH = Duration.ofDays(1);

    private static final int BYTES = 32;

    private WebhookSecrets() {}

    /// One that is good.
    ///
    /// @param until when it is good no more; null for the newest
    @SuppressWarnings("ArrayRecordComponent") // signed with at once, compared by nobody
    public record Good(
            byte[] bytes, Instant since, @Nullable Instant until) {
        /// As Standard Webhooks has it.
        public String text() {
            return "whsec_" + Base64.getEncoder().encodeToString(bytes);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // opened at once, compared by nobody
    private record Kept(int ordinal, byte[] sealed, Instant at, boolean isAlone) {}

    /// One more.
    ///
    /// @param isAlone whether the one before is good no more
    public static void add(
            Connection connection, long webhook, StaffKey sealing, boolean isAlone, Instant now, long change)
            throws SQLException {
        List<Kept> before = kept(connection, webhook);
        int ordinal = before.isEmpty() ? 1 : before.getFirst().ordinal() + 1;
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into webhook_secret values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, webhook);
            insert.setInt(2, ordinal);
            insert.setBytes(3, sealing.seal(of(webhook, ordinal), secret));
            insert.setObject(4, WebhookRows.utc(now));
            insert.setBoolean(5, isAlone);
            insert.setLong(6, change);
            insert.executeUpdate();
        }
    }

    private static String of(long webhook, int ordinal) {
        return "webhook " + webhook + ", secret " + ordinal;
    }

    /// Those that are good, the newest first; empty where the newest does not open.
    public static List<Good> good(Database database, long webhook, @Nullable StaffKey sealing, Instant now) {
        try (Connection connection = database.connect()) {
            return good(kept(connection, webhook), webhook, sealing, now);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Good> good(List<Kept> kept, long webhook, @Nullable StaffKey sealing, Instant now) {
        List<Good> good = new ArrayList<>();
        if (sealing == null || kept.isEmpty()) {
            return good;
        }
        Kept newest = kept.getFirst();
        Optional<byte[]> opened = sealing.open(of(webhook, newest.ordinal()), newest.sealed());
        opened.ifPresent(bytes -> good.add(new Good(bytes, newest.at(), null)));
        Instant until = newest.at().plus(BOTH);
        if (opened.isPresent() && kept.size() > 1 && !newest.isAlone() && now.isBefore(until)) {
            Kept before = kept.get(1);
            sealing.open(of(webhook, before.ordinal()), before.sealed())
                    .ifPresent(bytes -> good.add(new Good(bytes, before.at(), until)));
        }
        return good;
    }

    /// The two newest, the newest first.
    private static List<Kept> kept(Connection connection, long webhook) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select ordinal, sealed, at, is_alone from webhook_secret
                where webhook = ? order by ordinal desc limit 2""")) {
            query.setLong(1, webhook);
            return Rows.list(
                    query,
                    row -> new Kept(
                            row.getInt("ordinal"),
                            row.getBytes("sealed"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("is_alone")));
        }
    }
}
