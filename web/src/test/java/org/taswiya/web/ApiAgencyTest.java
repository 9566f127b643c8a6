package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.Program.Answer;

/// Programs do what the pages do: instalments, moving out, contacts; and bring and fetch much at once.
final class ApiAgencyTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program program;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        program = Program.with(town, ApiScope.values());
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String payment(String key, String account, String amount, String day) {
        return "{\"key\":\"" + key + "\",\"account\":\"" + account + "\",\"amount\":\"" + amount
                + "\",\"receivedOn\":\"" + day + "\",\"means\":\"transfer\",\"place\":\"bank\"}";
    }

    private static Answer bring(Program who, String name, String... payments) {
        return who.post("/payments", "{\"payments\":[" + String.join(",", payments) + "]}", name);
    }

    private static List<String> outcomes(Answer answer) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(answer.at("/payments")); i++) {
            all.add((answer.at("/payments/" + i + "/outcome") + " " + answer.at("/payments/" + i + "/reason")).strip());
        }
        return all;
    }

    @Test
    void eachPaymentHasItsOutcomeAndIsTakenOnce() {
        String account = town.owing().getFirst();
        int before = town.texts("select serial::text from payment").size();
        Answer first = bring(
                program,
                "batch-1",
                payment("a", account, "3.00", "2020-07-01"),
                payment("b", "9999999999", "3.00", "2020-07-01"),
                payment("c", account, "0.00", "2020-07-01"),
                payment("d", account, "3.00", "2021-01-01"),
                payment("a", account, "3.00", "2020-07-01"),
                payment("a", account, "4.00", "2020-07-01"));
        assertThat(outcomes(first))
                .containsExactly(
                        "taken",
                        "refused unknown-account",
                        "refused amount-not-above-zero",
                        "refused future-day",
                        "taken-before",
                        "refused key-of-another");
        assertThat(first.at("/payments/4/receipt")).isEqualTo(first.at("/payments/0/receipt"));
        Answer other = bring(program, "batch-2", payment("a", account, "3.00", "2020-07-01"));
        assertThat(outcomes(other)).containsExactly("taken-before");
        assertThat(town.texts("select serial::text from payment")).hasSize(before + 1);
    }

    @Test
    void aSlipInTheYearOrByAFactorIsNoMoney() {
        String account = town.owing().getFirst();
        String began = town.texts(
                        "select (min(from_day) - 1)::text from service_agreement where account = '" + account + "'")
                .getFirst();
        int before = town.texts("select serial::text from payment").size();
        Answer answer = bring(
                program,
                "slips",
                payment("s1", account, "3.00", "1900-01-01"),
                payment("s2", account, "3.00", began),
                payment("s3", account, "999999999.99", "2020-07-01"),
                payment("s4", account, "500000.01", "2020-07-01"));
        assertThat(outcomes(answer))
                .containsExactly(
                        "refused day-before-account",
                        "refused day-before-account",
                        "refused above-limit",
                        "refused above-limit");
        assertThat(town.texts("select serial::text from payment")).hasSize(before);
    }

    @Test
    void whatIsPaidIsNotDisputed() {
        List<String> open = town.texts("select number from open_item");
        String paid = town.texts("select serial::text from bill where net > 0").stream()
                .map(serial -> new BillNumber(Long.parseLong(serial)).toString())
                .filter(number -> !open.contains(number))
                .findFirst()
                .orElseThrow();
        Answer answer =
                program.post("/bills/" + paid + "/disputes", "{\"reason\":\"billing-error\",\"words\":\"x\"}", "paid");
        assertThat(answer.problem()).isEqualTo("409 dispute-refused");
        assertThat(answer.at("/reason")).isEqualTo("unknown-item");
        assertThat(answer.at("/detail")).contains("nothing of bill " + paid + " is open");
    }

    @Test
    void aDayThatIsNoneStopsTheWholeBatch() {
        Answer answer = bring(program, "batch-3", payment("x", town.owing().getFirst(), "3.00", "2020-02-30"));
        assertThat(answer.problem()).isEqualTo("422 bad-body");
        assertThat(answer.at("/errors/0/at")).isEqualTo("/payments/0/receivedOn");
    }

    @Test
    void aProgramOfOneCustomerBringsNothingForOthers() {
        List<String> owing = town.owing();
        Program limited = Program.with(town, owing.getFirst(), 60, ApiScope.BATCHES);
        assertThat(outcomes(bring(limited, "theirs", payment("y", owing.getLast(), "3.00", "2020-07-01"))))
                .containsExactly("refused unknown-account");
    }

    @Test
    void allBillsComeInTheirOrderPageByPage() {
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            Answer page = program.get("/bills?limit=200" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (int i = 0; i < Integer.parseInt(page.at("/bills")); i++) {
                found.add(page.at("/bills/" + i + "/bill"));
            }
            next = page.at("/next");
        } while (!next.isEmpty());
        assertThat(found)
                .isEqualTo(town.texts("select serial::text from bill order by bill.serial").stream()
                        .map(serial -> new BillNumber(Long.parseLong(serial)).toString())
                        .toList());
    }

    @Test
    void instalmentsAreAskedForAsTheyWereShown() {
        String account = DescribedApi.places(town).get("account");
        String path = "/accounts/" + account + "/instalments";
        Answer shown = program.get(path);
        String body = "{\"schedule\":\"" + shown.at("/options/0/schedule") + "\"}";
        bring(program, "meanwhile", payment("m", String.valueOf(account), "5.00", "2020-07-01"));
        assertThat(program.post(path, body, "late").problem()).isEqualTo("409 instalments-changed");
        body = "{\"schedule\":\"" + program.get(path).at("/options/0/schedule") + "\"}";
        Answer asked = program.post(path, body, "asked");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.at("/outcome")).isEqualTo(shown.at("/options/0/atOnce").equals("true") ? "granted" : "waits");
        assertThat(program.post(path, body, "asked").text()).isEqualTo(asked.text());
        assertThat(program.post(path, "{\"schedule\":\"tomorrow\"}", "no").problem())
                .isEqualTo("422 bad-body");
    }

    @Test
    void whoeverMovesOutMayStay() {
        String agreement = town.texts("select reference from service_agreement where to_day is null order by 1 desc")
                .getFirst();
        String path = "/agreements/" + agreement + "/move-out";
        for (int i = 0; i < 2; i++) {
            assertThat(put(path, "{\"on\":\"2020-07-30\"}").at("/on")).isEqualTo("2020-07-30");
        }
        assertThat(town.texts("select id::text from move_out_request where agreement = '" + agreement + "'"))
                .as("twice is once")
                .hasSize(1);
        assertThat(put(path, "{\"on\":\"2020-06-30\"}").problem()).isEqualTo("422 bad-body");
        assertThat(put(path, "{\"on\":\"2020-13-30\"}").problem()).isEqualTo("422 bad-body");
        assertThat(put(path, "{}").text()).isEqualTo("{\"agreement\":\"" + agreement + "\"}");
    }

    private static Answer put(String path, String body) {
        return program.send("PUT", path, body, "Content-Type", "application/json");
    }

    /// Whoever reads French in a program is not sent a code in Arabic.
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "own"})
    void aCodeComesInTheLanguageThatIsAskedFor(String asked) {
        String account =
                town.texts("select min(reference) from customer_account").getFirst();
        String own = town.texts("select c.language::text from customer c join customer_account a"
                        + " on a.customer = c.reference where a.reference = '" + account + "'")
                .getFirst();
        String language = asked.equals("own") ? "" : ",\"language\":\"" + asked + "\"";
        String body = "{\"channel\":\"email\",\"address\":\"a@example.org\"" + language + "}";
        assertThat(program.post("/accounts/" + account + "/contacts", body, "language-" + asked)
                        .status())
                .isEqualTo(202);
        assertThat(town.texts("select language::text from message where account = '" + account
                        + "' and cause_kind = 'contact-code' order by id desc limit 1"))
                .containsExactly(asked.equals("own") ? own : asked);
    }

    @Test
    void aContactIsTheirsByTheCodeThatWasSentThere() {
        String account =
                town.texts("select max(reference) from customer_account").getFirst();
        String path = "/accounts/" + account + "/contacts";
        String body = "{\"channel\":\"sms\",\"address\":\"06 12 34 56 78\"}";
        assertThat(program.post(path, body, "contact").status()).isEqualTo(202);
        assertThat(program.post(path, body, "contact").header("Idempotency-Replayed"))
                .isEqualTo("true");
        List<String> codes = town.texts("select code from contact_code where account = '" + account + "'");
        assertThat(codes).as("sent once").hasSize(1);
        String wrong = codes.getFirst().equals("000000") ? "000001" : "000000";
        Answer refused = program.post(path + "/code", "{\"code\":\"" + wrong + "\"}", "wrong");
        assertThat(refused.at("/outcome")).isEqualTo("wrong");
        assertThat(refused.at("/left")).isEqualTo("4");
        String right = "{\"code\":\"" + codes.getFirst() + "\"}";
        assertThat(program.post(path + "/code", right, "right").at("/outcome")).isEqualTo("confirmed");
        assertThat(program.get(path).text())
                .contains("{\"channel\":\"sms\",\"address\":\"+212612345678\",\"confirmed\":true}");
        assertThat(program.post(path + "/code", right, "once-more").at("/outcome"))
                .isEqualTo("none-waits");
        assertThat(town.texts("select answer from api_once where answer like '%' || '612345678' || '%'"))
                .isEmpty();
        assertThat(program.post(path, "{\"channel\":\"email\",\"address\":\"nobody\"}", "bad")
                        .problem())
                .isEqualTo("422 bad-body");
        for (int i = 0; i < 4; i++) {
            program.post(path, body, "often" + i);
        }
        assertThat(program.post(path, body, "too-often").problem()).isEqualTo("429 too-many-requests");
    }

    @Test
    void useIsAsItIsKnownNow() {
        String agreement = DescribedApi.places(town).get("agreement");
        Answer use = program.get("/agreements/" + agreement + "/use");
        assertThat(Integer.parseInt(use.at("/months"))).isBetween(1, 13);
        assertThat(use.at("/months/0/used")).isNotEmpty();
    }
}
