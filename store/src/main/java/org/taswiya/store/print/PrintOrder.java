package org.taswiya.store.print;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.suspension.Suspensions;

/// Where the bills of a run are carried to.
public final class PrintOrder {
    /// Bills that stand. A usage point on several routes goes with the first of them by name.
    private static final String PLACES = """
            select b.serial, coalesce(s.route, '') as route, coalesce(s.position, 0) as position, e.area,
                exists (
                    select from returned_mail r where r.account = b.account and not exists (
                        select from contact_set n where n.account = r.account and n.change > r.change)) as came_back
            from bill b
            join service_agreement a on a.reference = b.agreement
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            left join lateral (
                select s.route, s.position from route_stop s
                where s.usage_point = p.reference
                    and s.change = (select max(r.change) from reading_route r where r.reference = s.route)
                order by s.route limit 1) s on true
            where b.run = ? and not exists (select from cancellation x where x.bill = b.serial)""";

    /// When files of a run were made, and before which change nothing of it was known.
    private static final String BATCHES = """
            select c.made_at, b.change from print_batch b join change c on c.id = b.change where b.run = ?
            order by b.id""";

    private PrintOrder() {}

    /// Which bills of a run are wanted.
    ///
    /// @param isAlsoReturned whether those are among them whose mail came back
    /// @param on the day on which they are to be carried; null where none of them waits for anything
    /// @param isOnlyWaited whether those alone that have waited whenever the run was printed
    public record Wanted(boolean isAlsoReturned, @Nullable LocalDate on, boolean isOnlyWaited) {
        public static final Wanted ALL = new Wanted(true, null, false);
    }

    /// A bill that is not carried yet.
    ///
    /// @param suspension by whose order
    public record Waiting(BillNumber bill, String suspension) {}

    /// A place on the way.
    ///
    /// @param route empty where the premise is on none
    /// @param stop on it, from one; zero where there is none
    public record Place(String route, int stop, String area) {}

    /// The bills of a run that stand.
    ///
    /// @param places by the serial of each bill that is printed
    /// @param waiting those that are not as long as an order stops delivery in their area, by number
    /// @param leftOut those that are not, because mail of their accounts came back and nobody has said since how they
    ///     are reached; by number
    public record Carried(Map<Long, Place> places, List<Waiting> waiting, List<BillNumber> leftOut) {
        /// Nothing is left out of a bill that is printed once more.
        public static final Carried WHOLE = new Carried(Map.of(), List.of(), List.of());
    }

    /// The bills of a run that stand.
    public static Carried of(Database database, long run, Wanted wanted) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(PLACES)) {
            connection.setAutoCommit(false);
            Stops stops = stops(connection, run, wanted);
            query.setLong(1, run);
            query.setFetchSize(10_000);
            Map<Long, Place> places = new HashMap<>();
            List<Waiting> waiting = new ArrayList<>();
            List<BillNumber> leftOut = new ArrayList<>();
            Rows.each(query, row -> {
                long serial = row.getLong("serial");
                Place place = place(row);
                Suspension stopping = stops.stopping(place.area());
                if (!stops.isWanted(place.area())) {
                    return;
                }
                if (stopping != null) {
                    waiting.add(new Waiting(new BillNumber(serial), stopping.reference()));
                } else if (row.getBoolean("came_back") && !wanted.isAlsoReturned()) {
                    leftOut.add(new BillNumber(serial));
                } else {
                    places.put(serial, place);
                }
            });
            waiting.sort(Comparator.comparingLong(of -> of.bill().serial()));
            leftOut.sort(Comparator.comparingLong(BillNumber::serial));
            return new Carried(places, List.copyOf(waiting), List.copyOf(leftOut));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What stops delivery now, and what did whenever the run was printed; null where none of this is asked.
    private record Stops(List<Suspension> now, @Nullable List<List<Suspension>> then) {
        @Nullable Suspension stopping(String area) {
            return now.stream().filter(one -> one.isOf(area)).findFirst().orElse(null);
        }

        boolean isWanted(String area) {
            return then == null
                    || then.stream().allMatch(orders -> orders.stream().anyMatch(one -> one.isOf(area)));
        }
    }

    private static Stops stops(Connection connection, long run, Wanted wanted) throws SQLException {
        List<Suspension> now =
                wanted.on() == null ? List.of() : Suspensions.inForce(connection, Activity.DELIVERY, wanted.on());
        return new Stops(now, wanted.isOnlyWaited() ? atEachBatch(connection, run) : null);
    }

    private static List<List<Suspension>> atEachBatch(Connection connection, long run) throws SQLException {
        List<List<Suspension>> then = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(BATCHES)) {
            query.setLong(1, run);
            List<Batch> batches = Rows.list(
                    query,
                    row -> new Batch(
                            day(row.getObject("made_at", OffsetDateTime.class).toInstant()), row.getLong("change")));
            for (Batch batch : batches) {
                then.add(Suspensions.inForce(connection, Activity.DELIVERY, batch.on(), batch.change()));
            }
        }
        return then;
    }

    private record Batch(LocalDate on, long change) {}

    /// The day of a moment, as files for the printer are of it: what was stopped then is found again from the moment
    /// that is kept with a file.
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("route"), row.getInt("position"), row.getString("area"));
    }
}
