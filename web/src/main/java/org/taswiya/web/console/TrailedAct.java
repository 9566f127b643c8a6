package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.SqlFault;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.Site;

/// What somebody of the staff does at the console and its row of the trail: in one transaction, so that there is both
/// or neither, whatever ends the program meanwhile.
public final class TrailedAct {
    private TrailedAct() {}

    /// A row of the trail.
    ///
    /// @param account whose it is; null for what is about no account
    /// @param place what was done, as [TrailPlaces] tells it
    public record Row(@Nullable String account, String place) {}

    /// @param act is given the site within the transaction
    /// @param row of what came of it; empty where nothing was done, and then nothing is kept
    public static <T> T make(
            Site site,
            StaffSignedIn staff,
            HttpServletRequest request,
            Function<Site, T> act,
            Function<T, Optional<Row>> row) {
        Actor actor = new Actor(staff.staff(), request.getRemoteAddr(), Instant.now(site.clock()));
        try (Connection connection = site.database().connect()) {
            connection.setAutoCommit(false);
            T answer = act.apply(site.within(connection));
            Optional<Row> done = row.apply(answer);
            if (done.isEmpty()) {
                connection.rollback();
                return answer;
            }
            write(connection, actor, done.get());
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw SqlFault.of(site.database(), e);
        }
    }

    private static void write(Connection connection, Actor actor, Row row) throws SQLException {
        String account = row.account();
        if (account == null) {
            StaffTrail.acted(connection, actor, row.place());
        } else {
            StaffTrail.acted(connection, actor, account, row.place());
        }
    }
}
