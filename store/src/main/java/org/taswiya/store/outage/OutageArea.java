package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Where an outage is.
public sealed interface OutageArea {
    /// Usage points on the route as it is laid now.
    String ON_ROUTE = """
            p.reference in (
                select s.usage_point from route_stop s where s.route = any(?) and s.change = (
                    select max(change) from reading_route where reference = s.route))""";

    /// All premises of an area, however its name is written.
    record Area(String name) implements OutageArea {}

    /// All premises on a reading route, as it is laid now.
    record Route(String reference) implements OutageArea {}

    /// These premises.
    record Premises(List<String> references) implements OutageArea {
        public Premises {
            references = List.copyOf(references);
        }
    }

    /// As they were typed.
    default List<String> places() {
        return switch (this) {
            case Area(String name) -> List.of(name);
            case Route(String reference) -> List.of(reference);
            case Premises(List<String> references) -> references;
        };
    }

    /// As in *nobody takes water in the area Maarif*.
    default String words() {
        return switch (this) {
            case Area(String name) -> "in the area " + name;
            case Route(String reference) -> "on the route " + reference;
            case Premises(List<String> references) -> "at " + String.join(", ", references);
        };
    }

    /// Those of them where a service is taken.
    ///
    /// @throws OutageRefused when there is no such area, route or premise
    default SortedSet<String> premises(Connection connection, String service) throws SQLException {
        return switch (this) {
            case Area(String name) -> {
                String area = AreaNames.meant(connection, name).orElse(name);
                yield select(connection, "e.area = any(?)", List.of(area), service, 0);
            }
            case Route(String reference) -> select(connection, ON_ROUTE, List.of(reference), service, 0);
            case Premises(List<String> references) ->
                select(connection, "e.reference = any(?)", references, service, new TreeSet<>(references).size());
        };
    }

    /// @param expected how many premises there must be, whatever is taken there; zero where any will do
    private SortedSet<String> select(
            Connection connection, String which, Collection<String> names, String service, int expected)
            throws SQLException {
        SortedSet<String> all = new TreeSet<>();
        SortedSet<String> served = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select e.reference, p.service from premise e join usage_point p on p.premise = e.reference where {which}
                """.replace("{which}", which))) {
            query.setArray(1, SqlArrays.texts(connection, names));
            Rows.each(query, row -> {
                all.add(row.getString(1));
                if (row.getString(2).equals(service)) {
                    served.add(row.getString(1));
                }
            });
        }
        if (all.isEmpty() || all.size() < expected) {
            SortedSet<String> missing = new TreeSet<>(names);
            missing.removeAll(all);
            throw new OutageRefused(
                    OutageRefusal.NO_PLACE,
                    "there are no premises " + (expected == 0 ? words() : String.join(", ", missing)),
                    Map.of(),
                    List.copyOf(missing));
        }
        return served;
    }
}
