package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.store.Change;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.privacy.CustomerErasure;
import org.taswiya.store.privacy.CustomerErasure.Answer;
import org.taswiya.store.privacy.Erased;
import org.taswiya.store.privacy.PrivacySweep;
import org.taswiya.store.privacy.PrivacySweep.Swept;

/// Somebody has lived in a flat from February to the middle of March 2020, and wants to be forgotten.
final class CustomerErasureTest {
    private static final PrivacyRules RULES = new PrivacyRules(7, 24, 12, 10);
    private static final Change WHY = new Change(Instant.parse("2032-01-05T12:00:00Z"), "clerk", "asked for it");
    private static final LocalDate SOON = LocalDate.of(2020, 6, 1);
    private static final LocalDate LATER = LocalDate.of(2031, 1, 1);

    private final OneFlat flat = new OneFlat(TestDatabases.fresh());

    @BeforeEach
    void twoOneAfterTheOther() throws SQLException {
        flat.fill(2);
        flat.moveIn(1, "2020-02-01", 1_000L);
        flat.read("2020-03-01", 1_111);
        flat.bill("2020-03-01");
        flat.transfer("C00001", 2, "2020-03-16", 1_150L);
        execute(
                "insert into contact_set values ('0000000001', 1, 'fr', '2020-02-01')",
                "insert into contact values ('0000000001', 1, 1, 'email', 'a@x')",
                "insert into announcement values ('payment', 'R1', '0000000001', '{\"a\": \"b\"}', 1)",
                "insert into message (cause_kind, cause, account, channel, language, address, priority, key, state,"
                        + " not_before, attempts, queued_at, change) values ('payment', 'R1', '0000000001', 'email',"
                        + " 'fr', 'a@x', 1, 'k', 'queued', '2020-03-01T00:00Z', 0, '2020-03-01T00:00Z', 1)",
                "insert into mandate (reference, account, iban, holder, signed_on, change) values ('M1', '0000000001',"
                        + " 'MA64011519000001205000534921', 'Client 1', '2020-02-01', 1)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = flat.database().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Answer ask(int who, LocalDate on, boolean isTrial) {
        return CustomerErasure.execute(flat.database(), "P" + who, RULES, on, WHY, isTrial);
    }

    private Swept sweep(LocalDate on, boolean isTrial) {
        return PrivacySweep.execute(flat.database(), RULES, on, WHY, isTrial);
    }

    private static List<String> reasons(Answer answer) {
        return answer instanceof Answer.Refused refused
                ? refused.reasons().stream()
                        .map(one -> one.obstacle().code() + " " + one.found())
                        .toList()
                : List.of();
    }

    private static List<String> erased(List<Erased> all) {
        return all.stream().map(one -> one.what().code() + " " + one.rows()).toList();
    }

    /// The last bill is made, and all is paid.
    private void settle() {
        flat.bill("2020-04-01");
        flat.pay(1, "161.39", "2020-04-05");
    }

    @Test
    void whoIsServedOrOwesOrHasNoFinalBillStays() {
        assertThat(reasons(ask(2, SOON, false))).contains("served C00002");
        assertThat(reasons(ask(1, SOON, false))).containsExactly("owes bill 0000000001AB", "unbilled C00001");
        flat.bill("2020-04-01");
        assertThat(reasons(ask(1, SOON, false))).containsExactly("owes bill 0000000001AB", "owes bill 0000000002AC");
        flat.pay(1, "1000.00", "2020-04-05");
        assertThat(reasons(ask(1, SOON, false))).containsExactly("credit payment R0000000001AB");
    }

    @Test
    void anOpenDisputeAndAnApplicationAreReasons() throws SQLException {
        settle();
        execute(
                "insert into dispute values (1, '0000000001', 'bill', '1', 5, false, 'high', 'x', '2020-04-10',"
                        + " '2020-05-10', 1)",
                "insert into refund (id, account, amount, bank, iban, payee, change) values (1, '0000000001', 5, 'b',"
                        + " 'MA64011519000001205000534921', 'Client 1', 1)",
                "insert into connection_application (id, account, class, premise, applied_on, change) values (1,"
                        + " '0000000001', 'household', 'L1', '2020-05-01', 1)");
        assertThat(reasons(ask(1, SOON, false)))
                .containsExactlyInAnyOrder("dispute 1", "refund 1", "application NC0000000001");
    }

    @Test
    void whatNoDocumentNeedsIsErasedAndTheRestWhenItsTimeIsOver() throws SQLException {
        settle();
        execute(
                "insert into service_request values (1, '0000000001', 'information', 'phone', 'call my brother',"
                        + " '2020-03-02', '2020-03-12', 1)",
                "insert into service_request_step values (1, 1, 'closed', '2020-03-03', null, null, 'he called', null,"
                        + " 1)",
                "insert into request_file values (1, 1, 1, 'pdf', '%PDF-', 1)");
        String before = BooksDigest.of(flat.database());
        Answer.Done trial = (Answer.Done) ask(1, SOON, true);
        assertThat(BooksDigest.of(flat.database())).as("a trial writes nothing").isEqualTo(before);
        Answer.Done done = (Answer.Done) ask(1, SOON, false);
        assertThat(done).isEqualTo(trial);
        assertThat(erased(done.erased()))
                .containsExactly("contact 2", "address 1", "facts 2"); // one of the end of the agreement
        assertThat(flat.texts("select kind from request_file")).isEmpty();
        assertThat(done.namesUntil()).isEqualTo(LATER);
        assertThat(flat.texts("select state || address from message")).containsExactly("failed[...]");
        assertThat(flat.texts("select event from message_attempt")).containsExactly("withdrawn");
        assertThat(flat.texts("select latin_name from customer order by 1")).containsExactly("Client 1", "Client 2");
        assertThat(flat.texts("select due_on from erasure_due")).containsExactly("2031-01-01");
        assertThat(((Answer.Done) ask(1, SOON, false)).erased())
                .as("the same again")
                .isEmpty();

        assertThat(sweep(LATER.minusDays(1), false).erased()).isEmpty();
        assertThat(erased(sweep(LATER, true).erased())).containsExactly("name 1");
        assertThat(erased(sweep(LATER, false).erased())).containsExactly("name 1");
        assertThat(sweep(LATER, false).erased()).isEmpty();
        assertThat(flat.texts("select latin_name || arabic_name from customer where reference = 'P1'"))
                .containsExactly("[...][...]");
        assertThat(flat.texts("select holder from mandate")).containsExactly("[...]");
        assertThat(flat.texts("select r.said || s.said from service_request r join service_request_step s on true"))
                .containsExactly("[...][...]");
        assertThat(flat.texts("select what || ' ' || rule from erasure order by id"))
                .containsExactly(
                        "contact request",
                        "address request",
                        "facts request",
                        "name taxDocuments: 10 years, on request");
    }

    /// What they could sign in by: of a password that it was, of passkeys nothing.
    @Test
    void withContactsGoTheWaysIn() throws SQLException {
        settle();
        execute(
                "insert into account_password values ('0000000001', 1, '$argon2id$one'),"
                        + " ('0000000002', 1, '$argon2id$two')",
                "insert into passkey_holder values ('P1', sha256('1'), 1), ('P2', sha256('2'), 1)",
                "insert into passkey select n, 'P' || n, sha256(n::text::bytea), 'telephone', '\\x01', '\\x01', '', 0,"
                        + " false, false, 1 from (values (1), (2)) v (n)",
                "insert into passkey_use values (1, 1, '2020-03-20Z', 1, false)",
                "insert into passkey_end values (1, 1)");
        assertThat(erased(((Answer.Done) ask(1, SOON, false)).erased())).contains("contact 3");
        assertThat(flat.texts("select hash from account_password order by account"))
                .containsExactly("[...]", "$argon2id$two");
        assertThat(flat.texts("select customer from passkey")).containsExactly("P2");
        assertThat(flat.texts("select customer from passkey_holder")).containsExactly("P2");
        assertThat(flat.texts("select passkey from passkey_use union select passkey from passkey_end"))
                .isEmpty();
        assertThat(flat.texts("select customer from sign_in_change"))
                .as("whose open sessions are over")
                .containsExactly("P1");
    }

    /// Pages of bills that were made to be shown again go at once, and those that somebody made later with the name.
    @Test
    void withContactsAndNameGoThePagesThatWereMade() throws SQLException {
        settle();
        flat.bill("2020-05-01");
        String pages = "insert into made_page select b.serial, l, b.account, sha256('x'), array[b.serial], 'Client',"
                + " 'of', '\\x01' from bill b, unnest(array['ar', 'fr', 'en']) l";
        String left = "select distinct account from made_page";
        execute(pages);
        assertThat(flat.texts(left)).hasSize(2);
        List<String> erased = erased(((Answer.Done) ask(1, SOON, false)).erased());
        assertThat(flat.texts(left)).containsExactly("0000000002");
        assertThat(erased).as("two bills in three languages, and a contact").contains("contact 7");

        execute(pages + " where b.account = '0000000001'");
        sweep(LATER, false);
        assertThat(flat.texts(left)).containsExactly("0000000002");
    }

    /// Whom they had let in, and whose account they looked after: neither side is a delegate after it.
    @Test
    void withContactsGoDelegatesOfBothSides() throws SQLException {
        settle();
        execute(
                "insert into own_photo values ('U1', '2020-03-10', 1, '\\x01'), ('U1', '2020-03-16', 1, '\\x02')",
                "insert into delegate values (1, '0000000001', '0000000002', 'pay', '2020-03-20', '2020-04-03', 1)",
                "insert into delegate_start values (1, '2020-03-21', 1)",
                "insert into delegate values (2, '0000000002', '0000000001', 'manage', '2020-03-20', '2020-04-03', 1)",
                "insert into delegate_end values (2, true, '2020-03-21', 1)");
        assertThat(erased(((Answer.Done) ask(1, SOON, false)).erased())).contains("contact 4");
        assertThat(flat.texts("select id from delegate")).isEmpty();
        assertThat(flat.texts("select delegate from delegate_start")).isEmpty();
        assertThat(flat.texts("select at from own_photo"))
                .as("of who came after")
                .containsExactly("2020-03-16");
    }

    @Test
    void whoCameBackIsNotForgotten() {
        settle();
        ask(1, SOON, false);
        flat.transfer("C00002", 1, "2020-09-01", 2_000L);
        Swept swept = sweep(LATER, false);
        assertThat(erased(swept.erased()))
                .as("what was told of the agreement that ended, after two years")
                .containsExactly("facts 1");
        assertThat(swept.putOff())
                .singleElement()
                .satisfies(one -> assertThat(one.reasons())
                        .anySatisfy(reason -> assertThat(reason.sentence())
                                .isEqualTo("served by C00003; end it first: ./taswiya agreement move-out")));
    }

    /// Money, readings and bills are as they were; nothing is in the way of making a bill again, and it names nobody.
    @Test
    void aBillIsMadeAgainAndNamesNobody() throws SQLException {
        settle();
        String money = money();
        assertThat(again()).hasSize(2).allSatisfy(text -> assertThat(text).contains("Client 1"));
        ask(1, LATER, false);
        assertThat(money()).isEqualTo(money);
        assertThat(again())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("\"[...]\"").doesNotContain("Client 1"));
    }

    private String money() throws SQLException {
        List<String> digests = new ArrayList<>();
        for (String table : List.of(
                "bill",
                "bill_segment",
                "charge_line",
                "payment",
                "allocation",
                "journal_entry",
                "posting",
                "reading",
                "service_agreement",
                "open_item",
                "open_credit")) {
            digests.addAll(flat.texts("select md5(string_agg(t::text, '' order by t::text)) from " + table + " t"));
        }
        return digests.toString();
    }

    /// The documents of the first customer's bills.
    private List<String> again() {
        List<String> texts = new ArrayList<>();
        Reprint.execute(
                flat.database(),
                new Reprint.Rules(SampleUtility::tariff, (_, _) -> Optional.empty()),
                BilledRange.all(flat.database()),
                bill -> {
                    if (bill.stored().agreement().equals("C00001")) {
                        texts.add(bill instanceof ReprintedBill.Same same ? same.text() : bill.toString());
                    }
                });
        return texts;
    }

    /// By age alone, whoever asks: two years after a message, a year after somebody has left.
    @Test
    void whatIsOldEnoughIsErasedOfEverybody() throws SQLException {
        settle();
        execute("update message set state = 'sent', sent_at = '2020-03-02T00:00Z'");
        execute("insert into contact_code values (1, '0000000002', 'sms', '+2', '123456', '2020-03-01T00:00Z', 1)");
        assertThat(erased(sweep(LocalDate.of(2021, 3, 16), false).erased())).containsExactly("code 1");
        assertThat(erased(sweep(LocalDate.of(2021, 3, 17), false).erased())).containsExactly("contact 1");
        assertThat(erased(sweep(LocalDate.of(2022, 3, 2), false).erased())).isEmpty();
        Swept swept = sweep(LocalDate.of(2022, 3, 3), false);
        assertThat(erased(swept.erased()))
                .as("facts count from their own change, of December 2020")
                .containsExactly("address 1");
        assertThat(erased(sweep(LocalDate.of(2023, 1, 1), false).erased())).containsExactly("facts 2");
        assertThat(flat.texts("select kind || cause from announcement order by cause"))
                .containsExactly("agreement-endC00001", "paymentR1");
    }
}
