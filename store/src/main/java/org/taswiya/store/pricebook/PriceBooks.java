package org.taswiya.store.pricebook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.pricebook.PriceBookStep.Kind;

/// Keeps price books and what became of them.
public final class PriceBooks {
    private static final String BOOKS = """
            select p.id, p.tariff, p.content, p.digest, p.in_use, c.author, c.made_at, c.reason
            from price_book p join change c on c.id = p.change
            where ?::text is null or p.tariff = ? order by p.id""";
    private static final String STEPS = """
            select s.book, s.change, s.step, s.day, c.author, c.made_at, c.reason
            from price_book_step s join price_book p on p.id = s.book join change c on c.id = s.change
            where ?::text is null or p.tariff = ? order by s.book, s.change""";
    private static final String IN_USE = """
            select distinct on (p.tariff) p.tariff, p.content
            from price_book p join price_book_step s on s.book = p.id and s.step = 'published'
            order by p.tariff, s.change desc""";

    private PriceBooks() {}

    /// One that is to be kept.
    ///
    /// @param inUse digest of what it is to replace; null for none
    public record Proposed(
            String tariff,
            String content,
            String digest,
            @Nullable String inUse) {}

    /// Nobody else adds a book or a step until the transaction ends.
    public static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("lock table price_book in share row exclusive mode")) {
            lock.execute();
        }
    }

    /// @return its number
    public static long add(Connection connection, Proposed book, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into price_book
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ? from price_book returning id""")) {
            insert.setString(1, book.tariff());
            insert.setString(2, book.content());
            insert.setString(3, book.digest());
            insert.setString(4, book.inUse());
            insert.setLong(5, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    /// @param day of what is approved or published; null for all else
    public static void addStep(Connection connection, long book, Kind kind, @Nullable LocalDate day, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into price_book_step values (?, ?, ?, ?)")) {
            insert.setLong(1, book);
            insert.setString(2, kind.code());
            insert.setObject(3, day);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }

    /// All of them, the first one first.
    public static List<KeptBook> all(Database database) {
        try (Connection connection = database.connect()) {
            return books(connection, null);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<KeptBook> of(Database database, long number) {
        return all(database).stream().filter(book -> book.number() == number).findFirst();
    }

    /// Those of one tariff, the first one first.
    public static List<KeptBook> ofTariff(Connection connection, String tariff) throws SQLException {
        return books(connection, tariff);
    }

    public static Optional<KeptBook> of(Connection connection, long number) throws SQLException {
        return books(connection, null).stream()
                .filter(book -> book.number() == number)
                .findFirst();
    }

    /// The contents in use that were published, by the ids of their tariffs.
    public static SortedMap<String, String> inUse(Connection connection) throws SQLException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(IN_USE)) {
            Rows.each(query, row -> contents.put(row.getString(1), row.getString(2)));
        }
        return contents;
    }

    /// How many were ever published. None is taken back, so that another count says that another is in use.
    public static long publications(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select count(*) from price_book_step where step = 'published'")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    /// The same.
    public static SortedMap<String, String> inUse(Database database) {
        try (Connection connection = database.connect()) {
            return inUse(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<KeptBook> books(Connection connection, @Nullable String tariff) throws SQLException {
        Map<Long, List<PriceBookStep>> steps = new HashMap<>();
        Map<Long, Long> publications = new HashMap<>();
        each(connection, STEPS, tariff, row -> {
            PriceBookStep step = step(row);
            steps.computeIfAbsent(row.getLong("book"), _ -> new ArrayList<>()).add(step);
            if (step.kind() == Kind.PUBLISHED) {
                publications.put(row.getLong("book"), row.getLong("change"));
            }
        });
        List<KeptBook> books = new ArrayList<>();
        each(connection, BOOKS, tariff, row -> books.add(book(row, steps.getOrDefault(row.getLong("id"), List.of()))));
        Map<String, Long> last = new HashMap<>();
        for (KeptBook book : books) {
            Long published = publications.get(book.number());
            if (published != null) {
                last.merge(book.tariff(), published, Math::max);
            }
        }
        return books.stream()
                .map(book -> {
                    Long published = publications.get(book.number());
                    return published != null && published < last.getOrDefault(book.tariff(), published)
                            ? book.in(PriceBookState.REPLACED)
                            : book;
                })
                .toList();
    }

    private static void each(Connection connection, String sql, @Nullable String tariff, Rows.Use use)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tariff);
            query.setString(2, tariff);
            Rows.each(query, use);
        }
    }

    private static KeptBook book(ResultSet row, List<PriceBookStep> steps) throws SQLException {
        return new KeptBook(
                row.getLong("id"),
                row.getString("tariff"),
                row.getString("content"),
                row.getString("digest"),
                row.getString("in_use"),
                steps.isEmpty()
                        ? PriceBookState.PROPOSED
                        : state(steps.getLast().kind()),
                row.getString("author"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                steps);
    }

    /// As if it were the last that was published.
    private static PriceBookState state(Kind last) {
        return switch (last) {
            case FOUND -> PriceBookState.REPLACED;
            case APPROVED -> PriceBookState.APPROVED;
            case REFUSED -> PriceBookState.REFUSED;
            case WITHDRAWN -> PriceBookState.WITHDRAWN;
            case PUBLISHED -> PriceBookState.IN_USE;
        };
    }

    private static PriceBookStep step(ResultSet row) throws SQLException {
        return new PriceBookStep(
                Kind.ofCode(row.getString("step")),
                Rows.dateOrNull(row, "day"),
                row.getString("author"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }
}
