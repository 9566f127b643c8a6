package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.store.privacy.CustomerExport;
import org.taswiya.store.privacy.ExportPart;

/// Two customers in one flat, one after the other: each is told all of their own and nothing of the other's.
final class CustomerExportTest {
    private final OneFlat flat = new OneFlat(TestDatabases.fresh());

    @BeforeEach
    void oneAfterTheOther() throws SQLException {
        flat.fill(3);
        flat.read("2020-01-10", 940);
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.read("2020-03-01", 1_111);
        flat.bill("2020-03-01");
        flat.pay(1, "20.00", "2020-03-05");
        flat.transfer("C00001", 2, "2020-03-16", 1_150L);
        flat.read("2020-04-01", 1_222);
        flat.bill("2020-04-01");
        flat.pay(2, "10.00", "2020-04-05");
        seen(1, "2020-02-20");
        seen(2, "2020-03-20");
        execute(
                "insert into delegate values (1, '0000000001', '0000000002', 'pay', '2020-03-20', '2020-04-03', 1)",
                "insert into delegate_end values (1, false, '2020-03-21', 1)",
                "insert into own_photo values ('U1', '2020-03-10', 1, '\\x01'), ('U1', '2020-03-16', 1, '\\x02')");
    }

    @Test
    void ofPhotosEachIsGivenThoseOfTheirOwnDays() {
        assertThat(exported("P1").get("own_photo")).singleElement().asString().contains("2020-03-10", "AQ==");
        assertThat(exported("P2").get("own_photo")).singleElement().asString().contains("2020-03-16", "Ag==");
    }

    /// Who is asked is told that they are, and not by whom; whoever asked is not told that somebody has said no.
    @Test
    void ofAQuestionThatWasDeclinedEachIsToldTheirSide() {
        assertThat(exported("P1").get("delegate")).singleElement().asString().contains("\"0000000001\"");
        assertThat(exported("P1")).doesNotContainKey("delegate_end");
        assertThat(exported("P2").get("delegate")).singleElement().asString().doesNotContain("\"0000000001\"");
        assertThat(exported("P2").get("delegate_end")).hasSize(1);
    }

    /// That there is a password or a passkey, and when it was used; nothing by which anybody could sign in.
    @Test
    void ofWaysInNoSecretIsTold() throws SQLException {
        execute(
                "insert into account_password values ('0000000001', 1, '$argon2id$secret')",
                "insert into passkey_holder values ('P1', sha256('secret'), 1)",
                "insert into passkey select 1, 'P1', sha256('c'), 'my telephone', '\\x01', '\\x01', 'usb', 0, false,"
                        + " false, 1",
                "insert into passkey_use values (1, 1, '2020-03-20Z', 1, false)");
        Map<String, List<String>> told = exported("P1");
        assertThat(told.get("account_password")).hasSize(1);
        assertThat(told.get("passkey")).singleElement().asString().contains("my telephone");
        assertThat(told.get("passkey_use")).hasSize(1);
        assertThat(told.toString()).doesNotContain("argon2id", "public_key", "attestation", "handle", "credential");
        assertThat(exported("P2")).doesNotContainKeys("account_password", "passkey", "passkey_holder", "passkey_use");
    }

    /// Whatever else the books may have about somebody, with a word of theirs in it.
    private void seen(int who, String on) throws SQLException {
        String account = OneFlat.account(who);
        String change = "(select max(id) from change)";
        String word = "'only-" + who + "'";
        execute(
                "insert into change select max(id) + 1, timestamptz '2020-03-03 12:00Z', 'clerk', " + word
                        + " from change",
                "insert into visit values ('U1', '" + on + "T09:00Z', " + word + ", null, null, null, null, " + change
                        + ")",
                "insert into suspect_reading values ('U1', '" + on + "', " + change + ", 1, 'actual', 5, 'kWh', " + word
                        + ", 'suspect', 0, 0)",
                "insert into suspect_finding values ('U1', '" + on + "', " + change + ", 1, 1, 'r', 'suspect', " + word
                        + ", '')",
                "insert into vacancy values ('L1', '" + on + "', date '" + on + "' + 2, " + change + ")",
                "insert into contact_set values ('" + account + "', " + change + ", 'fr', '" + on + "')",
                "insert into contact values ('" + account + "', " + change + ", 1, 'email', " + word + ")",
                "insert into contact_code values (" + who + ", '" + account + "', 'email', " + word + ", '77123" + who
                        + "', '" + on + "T10:00Z', " + change + ")",
                "insert into contact_code_try values (" + who + ", 1, true, " + change + ")",
                "insert into sign_in_code values (" + who + ", '" + account + "', '77123" + who + "', '" + on
                        + "T10:00Z', " + change + ")",
                "insert into sign_in_code_try values (" + who + ", 1, true, " + change + ")",
                "insert into message_preference values ('" + account + "', 'payment', " + change + ", '" + on
                        + "', false, '{}', null)",
                "insert into announcement values ('contact-code', 'K" + who + "', '" + account + "', '{\"code\":\"77123"
                        + who + "\",\"minutes\":\"30\"}', " + change + ")",
                "insert into message (cause_kind, cause, account, channel, language, address, priority, key, state,"
                        + " not_before, attempts, queued_at, change) values ('contact-code', 'K" + who + "', '"
                        + account + "', 'email', 'fr', " + word + ", 1, " + word + ", 'queued', now(), 0, now(), "
                        + change + ")",
                "insert into message_attempt select id, 1, 'begun', key, now() from message where account = '" + account
                        + "'",
                "insert into dispute values (" + who + ", '" + account + "', 'bill', (select number from open_item"
                        + " where account = '" + account + "' limit 1), 5, false, 'high', " + word + ", '2020-04-10',"
                        + " '2020-05-10', " + change + ")",
                "insert into dunning_stop values (" + who + ", '" + account + "', 'dispute', null, null, '2020-04-10', "
                        + change + ")");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = flat.database().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// The rows of an export by table; the changes under `change`.
    private Map<String, List<String>> exported(String customer) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        CustomerExport.execute(flat.database(), customer, new CustomerExport.Listener() {
            private String table = "";

            @Override
            public void part(ExportPart part) {}

            @Override
            public void table(String name) {
                table = name;
            }

            @Override
            public void row(String json) {
                told.computeIfAbsent(table, _ -> new ArrayList<>()).add(json);
            }

            @Override
            public void changesFollow() {
                table = "change";
            }

            @Override
            public void end() {}
        });
        return told;
    }

    @Test
    void eachIsToldTheirOwnAndNothingOfTheOther() {
        Map<String, List<String>> first = exported("P1");
        Map<String, List<String>> second = exported("P2");
        for (String table : List.of(
                "visit",
                "suspect_reading",
                "suspect_finding",
                "contact",
                "contact_code",
                "message",
                "message_attempt",
                "dispute")) {
            assertThat(first.get(table)).as(table).singleElement().asString().contains("only-1");
            assertThat(second.get(table)).as(table).singleElement().asString().contains("only-2");
        }
        for (String table : List.of(
                "customer",
                "customer_account",
                "service_agreement",
                "premise",
                "usage_point",
                "meter",
                "vacancy",
                "contact_set",
                "contact_code_try",
                "sign_in_code",
                "sign_in_code_try",
                "message_preference",
                "dunning_stop",
                "payment")) {
            assertThat(first.get(table)).as(table).hasSize(1);
            assertThat(second.get(table)).as(table).hasSize(1);
        }
        assertThat(first.get("announcement"))
                .as("of a code, and of the agreement that ended")
                .hasSize(2);
        first.remove("delegate"); // it names whom they asked, as they typed it
        assertThat(first.toString())
                .doesNotContain("only-2", "\"P2\"", "\"0000000002\"", "C00002", "Client 2", "1222", "940");
        assertThat(second.toString())
                .doesNotContain("only-1", "\"P1\"", "\"0000000001\"", "C00001", "Client 1", "1111", "940");
        assertThat(first.get("change")).anySatisfy(row -> assertThat(row).contains("only-1", "clerk"));
    }

    /// The reading of the day on which one left and the other came is of both.
    @Test
    void ofAMeterItsDaysWithTheCustomerAreTold() {
        assertThat(exported("P1").get("reading"))
                .hasSize(3)
                .allMatch(row -> row.matches(".*\"value\": 1(000|111|150),.*"));
        assertThat(exported("P2").get("reading")).hasSize(2).allMatch(row -> row.matches(".*\"value\": 1(150|222),.*"));
        assertThat(exported("P1").get("meter"))
                .singleElement()
                .asString()
                .contains("\"serial\": \"M1\"")
                .doesNotContain("2018-01-01", "first_value", "\"change\"");
    }

    @Test
    void aCodeHasNoDigits() {
        assertThat(exported("P1").toString())
                .contains("contact_code", "sign_in_code", "\"minutes\": \"30\"")
                .doesNotContain("77123");
    }

    /// Nobody served, nothing billed: who they are is all there is.
    @Test
    void whoNeverTookAServiceIsToldWhoTheyAre() {
        assertThat(new TreeSet<>(exported("P3").keySet())).containsExactly("change", "customer", "customer_account");
    }
}
