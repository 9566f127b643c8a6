package org.taswiya.store.print;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

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

    private PrintOrder() {}

    /// A place on the way.
    ///
    /// @param route empty where the premise is on none
    /// @param stop on it, from one; zero where there is none
    public record Place(String route, int stop, String area) {}

    /// The bills of a run that stand.
    ///
    /// @param places by the serial of each bill that is printed
    /// @param leftOut those that are not, because mail of their accounts came back and nobody has said since how they
    ///     are reached; by number
    public record Carried(Map<Long, Place> places, List<BillNumber> leftOut) {}

    /// The bills of a run that stand.
    ///
    /// @param isAlsoReturned whether none is left out
    public static Carried of(Database database, long run, boolean isAlsoReturned) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(PLACES)) {
            connection.setAutoCommit(false);
            query.setLong(1, run);
            query.setFetchSize(10_000);
            Map<Long, Place> places = new HashMap<>();
            List<BillNumber> leftOut = new ArrayList<>();
            Rows.each(query, row -> {
                long serial = row.getLong("serial");
                if (row.getBoolean("came_back") && !isAlsoReturned) {
                    leftOut.add(new BillNumber(serial));
                } else {
                    places.put(serial, place(row));
                }
            });
            leftOut.sort(Comparator.comparingLong(BillNumber::serial));
            return new Carried(places, List.copyOf(leftOut));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("route"), row.getInt("position"), row.getString("area"));
    }
}
