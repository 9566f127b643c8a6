package org.taswiya.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.collector.CollectorMessage;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.server.Town;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.collector.CollectorKeys;
import org.taswiya.store.collector.CollectorSecret;
import org.taswiya.store.collector.GivenAnswer;
import org.taswiya.store.collector.ToldMessage;
import org.taswiya.store.receivables.LedgerCheck;

final class CollectDoorTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2020-12-31T12:00:00Z"), ZoneOffset.UTC);
    private static final String PAY = "/collect/v1/transactions/T1/pay";
    private static final String ORDER = """
            {"utility":"casablanca","account":"0000000001","bills":["0000000001AB"],"amount":"100.00",\
            "day":"2020-12-31"}""";

    private final Database database = Town.fresh();
    private final Town town = new Town(database);
    private final CollectorSecret secret = CollectorSecret.ofOrNew(Town.home("door"));
    private final CollectorKeys.NewKey wafacash;
    private final CollectorKeys.NewKey tasshilat;
    private final CollectDoor door;

    CollectDoorTest() {
        town.accounts(2);
        assertThat(town.bill(1, "100.00")).isEqualTo("0000000001AB");
        wafacash = CollectorKeys.add(database, "wafacash", secret, Town.WHY);
        tasshilat = CollectorKeys.add(database, "tasshilat", secret, Town.WHY);
        door = new CollectDoor(database, "casablanca", Town.collectors(), secret, CollectDoorTest::copy, NOW);
    }

    private static Optional<String> copy(BillNumber bill) {
        return bill.serial() == 1 ? Optional.of("{\"bill\":\"" + bill + "\"}") : Optional.empty();
    }

    @Test
    void whoHasTheRightIsGivenACopy() {
        String other = town.bill(2, "10.00");
        assertThat(ask(wafacash, "GET", "/collect/v1/bills/0000000001AB/copy", "")
                        .text())
                .isEqualTo("{\"bill\":\"0000000001AB\"}");
        assertThat(field(ask(wafacash, "GET", "/collect/v1/bills/" + other + "/copy", ""), "reason"))
                .isEqualTo("no-copy");
        assertThat(field(ask(tasshilat, "GET", "/collect/v1/bills/0000000001AB/copy", ""), "reason"))
                .isEqualTo("no-right");
    }

    @AfterEach
    void close() {
        door.close();
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    private Told ask(CollectorKeys.NewKey key, String method, String target, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String time = NOW.instant().toString();
        String signature = Signature.of(key.text(), method, target, time, bytes);
        return door.ask(new Asked(method, target, key.key().id(), time, signature, bytes));
    }

    private static String field(Told told, String name) {
        return JsonFields.of(new JsonReader().readObject(told.text().getBytes(StandardCharsets.UTF_8)))
                .text(name);
    }

    @Test
    void askedPaidAndAskedAgain() {
        Told owed = ask(wafacash, "GET", "/collect/v1/accounts/0000000001/bills", "");
        assertThat(owed.text())
                .isEqualTo("{\"account\":\"0000000001\",\"bills\":[{\"bill\":\"0000000001AB\","
                        + "\"service\":\"water\",\"issuedOn\":\"2020-01-11\",\"dueOn\":\"2020-01-31\","
                        + "\"amount\":\"100.00\",\"due\":\"100.00\"}],\"due\":\"100.00\"}");
        Told paid = ask(wafacash, "POST", PAY, ORDER);
        assertThat(paid)
                .isEqualTo(new Told(
                        200,
                        "application/json",
                        "{\"transaction\":\"T1\",\"state\":\"paid\",\"account\":\"0000000001\","
                                + "\"bills\":[\"0000000001AB\"],\"amount\":\"100.00\",\"day\":\"2020-12-31\","
                                + "\"receipt\":\"R0000000001AB\",\"paidAt\":\"2020-12-31T12:00:00Z\",\"fee\":\"1.50\"}",
                        0));
        assertThat(ask(wafacash, "GET", "/collect/v1/bills/0000000001AB", "").text())
                .isEqualTo("{\"account\":\"0000000001\",\"bills\":[],\"due\":\"0.00\"}");
        assertThat(ask(wafacash, "GET", "/collect/v1/transactions/T1", "").text())
                .isEqualTo(paid.text());
    }

    @Test
    void aRepeatedMessageIsAnsweredToTheByteEvenWhenItsTransactionIsOver() {
        Told first = ask(wafacash, "POST", PAY, ORDER);
        Told spaced = ask(wafacash, "POST", PAY, ORDER.replace(",", ", "));
        ask(wafacash, "POST", PAY.replace("pay", "cancel"), "");
        assertThat(spaced).isEqualTo(first);
        assertThat(ask(wafacash, "POST", PAY, ORDER)).isEqualTo(first);
        assertThat(field(ask(wafacash, "GET", "/collect/v1/transactions/T1", ""), "state"))
                .isEqualTo("cancelled");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            threeDecimals        | "100.00"    | "100.000"          | 400 | bad-amount
            noDecimals           | "100.00"    | "100"              | 400 | bad-amount
            aNumber              | "100.00"    | 100.00             | 400 | bad-amount
            exponent             | "100.00"    | "1e2"              | 400 | bad-amount
            belowZero            | "100.00"    | "-100.00"          | 409 | amount-not-above-zero
            anotherUtility       | casablanca  | rabat              | 409 | other-utility
            moreThanFourBills    | "0000000001AB" | "0000000001AB","a","b","c","d" | 409 | too-many-bills
            noBill               | "0000000001AB" |                 | 409 | no-bills
            billTwice            | "0000000001AB" | "0000000001AB","0000000001AB" | 409 | named-twice
            aboveItsLimit        | "100.00"    | "1000.01"          | 409 | transaction-limit
            noSuchAccount        | 0000000001" | 0000000009"        | 404 | unknown-account
            anothersBill         | 0000000001" | 0000000002"        | 409 | other-accounts-item
            noSuchBill           | 0000000001AB | 0000000099XY      | 404 | unknown-item
            noSuchDay            | 2020-12-31  | 2020-13-31         | 400 | bad-message
            tomorrow             | 2020-12-31  | 2021-01-01         | 409 | day-not-accepted
            noSuchChannel        | "day"       | "channel":"x","day"| 400 | bad-message
            anothersChannel      | "day"       | "channel":"local-card","day"| 400 | bad-message
            unknownField         | "day"       | "tip":"1","day"    | 400 | bad-message
            fieldMissing         | "amount":"100.00", |             | 400 | bad-amount
            notAnObject          | {           | [                  | 400 | bad-message
            aLineFeedInAnAccount | 0000000001" | 00000\\n00001"   | 400 | bad-message
            """)
    void badMessagesAreRefusedAndLoseNothing(String trap, String right, String wrong, int status, String reason) {
        Told told = ask(wafacash, "POST", PAY, ORDER.replace(right, wrong == null ? "" : wrong));
        assertThat(told.status()).isEqualTo(status);
        assertThat(told.contentType()).isEqualTo("application/problem+json");
        assertThat(field(told, "reason")).isEqualTo(reason);
        assertThat(field(told, "detail")).isNotBlank();
        assertThat(town.text("select count(*) from payment")).isEqualTo("0");
        assertThat(ask(wafacash, "POST", PAY.replace("T1", "T2"), ORDER).status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            anotherAmount  | "100.00"    | "99.00"
            anotherAccount | 0000000001" | 0000000002"
            """)
    void aReplayWithOtherContentsIsRefusedAndTheFirstStands(String trap, String right, String wrong) {
        ask(wafacash, "POST", PAY, ORDER);
        assertThat(field(ask(wafacash, "POST", PAY, ORDER.replace(right, wrong)), "reason"))
                .isEqualTo("other-contents");
        assertThat(town.text("select sum(amount) from payment")).isEqualTo("10000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noSuchPath       | GET    | /collect/v1/secrets/1            | 404 | unknown-path
            root             | GET    | /                                | 404 | unknown-path
            anotherVersion   | GET    | /collect/v2/bills/0000000001AB   | 404 | unknown-path
            noSuchMessage    | POST   | /collect/v1/transactions/T1/eat  | 404 | unknown-path
            askedByPost      | POST   | /collect/v1/bills/0000000001AB   | 405 | wrong-method
            paidByGet        | GET    | /collect/v1/transactions/T1/pay  | 405 | wrong-method
            lettersDoNotFit  | GET    | /collect/v1/bills/0000000001AC   | 404 | unknown-bill
            noSuchAccount    | GET    | /collect/v1/accounts/77/bills    | 404 | unknown-account
            nothingHasCome   | GET    | /collect/v1/transactions/T9      | 404 | unknown-transaction
            noTransaction    | POST   | /collect/v1/transactions/a%20b/confirm | 400 | bad-message
            onlySigns        | POST   | /collect/v1/transactions/../confirm    | 400 | bad-message
            """)
    void wrongPlaces(String trap, String method, String target, int status, String reason) {
        Told told = ask(wafacash, method, target, "");
        assertThat(told.status()).isEqualTo(status);
        assertThat(field(told, "reason")).isEqualTo(reason);
    }

    @Test
    void whoHasNoRightToPayDoesNot() {
        Told told = ask(tasshilat, "POST", PAY, ORDER);
        assertThat(told.status()).isEqualTo(403);
        assertThat(field(told, "reason")).isEqualTo("no-right");
        assertThat(ask(tasshilat, "GET", "/collect/v1/bills/0000000001AB", "").status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noKey              | ''          | wafacash  | 2020-12-31T12:00:00Z | 0 | bad-signature
            keyOfAnother       | tasshilat.1 | wafacash  | 2020-12-31T12:00:00Z | 0 | bad-signature
            noSuchKey          | wafacash.2  | wafacash  | 2020-12-31T12:00:00Z | 0 | bad-signature
            noKeysForm         | wafacash    | wafacash  | 2020-12-31T12:00:00Z | 0 | bad-signature
            forged             | wafacash.1  | guessed   | 2020-12-31T12:00:00Z | 0 | bad-signature
            bodyChanged        | wafacash.1  | wafacash  | 2020-12-31T12:00:00Z | 1 | bad-signature
            tooOld             | wafacash.1  | wafacash  | 2020-12-31T11:54:59Z | 0 | out-of-time
            tooEarly           | wafacash.1  | wafacash  | 2020-12-31T12:05:01Z | 0 | out-of-time
            noTime             | wafacash.1  | wafacash  | yesterday            | 0 | out-of-time
            """)
    void whoIsNotKnownIsTurnedAway(String trap, String id, String signer, String time, int added, String reason) {
        byte[] signed = ORDER.getBytes(StandardCharsets.UTF_8);
        String key = signer.equals("guessed") ? "guessed" : wafacash.text();
        byte[] sent = (ORDER + " ".repeat(added)).getBytes(StandardCharsets.UTF_8);
        Told told = door.ask(new Asked("POST", PAY, id, time, Signature.of(key, "POST", PAY, time, signed), sent));
        assertThat(told.status()).isEqualTo(401);
        assertThat(field(told, "reason")).isEqualTo(reason);
        assertThat(town.text("select count(*) from collector_message")).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            fiveMinutesOld   | 2020-12-31T11:55:00Z
            fiveMinutesEarly | 2020-12-31T12:05:00Z
            """)
    void theEndsOfTheWindowAreInIt(String trap, String time) {
        byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
        String signature = Signature.of(wafacash.text(), "POST", PAY, time, body);
        assertThat(door.ask(new Asked("POST", PAY, "wafacash.1", time, signature, body))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWithdrawnKeyIsGoodNoMoreAndTheNextOneIs() {
        assertThat(CollectorKeys.withdraw(database, "wafacash", 1, Town.WHY)).isTrue();
        assertThat(CollectorKeys.withdraw(database, "wafacash", 1, Town.WHY)).isFalse();
        assertThat(ask(wafacash, "POST", PAY, ORDER).status()).isEqualTo(401);
        CollectorKeys.NewKey next = CollectorKeys.add(database, "wafacash", secret, Town.WHY);
        assertThat(next.key().id()).isEqualTo("wafacash.2");
        assertThat(ask(next, "POST", PAY, ORDER).status()).isEqualTo(200);
    }

    @Test
    void keysOfALostSecretAreGoodNoMore() {
        CollectorSecret other = CollectorSecret.ofOrNew(Town.home("other"));
        try (CollectDoor elsewhere =
                new CollectDoor(database, "casablanca", Town.collectors(), other, CollectDoorTest::copy, NOW)) {
            byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
            String time = NOW.instant().toString();
            String signature = Signature.of(wafacash.text(), "POST", PAY, time, body);
            assertThat(elsewhere
                            .ask(new Asked("POST", PAY, "wafacash.1", time, signature, body))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void neitherKeyNorSecretIsInTheDatabase() {
        assertThat(town.texts("select encode(salt, 'hex') || encode(proof, 'hex') || collector from collector_key"))
                .noneMatch(row -> row.contains(wafacash.text()))
                .hasSize(2);
        assertThat(CollectorSecret.of(Town.home("empty"))).isEmpty();
    }

    @Test
    void whoComesWhenTooManyWaitIsToldSoAndNothingIsDone() throws SQLException {
        ToldMessage cancel = new ToldMessage(
                Objects.requireNonNull(Town.collectors().get("wafacash")), new CollectorMessage.Cancel("T1"));
        List<CompletableFuture<GivenAnswer>> waiting = new ArrayList<>();
        try (MessageWriter writer = new MessageWriter(database, "casablanca", NOW, 3)) {
            try (Connection other = database.connect()) {
                other.setAutoCommit(false);
                Changes.lock(other); // nothing is answered meanwhile
                CompletableFuture<GivenAnswer> taken = writer.tell(cancel);
                while (taken != null) {
                    waiting.add(taken);
                    taken = writer.tell(cancel);
                }
                other.rollback();
            }
            assertThat(waiting).hasSizeBetween(3, 7);
            assertThat(waiting)
                    .allSatisfy(one -> assertThat(one.join().status()).isEqualTo(200));
        }
    }
}
