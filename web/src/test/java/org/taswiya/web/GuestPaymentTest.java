package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;

/// A bill paid by somebody who has not signed in, and what they learn by it.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class GuestPaymentTest {
    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final Browser browser = town.browser();

    /// One with its number, its account and what is due of it: of an account whose credits pay none of it.
    private record Bill(String number, String account, String open) {}

    private static Bill owed(int which) {
        String[] found = town.texts("select number || ' ' || account || ' ' || (open / 100.0)::numeric(12, 2)"
                        + " from open_item i where kind = 'bill' and not exists (select from open_credit c"
                        + " where c.account = i.account) order by number offset " + which + " limit 1")
                .getFirst()
                .split(" ", -1);
        return new Bill(found[0], found[1], found[2]);
    }

    private HttpResponse<String> ask(String account, String bill) {
        browser.get("/guest");
        return browser.post("/guest", "account", account, "bill", bill);
    }

    private static String names(String account) {
        return town.texts("select c.arabic_name || '|' || c.latin_name from customer_account a join customer c"
                        + " on c.reference = a.customer where a.reference = '" + account + "'")
                .getFirst();
    }

    @Test
    void whoKnowsBothPaysAndSeesNoNameAndNoOtherBill() {
        Bill bill = owed(0);
        String typed = bill.account().substring(0, 4) + " " + bill.account().substring(4);
        HttpResponse<String> shown = ask(typed, bill.number().toLowerCase(Locale.ROOT));
        assertThat(shown.body()).contains(bill.number(), "name=\"seen\" value=\"" + bill.open());
        HttpResponse<String> page =
                browser.post("/guest/pay", "account", bill.account(), "bill", bill.number(), "seen", bill.open());
        HttpResponse<String> back = browser.choose(page, "before");
        assertThat(back.body()).contains("تم الأداء", "وصل ").doesNotContain("رصيد دائن", "href=\"/pay/");
        for (String name : names(bill.account()).split("\\|", -1)) {
            assertThat(shown.body() + back.body()).doesNotContain(name);
        }
        assertThat(town.texts("select number from open_item where number = '" + bill.number() + "'"))
                .isEmpty();
        HttpResponse<String> again =
                browser.post("/guest/pay", "account", bill.account(), "bill", bill.number(), "seen", bill.open());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("لم يبق شيء واجب");
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        Bill bill = owed(1);
        String foreign = town.texts("select reference from customer_account where reference <> '" + bill.account()
                        + "' order by 1 limit 1")
                .getFirst();
        String missing = new BillNumber(9_999_999_999L).toString();
        String known = without(ask(foreign, bill.number()), foreign, bill.number());
        assertThat(known).contains("لا نجد فاتورة");
        assertThat(without(ask("0999999999", bill.number()), "0999999999", bill.number()))
                .isEqualTo(known);
        assertThat(without(ask(bill.account(), missing), bill.account(), missing))
                .isEqualTo(known);
        assertThat(without(ask(bill.account(), "12"), bill.account(), "12")).isEqualTo(known);
        for (String account : List.of(foreign, "0999999999")) {
            HttpResponse<String> paid =
                    browser.post("/guest/pay", "account", account, "bill", bill.number(), "seen", bill.open());
            assertThat(paid.statusCode()).isEqualTo(404);
        }
        assertThat(town.texts("select 'x' from card_attempt where account = '" + bill.account() + "'"))
                .isEmpty();
    }

    private static String without(HttpResponse<String> page, String account, String bill) {
        assertThat(page.statusCode()).isEqualTo(404);
        return page.body()
                .replaceAll("value=\"[^\"]{60,}\"", "token")
                .replace("\"" + account + "\"", "account")
                .replace("\"" + bill + "\"", "bill");
    }

    @Test
    void nobodyTriesNumbersWithoutAnEnd() {
        Bill bill = owed(2);
        for (int i = 0; i < 20; i++) {
            ask("0999999999", bill.number());
        }
        assertThat(ask(bill.account(), bill.number()).statusCode()).isEqualTo(429);
        HttpResponse<String> paid =
                browser.post("/guest/pay", "account", bill.account(), "bill", bill.number(), "seen", bill.open());
        assertThat(paid.statusCode()).isEqualTo(429);
        assertThat(town.texts("select 'x' from card_attempt where account = '" + bill.account() + "'"))
                .isEmpty();
        town.browser();
        assertThat(ask(bill.account(), bill.number()).statusCode())
                .as("an hour later")
                .isEqualTo(200);
    }

    @Test
    void anAmountThatIsNotTheOneShownPaysNothing() {
        Bill bill = owed(3);
        ask(bill.account(), bill.number());
        HttpResponse<String> answer =
                browser.post("/guest/pay", "account", bill.account(), "bill", bill.number(), "seen", "0.01");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("تغير المبلغ", bill.open());
    }

    @ParameterizedTest
    @CsvSource({"ar, أداء فاتورة", "fr, Payer une facture", "en, Pay a bill"})
    void everyPageSpeaksTheLanguageChosen(String code, String said) {
        browser.get("/guest");
        assertThat(browser.post("/language", "to", code, "back", "/guest").body())
                .contains(said);
    }

    @Test
    void aLinkMayBringBoth() {
        assertThat(browser.get("/guest?account=1234567890&bill=0000000001AB").body())
                .contains("value=\"1234567890\"", "value=\"0000000001AB\"");
    }

    @Test
    void whatIsTypedIsNeverMarkup() {
        assertThat(ask("\"><script>", "<script>").body()).doesNotContain("<script>");
    }
}
