package org.taswiya.store.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taswiya.store.Rows;

/// Finds accounts by the words of a name or of a place, in small Latin letters as `search_key` has them.
///
/// The indexes know parts of three letters. They are no help with a word that very many have: to list all who have it
/// takes longer than a page may. Where PostgreSQL expects so many, a few that lie all over the table are looked at
/// first, one by one: what one of thirty has fills a screen there. What is found by them is what the index finds too.
final class WordSearch {
    /// The indexes know parts of so many letters. A shorter word, such as the number of a house, is the beginning of
    /// one.
    static final int LETTERS_LEAST = 3;

    /// Where so many are expected, some are looked at one by one.
    static final int VERY_MANY = 40_000;

    /// So many, a page of the table here and there, the same each time.
    private static final String SOME = """
            (select * from {table} tablesample system (least(100, 60000.0 / greatest(1, (
                select c.reltuples from pg_class c where c.oid = '{table}'::regclass)))) repeatable (1) limit 600)""";

    private static final Pattern EXPECTED = Pattern.compile("\"Plan Rows\": ([0-9]+)");

    /// Where so many are expected PostgreSQL has seen some when it analysed the table: somebody has it.
    private static final int SEEN = 1_000;

    /// So many of a table are found at most.
    private static final int SCREEN = 20;

    /// Of names that are very common five hundred are looked at, so that nobody waits for all of them.
    private static final int LOOKED_MOST = 500;

    /// A word is less like another than a whole name is: of six letters two that change places leave a quarter. Where
    /// very many have the other words, too many that are not so much alike after all would be looked at for the first.
    private static final List<String> WORD_LIKENESS = List.of("0.5", "0.25");

    private final Connection connection;
    private final int veryMany;

    /// @param veryMany rows, such as [#VERY_MANY]
    WordSearch(Connection connection, int veryMany) {
        this.connection = connection;
        this.veryMany = veryMany;
    }

    /// Where it is looked for.
    enum Among {
        CUSTOMERS("customer", "search_key(x.arabic_name || ' ' || x.latin_name)", """
                select a.reference as account
                from ({found}) f join customer_account a on a.customer = f.reference"""),

        /// Who is served there now, before those who were.
        PREMISES("premise", "search_key(x.address || ' ' || x.area)", """
                select s.account
                from ({found}) f
                join usage_point u on u.premise = f.reference
                join service_agreement s on s.usage_point = u.reference
                order by s.to_day desc nulls first, s.account limit 40""");

        private final String table;

        /// Of a row `x`.
        private final String key;

        private final String accounts;

        Among(String table, String key, String accounts) {
            this.table = table;
            this.key = key;
            this.accounts = accounts;
        }

        /// What its index is on.
        String indexed() {
            return key.replace("x.", "");
        }

        private String some() {
            return SOME.replace("{table}", table);
        }

        private String accounts(String rows, String which, String order) {
            String some = "select * from " + rows + " x where " + which + " limit " + LOOKED_MOST;
            return accounts.replace(
                    "{found}", "select x.reference from (" + some + ") x " + order + " limit " + SCREEN);
        }

        private String closest() {
            return "order by ? <<-> " + key + ", 1";
        }
    }

    private static List<String> words(String key) {
        return List.of(key.split(" ", -1));
    }

    /// Whether no word has as many letters as the indexes know.
    static boolean isTooShort(String key) {
        return words(key).stream().allMatch(WordSearch::isShort);
    }

    /// Every word is a part of it, whatever stands between.
    ///
    /// @param most so many are enough
    List<String> byParts(Among among, String key, int most) throws SQLException {
        List<String> words = words(key);
        List<String> found = areVeryMany(among, words)
                ? list(among.accounts(among.some(), haveAll(among, words), ""), parts(words))
                : List.of();
        return found.size() >= most
                ? found
                : list(among.accounts(among.table, haveAllListed(among, words), ""), parts(words));
    }

    /// The same where it is most likely nobody's: nothing is asked of how many have which word.
    List<String> had(Among among, String key) throws SQLException {
        List<String> words = words(key);
        return list(among.accounts(among.table, haveAll(among, words), ""), parts(words));
    }

    private static String haveAll(Among among, List<String> words) {
        return String.join(" and ", words.stream().map(word -> has(among, word)).toList());
    }

    /// The same for the index: a word that most have is looked for in those alone who have the others, and not listed.
    private String haveAllListed(Among among, List<String> words) throws SQLException {
        long all = expected(among, "true");
        List<String> each = new ArrayList<>();
        boolean isListed = false;
        for (String word : words) {
            boolean isOfMost = expected(among, has(among, word), part(word)) * 2 >= all;
            isListed = isListed || !isOfMost;
            each.add(isOfMost ? has(among, word).replace(among.key, "(" + among.key + " || '')") : has(among, word));
        }
        return isListed ? String.join(" and ", each) : haveAll(among, words);
    }

    private static String[] parts(List<String> words) {
        return words.stream().map(WordSearch::part).toArray(String[]::new);
    }

    private static boolean isShort(String word) {
        return word.length() < LETTERS_LEAST;
    }

    private static String has(Among among, String word) {
        return among.key + (isShort(word) ? " ~ ?" : " like ?");
    }

    private static String part(String word) {
        return isShort(word) ? "(^| )" + word : "%" + word + "%";
    }

    /// Whether very many are expected to have all of the words.
    private boolean areVeryMany(Among among, List<String> words) throws SQLException {
        return expected(among, haveAll(among, words), parts(words)) >= veryMany;
    }

    /// How many rows PostgreSQL expects, as it knows from those that it has looked at when it analysed the table.
    private long expected(Among among, String which, String... values) throws SQLException {
        String plan = list("explain (format json) select from " + among.table + " x where " + which, values)
                .getFirst();
        Matcher rows = EXPECTED.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    /// Where one word is misspelt and another is not: those words that somebody has are parts of it, and to each of the
    /// others a word of it is alike. None where that is so of all words, or of none.
    List<String> byAlikeWords(Among among, String key) throws SQLException {
        List<String> words = words(key);
        List<String> had = had(among, words);
        List<String> others = words.stream().filter(word -> !had.contains(word)).toList();
        if (had.isEmpty() || others.isEmpty()) {
            return List.of();
        }
        String which = haveAll(among, had) + (" and ? <% " + among.key).repeat(others.size());
        String[] values = Stream.of(had.stream().map(WordSearch::part), others.stream(), Stream.of(key))
                .flatMap(one -> one)
                .toArray(String[]::new);
        List<String> found = List.of();
        for (String likeness :
                areVeryMany(among, had) ? WORD_LIKENESS.reversed().subList(0, 1) : WORD_LIKENESS) {
            if (found.isEmpty()) {
                liken(likeness);
                found = list(among.accounts(among.table, which, among.closest()), values);
            }
        }
        return found;
    }

    /// Those words that somebody has, and those that are too short to say.
    private List<String> had(Among among, List<String> words) throws SQLException {
        List<String> had = new ArrayList<>();
        for (String word : words) {
            String one = "select x.reference from " + among.table + " x where " + has(among, word) + " limit 1";
            if (isShort(word)
                    || expected(among, has(among, word), part(word)) >= Math.min(SEEN, veryMany)
                    || !list(one, part(word)).isEmpty()) {
                had.add(word);
            }
        }
        return had;
    }

    /// All of it is alike, the most alike first. Where each word is that of very many, nothing of it is rare, and who
    /// is alike is looked for among some.
    ///
    /// @param likeness from 0 to 1
    List<String> alike(Among among, String key, String likeness) throws SQLException {
        boolean isCommon = true;
        for (String word : words(key)) {
            isCommon = isCommon && areVeryMany(among, List.of(word));
        }
        liken(likeness);
        String rows = isCommon ? among.some() : among.table;
        return list(among.accounts(rows, "? <% " + among.key, among.closest()), key, key);
    }

    private void liken(String likeness) throws SQLException {
        list("select set_config('pg_trgm.word_similarity_threshold', ?, true)", likeness);
    }

    private List<String> list(String sql, String... values) throws SQLException {
        return list(connection, sql, values);
    }

    /// Each once.
    static List<String> list(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            return new ArrayList<>(new LinkedHashSet<>(Rows.list(query, row -> row.getString(1))));
        }
    }
}
