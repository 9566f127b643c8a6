package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Areas by how they are called: as the books write them, without accents, or in the other script. The books have one
/// name of an area, so that the other script is compared by its consonants.
public final class AreaNames {
    private AreaNames() {}

    /// Each found as the next one after that before it: there are few, and many premises.
    private static final String ALL = """
            with recursive known (area) as (
                select min(area) from premise where area > ''
                union all
                select (select min(p.area) from premise p where p.area > k.area) from known k where k.area is not null)
            select area, search_key(area), search_key(?) from known where area is not null order by 1""";

    /// @param key its search key
    /// @param typed that of what was typed
    private record Known(String area, String key, String typed) {}

    public static List<String> all(Database database) {
        try (Connection connection = database.connect()) {
            return known(connection, "").stream().map(Known::area).toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Known> known(Connection connection, String typed) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALL)) {
            query.setString(1, typed);
            return Rows.list(query, row -> new Known(row.getString(1), row.getString(2), row.getString(3)));
        }
    }

    /// How the books write an area that somebody has typed; empty where none is called so, or several are.
    static Optional<String> meant(Connection connection, String typed) throws SQLException {
        List<Known> all = known(connection, typed);
        return all.stream()
                .map(Known::area)
                .filter(typed::equals)
                .findFirst()
                .or(() -> only(all, one -> one.key().equals(one.typed())))
                .or(() -> only(all, one -> consonants(one.key()).equals(consonants(one.typed()))));
    }

    private static Optional<String> only(List<Known> all, Predicate<Known> isSame) {
        List<String> found = all.stream().filter(isSame).map(Known::area).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Of a search key, what both scripts write: no article, no vowels, what sounds alike as one.
    private static String consonants(String key) {
        return key.replaceAll("\\b(al|el|l) ?", "")
                .replace("ck", "k")
                .replace("ch", "c")
                .replace("gh", "g")
                .replace("kh", "k")
                .replaceAll("[aeiouywh ]", "")
                .replace('q', 'k')
                .replaceAll("(.)\\1+", "$1");
    }
}
