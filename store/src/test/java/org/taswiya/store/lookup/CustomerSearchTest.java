package org.taswiya.store.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;

/// Who is found by what a caller says.
final class CustomerSearchTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 6, 3);

    private static Database database;

    @BeforeAll
    static void filled() throws SQLException {
        database = TestDatabases.fresh();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            SearchIndexes.make(connection);
            SearchIndexes.make(connection); // again is nothing
            statement.execute("insert into change values (1, '2020-01-01', 'test', 'test')");
            for (String customer : List.of(
                    "'K1', 'household', 'فاطمة الزهراء بنعلي', 'Fatima Zahra Benali'",
                    "'K2', 'household', 'أَحْمَد العلوي', 'Ahmed El-Alaoui'",
                    "'K3', 'professional', 'مقهى الأندلس', 'Café de l''Andalousie'",
                    "'K4', 'household', 'مصطفى التازي', 'Mustapha Tazi'")) {
                statement.execute("insert into customer values (" + customer + ", 'ar', 1)");
            }
            for (int i = 1; i <= 4; i++) {
                statement.execute("insert into customer_account values ('000000000" + i + "', 'K" + i + "', 1)");
                statement.execute(
                        "insert into premise values ('P" + i + "', '" + i + "2, rue Moulay Driss', 'Maârif', 1)");
                statement.execute("insert into usage_point values ('U" + i + "', 'P" + i + "', 'water', 1)");
                statement.execute("insert into service_agreement values ('C0000" + i + "', '000000000" + i + "', 'U" + i
                        + "', 't', 1, '2020-01-01', null, '2020-01-01', 1)");
                statement.execute("insert into meter (usage_point, installed_at, serial, decimals, multiplier, unit,"
                        + " first_value, change) values ('U" + i + "', '2020-01-01', 'W8-00" + i
                        + "', 0, 1, 'm3', 0, 1)");
                statement.execute("insert into contact_set values ('000000000" + i + "', 1, 'ar', '2020-01-01')");
                statement.execute("insert into contact values ('000000000" + i
                        + "', 1, 1, 'sms', '+21261234567" + i + "'), ('000000000" + i + "', 1, 2, 'email', 'A" + i
                        + "@Example.org')");
            }
            statement.execute("alter table payment disable trigger user"); // the money of it is not what is looked for
            statement.execute("insert into payment values (42, '0000000002', 100, 0, '2020-05-01', 'card', 'p', null,"
                    + " null, '', 1, 1)");
            statement.execute("insert into card_attempt values (7, 'p', '0000000003', 'all', 100, repeat('t', 32),"
                    + " '2020-05-01', '2020-05-02', 1)");
            // who has moved on to another number
            statement.execute("insert into change values (2, '2020-02-01', 'test', 'test')");
            statement.execute("insert into contact_set values ('0000000004', 2, 'ar', '2020-02-01')");
            statement.execute("insert into contact values ('0000000004', 2, 1, 'sms', '+212699999999')");
        }
    }

    private static String found(String typed) {
        return String.join(
                " ",
                CustomerSearch.find(database, typed, TODAY).stream()
                        .map(found -> found.account().substring(9))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            reference              | 0000000002              | 2
            referenceAsPrinted     | 0000 000 002            | 2
            arabicDigits           | ٠٠٠٠٠٠٠٠٠٢              | 2
            unknownReference       | 0000000009              | ''
            meter                  | W8-003                  | 3
            meterInSmallLetters    | w8-003                  | 3
            meterWithoutItsHyphen  | w8003                   | 3
            meterInArabicDigits    | W٨-٠٠٣                  | 3
            endOfAMeter            | 8004                    | 4
            partOfAMeter           | 8-00                    | ''
            beginningOfMeters      | W8-00                   | 1 2 3 4
            receipt                | R0000000042BQ           | 2
            receiptAsItIsRead      | r 0000 000 042 bq       | 2
            receiptThatIsNone      | R0000000043BQ           | ''
            cardPayment            | CP0000000007            | 3
            cardPaymentInWords     | cp 0000 000 007         | 3
            cardPaymentThatIsNone  | CP0000000008            | ''
            agreement              | C00003                  | 3
            usagePoint             | u2                      | 2
            premise                | P2                      | 2
            phoneAsDialled         | 0612345671              | 1
            phoneWithSpaces        | 06 12 34 56 71          | 1
            phoneWithItsCountry    | +212 612 345 671        | 1
            phoneWithTwoZeros      | 00212612345671          | 1
            phoneGivenUp           | 0612345674              | ''
            phoneThatCameAfter     | 0699999999              | 4
            partOfAPhone           | 345671                  | ''
            mail                   | a1@example.org          | 1
            mailInCapitals         | A1@EXAMPLE.ORG          | 1
            latin                  | Fatima                  | 1
            latinCapitals          | BENALI                  | 1
            wordsInAnyOrder        | benali fatima           | 1
            partOfAWord            | stapha                  | 4
            accents                | cafe                    | 3
            apostrophe             | l'andalousie            | 3
            hyphenAsSpace          | el alaoui               | 2
            arabic                 | فاطمة                   | 1
            taaMarbutaAsHaa        | فاطمه                   | 1
            alefWithoutHamza       | احمد                    | 2
            vowelSigns             | فَاطِمَة                  | 1
            yaaAsAlefMaqsura       | بنعلى                   | 1
            alefMaqsuraAsYaa       | مصطفي                   | 4
            misheardT              | مستفى                   | 4
            stretched              | فاطـــمة                | 1
            misspeltLatin          | Mustafa Tazzi           | 4
            misspeltLatinName      | Fatma Zahra             | 1
            swapped                | Ahemd                   | 2
            swappedInArabic        | امحد                    | 2
            swappedWithTheBlank    | Ahme del-Alaoui         | 2
            swappedInAPlace        | 32, rue Muolay          | 3
            swappedTwice           | Ahedm                   | ''
            swappedASign           | 😀Ahemd                  | 2
            address                | 22, rue Moulay          | 2
            streetOfAll            | moulay driss            | 1 2 3 4
            areaWithoutAccent      | maarif 32               | 3
            tooShort               | fa                      | ''
            signsOnly              | %%%                     | ''
            anyLetterOfASql        | ___                     | ''
            nothingLikeIt          | xyzzyx                  | ''
            """)
    void anAccountIsFoundByWhatACallerSays(String trap, String typed, String accounts) {
        assertThat(found(typed)).isEqualTo(accounts);
    }

    @Test
    void aNulAndAVeryLongTextAreNobody() {
        assertThat(found("\u0000")).isEmpty();
        assertThat(found("x".repeat(10_000))).isEmpty();
    }

    /// Whoever is erased is found no more: there is no copy.
    @Test
    void eachLookUpByNameAndPlaceGoesByItsIndex() throws SQLException {
        for (String sql : List.of(
                "select from customer c where search_key(c.arabic_name || ' ' || c.latin_name) like '%benali%'",
                "select from customer c where 'benaly' <% search_key(c.arabic_name || ' ' || c.latin_name)",
                "select from premise p where search_key(p.address || ' ' || p.area) like '%maarif%'",
                "select from meter m where upper(replace(m.serial, '-', '')) like '%8003%'",
                "select from contact x where x.channel = 'sms' and reverse(x.address) collate \"C\" >= '176'"
                        + " and reverse(x.address) collate \"C\" < '176~'",
                "select from contact x where x.channel = 'email' and lower(x.address collate \"C\") = 'a'")) {
            try (Connection connection = database.connect();
                    PreparedStatement off = connection.prepareStatement("set enable_seqscan = off");
                    PreparedStatement query = connection.prepareStatement("explain " + sql)) {
                off.execute();
                assertThat(String.join("\n", Rows.list(query, row -> row.getString(1))))
                        .as(sql)
                        .containsPattern(
                                "Index (Only )?Scan (on|using) ((customer|premise|meter)_searched|contact_by)");
            }
        }
    }

    /// However few there are, and PostgreSQL would read them all: with a million it must not, and would where it
    /// expects many of two names together.
    @ParameterizedTest
    @ValueSource(strings = {"Fatima Alaoui", "Moulay", "Mustafa Tasi", "0000000001"})
    void noTableIsReadWhole(String typed) throws SQLException {
        long before = readWhole();
        CustomerSearch.find(database, typed, TODAY);
        CustomerSearch.hits(database, typed, TODAY);
        assertThat(readWhole()).isEqualTo(before);
    }

    /// What a connection has read is counted when it ends.
    private static long readWhole() throws SQLException {
        try (Connection connection = database.connect()) {
            while (number(connection, """
                    select count(*) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                        and backend_type = 'client backend'""") > 0) {
                Thread.onSpinWait();
            }
            return number(connection, """
                    select sum(seq_scan)::bigint from pg_stat_user_tables
                    where relname in ('customer', 'premise', 'customer_account')""");
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }
}
