package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.lookup.AccountTimeline;
import org.taswiya.store.lookup.AccountTimeline.Entry;
import org.taswiya.store.receivables.AccountPayments;
import org.taswiya.store.receivables.AccountPayments.Paid;
import org.taswiya.store.receivables.Payments;
import org.taswiya.store.receivables.Reversals;

/// What an account has paid, as its customer reads it.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class PaymentsTest {
    private static final Pattern RECEIPT = Pattern.compile("id=\"(R\\d{10}[A-Z]{2})\"");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static String account;
    private static Browser browser;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        account = town.owing().getFirst();
        for (int i = 0; i < 14; i++) {
            pay("1." + (10 + i));
        }
        browser = town.signedIn(account);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static Change why() {
        return new Change(town.now(), "test", "for trials");
    }

    private static void pay(String amount) {
        pay(account, amount);
    }

    private static void pay(String account, String amount) {
        LocalDate on = town.today();
        Payments.take(
                town.database(),
                new Payment(account, Money.parse(amount), on, Means.TRANSFER, "bank", null, List.of()),
                StampDuty.NONE,
                on,
                why(),
                false);
    }

    private static List<String> receipts(HttpResponse<String> page) {
        return RECEIPT.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> inTheBooks() {
        return town
                .texts("select serial::text from payment where account = '" + account
                        + "' order by payment.serial desc")
                .stream()
                .map(serial -> new ReceiptNumber(Long.parseLong(serial)).toString())
                .toList();
    }

    @Test
    void everyPaymentIsThereOnceTheLastOnesFirst() {
        List<String> all = inTheBooks();
        HttpResponse<String> first = browser.get("/payments/" + account);
        assertThat(receipts(first)).containsExactlyElementsOf(all.subList(0, 12));
        HttpResponse<String> next = browser.get("/payments/" + account + "?before=" + all.get(11));
        assertThat(first.body()).contains("?before=" + all.get(11));
        assertThat(receipts(next)).startsWith(all.get(12)).doesNotContain(all.get(11));
        assertThat(next.body()).contains("href=\"/payments/" + account + "\"");
    }

    @Test
    void aPaymentSaysHowItCameWhereItWentAndWhatItsReceiptIs() {
        String receipt = inTheBooks().getFirst();
        String bill = town.texts("select item from allocation where credit = '" + receipt + "'")
                .getFirst();
        assertThat(browser.get("/payments/" + account).body())
                .contains("بتحويل بنكي", "1,23", "href=\"/bills/" + bill + "\"")
                .contains("/payments/" + account + "/" + receipt + ".pdf");
        for (String path : List.of("/home", "/bills/" + bill)) {
            assertThat(browser.get(path).body()).as(path).contains("href=\"/payments/" + account + "\"");
        }
    }

    /// Wherever it went since: what the books have open as credits is what the payments say.
    @Test
    void whatIsLeftOfPaymentsIsTheCreditThatTheBooksHaveOfThem() {
        String tooMuch = town.texts("select max(account) from payment").getFirst();
        pay(tooMuch, "99999.00");
        assertThat(town.signedIn(tooMuch).get("/payments/" + tooMuch).body()).contains("يبقى لكم رصيدا دائنا");
        int left = 0;
        for (String one : town.texts("select distinct account from payment")) {
            List<Paid> paid = AccountPayments.before(town.database(), one, Long.MAX_VALUE, 1000);
            Money sum = paid.stream().map(Paid::left).reduce(Money.ZERO, Money::plus);
            String open = town.texts("select coalesce(sum(open), 0)::text from open_credit where account = '" + one
                            + "' and kind = 'payment'")
                    .getFirst();
            assertThat(sum.minorUnits()).as(one).isEqualTo(Long.parseLong(open));
            left += sum.signum();
        }
        assertThat(left).isPositive();
    }

    @Test
    void oneThatWasTakenBackSettlesNothingAndSaysSo() {
        String other = town.texts("""
                select account from payment where account <> '%s' group by account having count(*) > 3
                order by 1""".formatted(account)).getFirst();
        Browser by = town.signedIn(other);
        assertThat(by.get("/payments/" + other).body()).doesNotContain("أُلغي هذا الأداء");
        ReceiptNumber number = ReceiptNumber.parse(town.receiptOf(other)).orElseThrow();
        Reversals.reverse(town.database(), number, town.today(), town.today(), why(), false);
        String page = by.get("/payments/" + other).body();
        int from = page.indexOf("id=\"" + number);
        assertThat(page.substring(from, page.indexOf("</section>", from)))
                .contains("أُلغي هذا الأداء")
                .doesNotContain("/bills/");
        assertThat(AccountTimeline.of(town.database(), other, ZoneOffset.UTC, 1, 50)
                        .entries())
                .filteredOn(one -> one.kind().equals("reversal"))
                .extracting(Entry::at)
                .as("it stands by its hour among what came that day")
                .isNotEmpty()
                .doesNotContainNull();
    }

    @Test
    void aReceiptIsAPaper() {
        String receipt = inTheBooks().getFirst();
        HttpResponse<String> paper = browser.get("/payments/" + account + "/" + receipt + ".pdf");
        assertThat(paper.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/pdf");
        assertThat(paper.body()).startsWith("%PDF-");
    }

    @Test
    void whatIsAnothersIsAsUnknownAsWhatIsNotThere() {
        String foreign = town.texts("select account from payment where account <> '" + account + "' limit 1")
                .getFirst();
        String theirs = town.receiptOf(foreign);
        for (String path : List.of(
                "/payments/" + foreign,
                "/payments/0999999999",
                "/payments/" + account + "?before=R0000000001ZZ",
                "/payments/" + account + "/" + theirs + ".pdf",
                "/payments/" + foreign + "/" + theirs + ".pdf",
                "/payments/" + account + "/" + new ReceiptNumber(9_999_999_999L) + ".pdf")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, ما أديتموه", "fr, Vos paiements", "en, What you have paid"})
    void thePageSpeaksTheLanguageChosen(String code, String said) {
        browser.get("/payments/" + account);
        HttpResponse<String> page = browser.post("/language", "to", code, "back", "/payments/" + account);
        assertThat(page.body()).contains("<html lang=\"" + code, said);
        browser.post("/language", "to", "ar", "back", "/payments/" + account);
    }

    /// What a device has kept of them is fetched again when another one has come.
    @Test
    void aDeviceKeepsTheNewestUntilAnotherComes() {
        String before = browser.getToKeep("/offline/pages").body();
        assertThat(before).contains("\"/payments/" + account + "\":");
        assertThat(kept(browser.getToKeep("/offline/pages").body())).isEqualTo(kept(before));
        pay("1.99");
        assertThat(kept(browser.getToKeep("/offline/pages").body())).isNotEqualTo(kept(before));
    }

    private static String kept(String list) {
        return list.replaceAll(".*\"/payments/" + account + "\":\"([^\"]+)\".*", "$1");
    }
}
