package org.taswiya.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.privacy.IdentityNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.privacy.Identities.Answer;
import org.taswiya.store.privacy.Identities.Rekeyed;
import org.taswiya.store.privacy.Identities.Use;

/// Numbers of identity cards: kept so that only the key of that customer's number reads them.
final class IdentitiesTest {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Change WHY = new Change(Instant.parse("2026-01-05T12:00:00Z"), "clerk", "counter");
    private static final IdentityKey OLD = key("0");
    private static final IdentityKey NEW = key("a");

    private final Database database = TestDatabases.fresh();

    private static IdentityKey key(String digit) {
        return IdentityKey.parse(digit.repeat(64) + "\n").orElseThrow();
    }

    private static IdentityNumber number(String digits) {
        return IdentityNumber.parse(digits).orElseThrow();
    }

    @BeforeEach
    void twoCustomers() throws SQLException {
        execute("insert into change values (1, '2020-06-03T00:00Z', 'test', 'start')");
        execute(
                "insert into customer values ('P1', 'household', 'ا', 'A', 'ar', 1), ('P2', 'household', 'ب', 'B', 'ar',"
                        + " 1)");
        Identities.set(database, "P1", number("AB123456"), OLD, CHANCE, WHY);
        Identities.set(database, "P2", number("BK777777"), OLD, CHANCE, WHY);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private Answer shown(String customer, IdentityKey key) {
        return Identities.look(database, customer, key, Use.SHOW, WHY);
    }

    @Test
    void theKeyOpensItAndWhoLookedIsWrittenDown() throws SQLException {
        assertThat(shown("P1", OLD)).isEqualTo(new Answer.Known(number("ab 123456")));
        assertThat(texts("select customer || ' ' || use || ' ' || author from identity_use join change on id = change"
                        + " order by change"))
                .containsExactly("P1 set clerk", "P2 set clerk", "P1 show clerk");
    }

    @Test
    void anotherKeyIsSaidAndWritesNothing() throws SQLException {
        assertThat(shown("P1", NEW)).isEqualTo(new Answer.OtherKey("P1", OLD.fingerprint()));
        assertThat(texts("select use from identity_use")).containsExactly("set", "set");
    }

    /// Whoever can write into the database cannot give one customer the number of another.
    @Test
    void aNumberIsBoundToItsCustomer() throws SQLException {
        execute("create temp table t as select * from customer_identity; delete from customer_identity where customer ="
                + " 'P1'; update customer_identity set customer = 'P1'");
        assertThat(shown("P1", OLD)).isEqualTo(new Answer.Altered("P1"));
        execute(
                "update customer_identity set number = set_byte(number, 0, 255 - get_byte(number, 0)), customer = 'P2'");
        assertThat(shown("P2", OLD)).isEqualTo(new Answer.Altered("P2"));
    }

    @Test
    void theSameNumberIsNeverKeptTheSame() throws SQLException {
        List<String> before = texts("select encode(nonce || number, 'hex') from customer_identity order by customer");
        Identities.set(database, "P1", number("AB123456"), OLD, CHANCE, WHY);
        assertThat(texts("select encode(nonce || number, 'hex') from customer_identity order by customer"))
                .hasSize(2)
                .doesNotContain(before.getFirst())
                .contains(before.getLast());
    }

    /// In no table, and in none of its neighbours' words.
    @Test
    void neitherNumberNorKeyIsInTheBooks() throws SQLException {
        shown("P1", OLD);
        for (String table : texts("select tablename from pg_tables where schemaname = 'public'")) {
            assertThat(String.join(" ", texts("select t::text from " + table + " t")))
                    .as(table)
                    .doesNotContain("AB123456", "0".repeat(64), "4142313233343536");
        }
    }

    @Test
    void anotherKeyForAllOrNone() throws SQLException {
        assertThat(Identities.rekey(database, OLD, NEW, CHANCE, WHY, true)).isEqualTo(new Rekeyed.All(2, 0));
        assertThat(shown("P1", OLD)).isInstanceOf(Answer.Known.class);
        assertThat(Identities.rekey(database, OLD, NEW, CHANCE, WHY, false)).isEqualTo(new Rekeyed.All(2, 0));
        assertThat(shown("P1", NEW)).isEqualTo(new Answer.Known(number("AB123456")));
        assertThat(shown("P2", OLD)).isEqualTo(new Answer.OtherKey("P2", NEW.fingerprint()));
        assertThat(Identities.rekey(database, OLD, NEW, CHANCE, WHY, false)).isEqualTo(new Rekeyed.All(0, 2));
        Identities.set(database, "P2", number("BK777777"), key("b"), CHANCE, WHY);
        assertThat(Identities.rekey(database, NEW, OLD, CHANCE, WHY, false))
                .isEqualTo(new Rekeyed.Not(new Answer.OtherKey("P2", key("b").fingerprint())));
        assertThat(shown("P1", NEW)).as("as it was").isInstanceOf(Answer.Known.class);
    }

    @Test
    void whatIsRemovedIsGone() throws SQLException {
        assertThat(Identities.remove(database, "P1", WHY)).isTrue();
        assertThat(Identities.remove(database, "P1", WHY)).isFalse();
        assertThat(shown("P1", OLD)).isEqualTo(new Answer.None());
        assertThat(texts("select use from identity_use order by change")).containsExactly("set", "set", "remove");
    }

    @ParameterizedTest
    @CsvSource({"'', false", "AB, false", "'ab 12.34-56', true", "رقم1234, false", "AB1234567890123456789, false"})
    void aNumberIsLettersAndDigits(String typed, boolean isOne) {
        assertThat(IdentityNumber.parse(typed).isPresent()).isEqualTo(isOne);
    }

    @Test
    void aNumberAndAKeyAreNotShownByAccident() {
        assertThat("" + number("AB123456") + new Answer.Known(number("AB123456")) + OLD)
                .doesNotContain("AB123456", "0".repeat(8));
    }
}
