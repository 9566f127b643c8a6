package org.taswiya.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.customer.Addressee;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;

/// Plain SQL, past all Java: what is written stays, and is erased by one way alone.
final class ErasureGuardTest {
    private static final Database DATABASE = TestDatabases.fresh();

    @BeforeAll
    static void oneWhoLeftAndOneWhoIsServed() throws SQLException {
        execute(
                "insert into change values (1, '2020-06-03T00:00Z', 'test', 'start')",
                "insert into customer values ('P1', 'household', 'ا', 'A', 'ar', 1),"
                        + " ('P2', 'household', 'ب', 'B', 'ar', 1)",
                "insert into customer_account values ('0000000001', 'P1', 1), ('0000000002', 'P2', 1)",
                "insert into premise values ('L1', 'here', 'Maarif', 1)",
                "insert into usage_point values ('U1', 'L1', 'electricity', 1)",
                "insert into service_agreement values"
                        + " ('C00001', '0000000001', 'U1', 't', 1, '2019-01-01', '2020-01-01', '2019-01-01', 1),"
                        + " ('C00002', '0000000002', 'U1', 't', 1, '2020-01-01', null, '2020-01-01', 1)",
                "insert into contact_set values ('0000000001', 1, 'fr', '2019-01-01'), ('0000000002', 1, 'fr',"
                        + " '2020-01-01')",
                "insert into contact values ('0000000001', 1, 1, 'email', 'a@x'), ('0000000002', 1, 1, 'email', 'b@x')",
                "insert into message_preference values ('0000000001', 'payment', 1, '2019-01-01', false, '{}', null)",
                "insert into contact_code values (1, '0000000001', 'sms', '+2', '123456', '2019-01-01T00:00Z', 1)",
                "insert into sign_in_code values (1, '0000000001', '654321', '2019-01-01T00:00Z', 1)",
                "insert into sign_in_code_try values (1, 1, true, 1)",
                "insert into announcement values ('payment', 'R1', '0000000001', '{\"a\": \"b\"}', 1)",
                message(1, "sent"),
                message(2, "failed"),
                message(3, "queued"),
                "insert into message_attempt select id, 1, 'put-off', '450 a@x', '2020-01-01T00:00Z' from message",
                "insert into message_receipt (gateway, handle, state, said, at) values ('g', 'h', 'delivered', '+2',"
                        + " '2020-01-01T00:00Z'), ('g', 'h', 'delivered', '+3', '2020-01-01T00:00Z')",
                "insert into contact_bounce select '0000000001', 1, 1, min(id), '550 a@x', 1 from message",
                "insert into mandate (reference, account, iban, holder, signed_on, change) values ('M1', '0000000001',"
                        + " 'MA64011519000001205000534921', 'A', '2019-01-01', 1)",
                "insert into dispute values (1, '0000000001', 'bill', '1', 5, false, 'high', 'letter of A',"
                        + " '2019-04-10', '2019-05-10', 1)",
                "insert into change values (2, '2020-06-03T00:00Z', 'clerk', 'A is ill'),"
                        + " (3, '2020-06-03T00:00Z', 'clerk', 'A and B'),"
                        + " (4, '2020-06-03T00:00Z', 'clerk', 'B is ill'),"
                        + " (5, '2020-06-03T00:00Z', 'clerk', 'A again')",
                "insert into arrangement_refusal values ('0000000001', '2019-05-01', 'agency', 12, 2),"
                        + " ('0000000001', '2019-05-02', 'agency', 12, 3),"
                        + " ('0000000002', '2020-05-02', 'agency', 12, 3),"
                        + " ('0000000002', '2020-05-01', 'agency', 12, 4)",
                "insert into dispute_end (dispute, ended_on, change) values (1, '2019-05-05', 5)",
                "insert into visit (usage_point, at, remark, change) values"
                        + " ('U1', '2019-03-01T09:00Z', 'A is deaf', 1),"
                        + " ('U1', '2020-01-01T09:00Z', 'between', 1), ('U1', '2020-02-01T09:00Z', 'B', 1),"
                        + " ('U1', '2019-04-01T09:00Z', null, 1)");
    }

    private static String message(int cause, String state) {
        return "insert into message (cause_kind, cause, account, channel, language, address, priority, key, state,"
                + " not_before, attempts, queued_at, sent_at, change) values ('bill', '" + cause
                + "', '0000000001', 'email', 'fr', 'a@x', 1, 'k" + cause + "', '" + state
                + "', '2020-01-01T00:00Z', 1, '2020-01-01T00:00Z', "
                + (state.equals("sent") ? "'2020-01-02T00:00Z'" : "null") + ", 1)";
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update announcement set facts = '{}'",
                "delete from announcement",
                "truncate announcement",
                "update message set address = '[...]'",
                "update message set address = 'c@x' where state = 'queued'",
                "delete from message_attempt",
                "update message_attempt set said = '[...]'",
                "update message_receipt set said = '[...] 1'",
                "update contact_code set code = '[...]'",
                "delete from contact_code",
                "update sign_in_code set code = '[...]'",
                "update sign_in_code set until = '2030-01-01T00:00Z'",
                "delete from sign_in_code",
                "update sign_in_code_try set is_right = false",
                "delete from sign_in_code_try",
                "truncate sign_in_code, sign_in_code_try",
                "update contact set address = 'c@x'",
                "delete from contact",
                "truncate contact, contact_bounce",
                "delete from message_preference",
                "delete from contact_bounce",
                "update contact_bounce set said = '[...]'",
                "update message_preference set is_wanted = true",
                "update mandate set holder = '[...]'",
                "update bank_transaction set party = '[...]'",
                "delete from refund",
                "update connection_application set applicant = '[...]'",
                "update dispute set evidence = '[...]'",
                "update returned_mail set address = '[...]'",
                "update adjustment set evidence = '[...]'",
                "update change set reason = '[...]'",
                "update change set author = '[...]'",
                "delete from change",
                "update visit set remark = '[...]'",
                "delete from visit",
                "update bank_transaction set remittance = '[...]'",
                "update erasure set erased = 5",
                "delete from erasure",
                "delete from erasure_due",
                "update identity_use set use = 'set'",
                "delete from identity_use"
            })
    void whatIsWrittenStays(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("refused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (1, 'name', 'P2', null, 'r', 0, 1)             | P2 is served
            (1, 'contact', 'P2', null, 'r', 0, 1)          | P2 is served
            (1, 'facts', null, '2020-06-04', 'r', 0, 1)    | of what is not over
            (1, 'facts', null, '2020-06-01', 'r', 0, 9)    | without its change
            (1, 'name', null, '2020-06-01', 'r', 0, 1)     | violates check constraint
            (1, 'all', 'P1', null, 'r', 0, 1)              | case not found
            """)
    void anErasureThatGoesTooFarIsRefused(String values, String said) {
        assertThatThrownBy(() -> execute("insert into erasure values " + values))
                .hasMessageContaining(said);
    }

    /// What each erases, and how many rows it says.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'code', 'P1', null         | 2 | select concat(code, address) from contact_code               | [...][...]
            'code', null, '2020-01-01' | 2 | select concat(code, address) from contact_code               | [...][...]
            'code', null, '2018-01-01' | 0 | select code from contact_code                          | 123456
            'code', 'P1', null         | 2 | select code from sign_in_code                          | [...]
            'code', null, '2020-01-01' | 2 | select code from sign_in_code                          | [...]
            'code', null, '2018-01-01' | 0 | select code from sign_in_code                          | 654321
            'code', 'P1', null         | 2 | select concat(ordinal, is_right) from sign_in_code_try | 1t
            'facts', 'P1', null        | 1 | select concat(kind, cause, facts) from announcement        | paymentR1{}
            'facts', null, '2020-06-03'| 0 | select facts ->> 'a' from announcement                 | b
            'contact', 'P1', null      | 1 | select string_agg(address, ' ') from contact           | b@x
            'contact', 'P1', null      | 1 | select count(*) from contact_bounce                    | 0
            'preference', 'P1', null   | 1 | select count(*) from message_preference                | 0
            'address', 'P1', null      | 2 | select string_agg(address, ' ' order by id) from message | [...] [...] a@x
            'address', null, '2020-01-02' | 1 | select string_agg(address, ' ' order by id) from message | a@x [...] a@x
            'address','P1',null|2|select string_agg(said,' ' order by message) from message_attempt|[...] [...] 450 a@x
            'address', null, '2020-01-02'|1|select string_agg(said,' ' order by id) from message_receipt|[...] 1 [...] 2
            'name', 'P1', null | 1 | select min(concat(arabic_name, latin_name)) from customer | [...][...]
            'name', 'P1', null | 1 | select concat(holder, iban) from mandate | [...]XX41ERASED0000000
            'name', 'P1', null         | 1 | select evidence from dispute                           | [...]
            'name','P1',null|1|select string_agg(reason, ';' order by id) from change|start;[...];A and B;B is ill;[...]
            'name','P1',null|1|select string_agg(author, ' ' order by id) from change|test clerk clerk clerk clerk
            'name', 'P1', null | 1 | select string_agg(remark, ' ' order by at) from visit | [...] [...] B
            'contact', 'P1', null | 1 | select reason from change where id = 2 | A is ill
            """)
    void anErasureErasesAndCounts(String what, long rows, String seen, String left) throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            assertThat(texts(
                            connection,
                            "insert into erasure (id, what, customer, older_than, rule, change) values (1, " + what
                                    + ", 'r', 1) returning erased"))
                    .containsExactly(Long.toString(rows));
            assertThat(texts(connection, seen)).containsExactly(left);
            connection.rollback();
        }
    }

    /// An erasure cannot be made to write anything else, whoever replaces what it does.
    @Test
    void nothingButTheMarkIsSet() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create or replace function erase_facts(accounts text[], older date) returns bigint"
                    + " language plpgsql as $$ begin update announcement set facts = '{\"a\": \"c\"}';"
                    + " return 1; end $$");
            assertThatThrownBy(
                            () -> statement.execute("insert into erasure values (1, 'facts', 'P1', null, 'r', 0, 1)"))
                    .hasMessageContaining("something else than the mark");
            connection.rollback();
        }
    }

    @Test
    void theMarkIsTheSameInJava() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            assertThat(texts(connection, "select erased_mark()")).containsExactly(Addressee.ERASED);
        }
    }
}
