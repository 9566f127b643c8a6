package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.Program.Answer;

/// What programs read, beside what the books have.
final class ApiReadTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program reader;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        reader = Program.with(town, ApiScope.READ);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// All of a list, page by page.
    private static List<String> paged(String path, String list, String field, int limit) {
        List<String> all = new ArrayList<>();
        String next = "";
        do {
            Answer answer = reader.get(path + "?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            int size = Integer.parseInt(answer.at("/" + list));
            assertThat(size).isBetween(1, limit);
            for (int i = 0; i < size; i++) {
                all.add(answer.at("/" + list + "/" + i + "/" + field));
            }
            next = answer.at("/next");
        } while (!next.isEmpty());
        return all;
    }

    private static String accountWithBills() {
        return town.texts("select account from bill group by account order by count(*) desc, 1 limit 1")
                .getFirst();
    }

    private static List<String> numbers(String where) {
        return town.texts("select serial::text from bill b where " + where + " order by billed_on desc, serial desc")
                .stream()
                .map(serial -> new BillNumber(Long.parseLong(serial)).toString())
                .toList();
    }

    @Test
    void accountsComePageByPageEachOnce() {
        assertThat(paged("/accounts", "accounts", "account", 7))
                .isEqualTo(town.texts("select reference from customer_account order by 1"));
    }

    @Test
    void anAccountOwesWhatTheBooksSay() {
        String account = town.owing().getFirst();
        Answer answer = reader.get("/accounts/" + account);
        String owed = town.texts("select (sum(open) / 100.0)::numeric(12, 2)::text from open_item where account = '"
                        + account + "'")
                .getFirst();
        assertThat(answer.at("/owed")).isEqualTo(owed);
        assertThat(answer.at("/currency")).isEqualTo("MAD");
        assertThat(new BigDecimal(answer.at("/due")))
                .isEqualTo(new BigDecimal(owed)
                        .subtract(new BigDecimal(answer.at("/credit")))
                        .max(new BigDecimal("0.00")));
        assertThat(answer.at("/firstDueOn")).matches("20\\d\\d-\\d\\d-\\d\\d");
    }

    @Test
    void billsComeTheNewestFirst() {
        String account = accountWithBills();
        assertThat(paged("/accounts/" + account + "/bills", "bills", "bill", 5))
                .isEqualTo(numbers("account = '" + account + "'"));
    }

    @Test
    void readingsAreThoseInForceOnTheDaysOfTheAgreement() {
        String agreement = town.texts("select reference from service_agreement order by 1").getFirst();
        assertThat(paged("/agreements/" + agreement + "/readings", "readings", "at", 9))
                .isEqualTo(town.texts("select distinct r.at::text from reading r join service_agreement a"
                        + " on a.usage_point = r.usage_point and r.at >= a.from_day"
                        + " and (a.to_day is null or r.at <= a.to_day) where a.reference = '" + agreement
                        + "' order by 1 desc"));
    }

    @Test
    void paymentsSayWhatTheySettled() {
        String account = town.texts("select account from payment group by account order by count(*) desc, 1 limit 1")
                .getFirst();
        List<String> receipts = town.texts("select serial::text from payment where account = '" + account
                        + "' order by payment.serial desc")
                .stream()
                .map(serial -> new ReceiptNumber(Long.parseLong(serial)).toString())
                .toList();
        assertThat(paged("/accounts/" + account + "/payments", "payments", "receipt", 4))
                .isEqualTo(receipts);
        Answer one = reader.get("/payments/" + receipts.getLast());
        assertThat(one.at("/account")).isEqualTo(account);
        assertThat(one.at("/settled/0/kind")).isEqualTo("bill");
    }

    @Test
    void agreementsHaveTheirMeters() {
        String account = accountWithBills();
        List<String> references = paged("/accounts/" + account + "/agreements", "agreements", "agreement", 1);
        assertThat(references)
                .hasSameElementsAs(
                        town.texts("select reference from service_agreement where account = '" + account + "'"));
        Answer one = reader.get("/agreements/" + references.getFirst());
        assertThat(one.at("/account")).isEqualTo(account);
        assertThat(one.at("/meter")).isNotEmpty();
    }

    private static List<JsonValue> list(JsonObject object, String name) {
        return ((JsonArray) Objects.requireNonNull(object.fields().get(name))).values();
    }

    /// The same numbers as in the document that anyone recomputes.
    @Test
    void aBillHasTheLinesOfItsDocument() {
        for (String basis : List.of("estimate", "reading")) {
            String number = numbers("basis = '" + basis + "' and exists (select from bill_segment s where s.bill ="
                            + " b.serial)")
                    .getFirst();
            JsonObject bill = reader.get("/bills/" + number).json();
            Answer sealed = reader.get("/bills/" + number + "/document");
            assertThat(sealed.at("/number")).isEqualTo(number);
            assertThat(sealed.at("/digest")).isNotEmpty();
            List<JsonValue> theirs = list(sealed.json(), "segments");
            List<JsonValue> ours = list(bill, "segments");
            assertThat(ours).hasSameSizeAs(theirs).isNotEmpty();
            for (int i = 0; i < ours.size(); i++) {
                requireSame((JsonObject) ours.get(i), (JsonObject) theirs.get(i), "from", "to", "kind", "usage");
                List<JsonValue> lines = list((JsonObject) ours.get(i), "lines");
                List<JsonValue> linesThere = list((JsonObject) theirs.get(i), "lines");
                assertThat(lines).hasSameSizeAs(linesThere);
                for (int j = 0; j < lines.size(); j++) {
                    JsonObject line = (JsonObject) lines.get(j);
                    requireSame(line, (JsonObject) linesThere.get(j), line.fields().keySet().toArray(String[]::new));
                }
            }
            assertThat(bill.fields().containsKey(basis.equals("reading") ? "settlement" : "estimate"))
                    .isTrue();
        }
    }

    private static void requireSame(JsonObject ours, JsonObject theirs, String... names) {
        for (String name : names) {
            assertThat(ours.fields().get(name)).as(name).isEqualTo(theirs.fields().get(name));
        }
    }

    @Test
    void whatIsClaimedAddsUpToTheTotal() {
        for (String number : numbers("account = '" + accountWithBills() + "'")) {
            JsonObject bill = reader.get("/bills/" + number).json();
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonValue segment : list(bill, "segments")) {
                sum = sum.add(money(((JsonObject) segment).fields(), "claimed", "total"));
            }
            assertThat(sum).as(number).isEqualByComparingTo(money(bill.fields(), "head", "total"));
        }
    }

    private static BigDecimal money(Map<String, JsonValue> fields, String object, String name) {
        JsonObject of = (JsonObject) Objects.requireNonNull(fields.get(object));
        return new BigDecimal(((JsonValue.JsonText) Objects.requireNonNull(of.fields().get(name))).text());
    }

    @Test
    void aBillIsThePaperForWhomAcceptsThat() {
        String number = numbers("true").getFirst();
        Answer paper = reader.get("/bills/" + number, "Accept", "application/pdf, application/json;q=0.5");
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(paper.header("Content-Disposition")).contains(number + ".pdf");
        assertThat(paper.text()).startsWith("%PDF-");
        assertThat(reader.get("/bills/" + number, "Accept", "*/*").header("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String path = "/accounts/" + accountWithBills();
        Answer first = reader.get(path);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        String tag = first.header("ETag");
        Answer known = reader.get(path, "If-None-Match", "\"other\", W/" + tag);
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo(tag);
        assertThat(reader.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        assertThat(reader.send("HEAD", path, (String) null).header("ETag")).isEqualTo(tag);
    }

    /// By content and by status; what is not there is answered by the same question to the books.
    @Test
    void whatIsAnothersIsAsUnknownAsWhatIsNotThere() {
        String account = accountWithBills();
        Program own = Program.with(town, account, 100_000, ApiScope.READ);
        String foreign = town.texts("select reference from customer_account where customer <> (select customer from"
                        + " customer_account where reference = '" + account + "') and exists (select from payment p"
                        + " where p.account = reference) order by 1")
                .getFirst();
        String agreement = town.texts("select reference from service_agreement where account = '" + foreign + "'")
                .getFirst();
        String receipt = town.texts("select receipt_number(serial) from payment where account = '" + foreign + "'")
                .getFirst();
        assertThat(own.get("/accounts/" + account).status()).isEqualTo(200);
        assertThat(own.get("/accounts").at("/accounts/0/account")).isEqualTo(account);
        Map<String, String> pairs = Map.of(
                "/accounts/" + foreign, "/accounts/0999999999",
                "/accounts/" + foreign + "/bills", "/accounts/0999999999/bills",
                "/agreements/" + agreement, "/agreements/C9999999",
                "/bills/" + numbers("account = '" + foreign + "'").getFirst(), "/bills/" + new BillNumber(999_999_999),
                "/payments/" + receipt, "/payments/" + new ReceiptNumber(999_999_999));
        pairs.forEach((there, missing) -> {
            assertThat(reader.get(there).status()).as(there).isEqualTo(200);
            Answer answer = own.get(there);
            assertThat(answer.problem()).as(there).isEqualTo("404 not-found");
            assertThat(answer.text()).isEqualTo(own.get(missing).text());
        });
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String account = accountWithBills();
        String next = reader.get("/accounts?limit=1").at("/next");
        assertThat(reader.get("/accounts/" + account + "/bills?cursor=" + next).problem())
                .isEqualTo("400 bad-parameter");
        assertThat(reader.get("/accounts/" + account + "/payments?cursor=" + next)
                        .problem())
                .isEqualTo("400 bad-parameter");
    }
}
