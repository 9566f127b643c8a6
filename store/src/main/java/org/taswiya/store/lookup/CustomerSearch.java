package org.taswiya.store.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.lookup.WordSearch.Among;

/// Finds accounts by what a caller says: a reference, the number of a bill, a receipt, a card payment or a meter, a
/// telephone or e-mail address, a name in either script, a place.
///
/// What is exact is asked first. Meters are found by a part of their serial numbers, names and places by parts of
/// words; then, where that finds nobody, by the same with two letters that have changed places, by the words that
/// somebody has and what is alike to the others, and by all of it alike.
public final class CustomerSearch {
    /// So many are shown; whoever sees more than a screen does not read them.
    public static final int MOST = 20;

    /// So many are shown while somebody still types.
    public static final int HITS_MOST = 10;

    private static final int LONGEST = 200;

    /// Fewer digits than these begin too many references.
    private static final int DIGITS_LEAST = 4;

    private static final int PHONE_DIGITS_LEAST = 8;

    /// Shorter parts are in too many serial numbers.
    private static final String PART_OF_SERIAL = "(?=.*[0-9])[0-9A-Z]{4,}";

    /// What is very much alike first: of a million names ten times as many are half alike, and each is looked at.
    private static final List<String> LIKENESS = List.of("0.7", "0.5");

    static final String OF_METER = "upper(replace(m.serial, '-', ''))";

    private final Connection connection;
    private final LocalDate today;
    private final WordSearch words;

    private CustomerSearch(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
        this.words = new WordSearch(connection, WordSearch.VERY_MANY);
    }

    /// @return [#MOST] at most, the best first; none for what is too short to look for
    public static List<FoundAccount> find(Database database, String typed, LocalDate today) {
        try (Connection connection = database.connect()) {
            CustomerSearch search = begun(connection, today);
            Set<String> accounts = search.accounts(plain(typed));
            List<FoundAccount> found = search.told(accounts.stream().limit(MOST).toList());
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What can be said while somebody still types: what is exact, references that begin so, serial numbers that have
    /// it as a part, names and places that have every word as a part. Likeness takes too long for each letter, and
    /// waits until they have typed it all.
    ///
    /// @return [#HITS_MOST] at most; none for what is too short to look for
    public static List<FoundAccount> hits(Database database, String typed, LocalDate today) {
        try (Connection connection = database.connect()) {
            CustomerSearch search = begun(connection, today);
            Set<String> accounts = search.soFar(plain(typed));
            List<FoundAccount> found =
                    search.told(accounts.stream().limit(HITS_MOST).toList());
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Its settings are those of a transaction alone. No table is read row by row: PostgreSQL would, where it expects
    /// many of two common names together, and finds nobody for a minute when there is none. Each search has a plan of
    /// its own: one for all words would read meters in their order, which are few for one word and all for another. Nor
    /// is help called for: to wait for other processes takes longer than twenty rows do.
    private static CustomerSearch begun(Connection connection, LocalDate today) throws SQLException {
        connection.setAutoCommit(false);
        CustomerSearch search = new CustomerSearch(connection, today);
        search.list("select set_config('enable_seqscan', 'off', true)"
                + " || set_config('plan_cache_mode', 'force_custom_plan', true)"
                + " || set_config('max_parallel_workers_per_gather', '0', true)");
        return search;
    }

    private static String plain(String typed) {
        String said = typed.replace('\u0000', ' ').replaceAll("\\p{Cf}", "").strip();
        return said.substring(0, Math.min(LONGEST, said.length()));
    }

    private Set<String> soFar(String said) throws SQLException {
        String begin = TypedText.plain(said).replace(" ", "");
        if (begin.matches("[0-9]{" + DIGITS_LEAST + ",9}")) {
            List<String> begun = list(
                    "select reference from customer_account where reference >= ? and reference < ?"
                            + " order by reference limit " + HITS_MOST,
                    begin,
                    begin + "~");
            if (!begun.isEmpty()) {
                return new LinkedHashSet<>(begun);
            }
        }
        Set<String> exact = exact(said);
        if (!exact.isEmpty()) {
            return exact;
        }
        String key = key(said);
        return WordSearch.isTooShort(key) ? new LinkedHashSet<>(byPartOfSerial(said)) : byParts(said, key, HITS_MOST);
    }

    private Set<String> byParts(String said, String key, int most) throws SQLException {
        Set<String> found = new LinkedHashSet<>(byPartOfSerial(said));
        for (Among among : Among.values()) {
            if (found.size() < most) {
                found.addAll(words.byParts(among, key, most));
            }
        }
        return found;
    }

    private Set<String> accounts(String said) throws SQLException {
        Set<String> exact = exact(said);
        if (!exact.isEmpty()) {
            return exact;
        }
        String key = key(said);
        if (key.replace(" ", "").length() < WordSearch.LETTERS_LEAST) {
            return Set.of();
        }
        Set<String> found = byParts(said, key, MOST);
        if (found.isEmpty()) {
            found.addAll(bySwapped(said, key));
        }
        for (Among among : Among.values()) {
            if (found.isEmpty()) {
                found.addAll(words.byAlikeWords(among, key));
            }
        }
        for (String likeness : LIKENESS) {
            for (Among among : Among.values()) {
                if (found.isEmpty()) {
                    found.addAll(words.alike(among, key, likeness));
                }
            }
        }
        return found;
    }

    /// A word that nobody has costs the index nothing, so that each that may be meant is asked for.
    private List<String> bySwapped(String said, String key) throws SQLException {
        List<String> meant = Swapped.of(said.replaceAll("\\s+", " "));
        List<String> keys = list(
                "select search_key(v.typed) from unnest(string_to_array(?, chr(10))) with ordinality v (typed, place)"
                        + " order by v.place",
                String.join("\n", meant));
        for (Among among : Among.values()) {
            for (String one : keys) {
                List<String> found = one.equals(key) || WordSearch.isTooShort(one) ? List.of() : words.had(among, one);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private Set<String> exact(String said) throws SQLException {
        Set<String> found = new LinkedHashSet<>();
        String plain = TypedText.number(said).replaceAll("[().]", "");
        if (plain.matches("[0-9]{10}")) {
            found.addAll(list("select reference from customer_account where reference = ?", plain));
        }
        if (found.isEmpty() && plain.matches("[0-9]{10}[A-Z]{2}")) {
            found.addAll(list(
                    "select account from bill where serial = ?::bigint and bill_number(serial) = ?",
                    plain.substring(0, 10),
                    plain));
        }
        ReceiptNumber receipt = found.isEmpty() ? ReceiptNumber.parse(plain).orElse(null) : null;
        if (receipt != null) {
            found.addAll(list("select account from payment where serial = ?::bigint", Long.toString(receipt.serial())));
        }
        long attempt = CardAttempt.idOf(plain);
        if (attempt > 0) {
            found.addAll(list("select account from card_attempt where id = ?::bigint", Long.toString(attempt)));
        }
        if (found.isEmpty() && plain.matches("[+]?[0-9]{8,15}")) {
            found.addAll(byPhone(plain.replaceAll("^[+]?0*", "")));
        }
        if (found.isEmpty() && said.contains("@")) {
            found.addAll(list(
                    "select x.account from contact x"
                            + " where x.channel = 'email' and lower(x.address collate \"C\") = ? and "
                            + COUNTS,
                    said.toLowerCase(Locale.ROOT),
                    today.toString()));
        }
        if (found.isEmpty() && plain.matches(".*[0-9].*")) {
            found.addAll(byThing(TypedText.plain(said).replace(" ", "")));
        }
        return found;
    }

    /// The address belongs to the ladder that holds today.
    private static final String COUNTS = """
            x.change = (select n.change from contact_set n
                        where n.account = x.account and n.since <= ?::date order by n.since desc, n.change desc limit 1)
            """;

    private List<String> byPhone(String digits) throws SQLException {
        if (digits.length() < PHONE_DIGITS_LEAST) {
            return List.of();
        }
        String end = new StringBuilder(digits).reverse().toString();
        return list(
                "select x.account from contact x where x.channel = 'sms' and reverse(x.address) collate \"C\" >= ?"
                        + " and reverse(x.address) collate \"C\" < ? and "
                        + COUNTS + " limit 20",
                end,
                end + "~",
                today.toString());
    }

    /// A meter, an agreement, a usage point, a premise.
    private List<String> byThing(String reference) throws SQLException {
        String upper = reference.toUpperCase(Locale.ROOT);
        return list("""
                select a.account from service_agreement a
                where a.usage_point in (
                    select m.usage_point from meter m where m.serial in (?, ?)
                    union select u.reference from usage_point u where u.reference in (?, ?) or u.premise in (?, ?))
                union all select a.account from service_agreement a where a.reference = ?
                order by 1 limit 20""", reference, upper, reference, upper, reference, upper, upper);
    }

    private static final String PARTLY_OF_SERIAL = """
            select a.account
            from (select m.usage_point from meter m where {serial} like ? order by m.serial limit 20) f
            join service_agreement a on a.usage_point = f.usage_point
            order by a.to_day desc nulls first, a.account limit 20""".replace("{serial}", OF_METER);

    /// As much of a meter's serial number as somebody can read, with hyphens or without.
    private List<String> byPartOfSerial(String said) throws SQLException {
        String part = TypedText.number(said);
        return part.matches(PART_OF_SERIAL) ? list(PARTLY_OF_SERIAL, "%" + part + "%") : List.of();
    }

    private String key(String said) throws SQLException {
        return list("select search_key(?)", said).getFirst();
    }

    private List<String> list(String sql, String... values) throws SQLException {
        return WordSearch.list(connection, sql, values);
    }

    /// One account, as a search would tell of it.
    public static Optional<FoundAccount> account(Database database, String reference) {
        try (Connection connection = database.connect()) {
            return new CustomerSearch(connection, LocalDate.EPOCH)
                    .told(List.of(reference)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Whose a bill is.
    public static Optional<String> accountOfBill(Database database, BillNumber number) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select account from bill where serial = ?")) {
            query.setLong(1, number.serial());
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private List<FoundAccount> told(List<String> accounts) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select a.reference, a.customer, c.arabic_name, c.latin_name, coalesce(p.address, '') as address,
                       coalesce((select sum(i.open) from open_item i where i.account = a.reference), 0)
                       - coalesce((select sum(i.open) from open_credit i where i.account = a.reference), 0) as due
                from unnest(?::text[]) with ordinality as w (account, place)
                join customer_account a on a.reference = w.account collate "C"
                join customer c on c.reference = a.customer
                left join lateral (
                    select e.address from service_agreement s
                    join usage_point u on u.reference = s.usage_point join premise e on e.reference = u.premise
                    where s.account = a.reference order by s.to_day desc nulls first, s.reference limit 1) p on true
                order by w.place""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            return Rows.list(query, CustomerSearch::found);
        }
    }

    private static FoundAccount found(ResultSet row) throws SQLException {
        return new FoundAccount(
                row.getString("reference"),
                row.getString("customer"),
                row.getString("arabic_name"),
                row.getString("latin_name"),
                row.getString("address"),
                Money.ofMinor(Math.max(0, row.getLong("due"))));
    }
}
