package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.lookup.AccountTimeline;
import org.taswiya.store.receivables.LedgerCheck;

/// From what is due to the sandbox's page and back, whatever a customer and the provider do on the way. Each test has
/// an account that owes, and what others have begun for it before has expired. One is disputed, and no other test's.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class PaymentTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static String two;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        two = town.owingTwo().getLast();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final String account = owing();
    private final Browser browser = town.signedIn(account);

    @AfterEach
    void theLedgerIsAsTheDocumentsSay() {
        assertThat(LedgerCheck.check(town.database()).differences()).isEmpty();
    }

    private static String owing() {
        List<String> owing = new ArrayList<>(town.owing());
        owing.remove(two);
        return owing.get(taken++ % owing.size());
    }

    private String due() {
        return due(account);
    }

    private static String due(String of) {
        return town.texts(
                        "select (sum(open) / 100.0)::numeric(12, 2) || '' from open_item where account = '" + of + "'")
                .getFirst();
    }

    private final long attemptsBefore =
            town.texts("select 'x' from card_attempt").size();
    private final long paymentsBefore = town.texts("select 'x' from payment").size();

    /// What was paid since the test began.
    private String paid() {
        return String.join(
                " ", town.texts("select amount || '' from payment order by serial offset " + paymentsBefore));
    }

    private long attempts() {
        return town.texts("select 'x' from card_attempt").size() - attemptsBefore;
    }

    private static String minor(String amount) {
        return amount.replace(".", "");
    }

    private HttpResponse<String> pay(Browser by, String choice, String part, String seen) {
        return by.post("/pay/" + account, "choice", choice, "part", part, "seen", seen);
    }

    private static boolean isAtProvider(HttpResponse<String> page) {
        return page.uri().getPath().equals("/page");
    }

    /// What can be meant in two ways is not guessed; what was typed stays, and is said back.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1.000   | يُقرأ على وجهين
            100 EUR | المبالغ هنا بعملة درهم
            1,234   | يُقرأ على وجهين
            0,005   | أكثر من رقمين بعد العلامة
            """)
    void anAmountThatIsNotClearIsRefusedWithWhatWasFound(String typed, String said) {
        browser.get("/pay/" + account);
        HttpResponse<String> page = pay(browser, "part", typed, due());
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(said, "value=\"" + typed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,50 DH", "١٢٫٥٠ درهم", "MAD 12.50"})
    void anAmountMayBearTheNameOfTheCurrency(String typed) {
        browser.get("/pay/" + account);
        browser.choose(pay(browser, "part", typed, due()), "before");
        assertThat(paid()).isEqualTo("1250");
    }

    /// What is usual leaves it out, and pays the rest, though the disputed bill is the older one.
    @Test
    void whatIsDisputedIsLeftOutUnlessAllIsChosen() {
        Browser by = town.signedIn(two);
        String older = town.texts(
                        "select number from open_item where account = '" + two + "' order by due_on, issued_on, number")
                .getFirst();
        by.get("/disputes/new/" + older);
        by.post("/disputes/new/" + older, "reason", "billing-error", "choice", "all", "part", "", "words", "too much");
        String disputed = town.texts("select open::text from open_item where number = '" + older + "'")
                .getFirst();
        HttpResponse<String> form = by.get("/pay/" + two);
        assertThat(form.body()).contains("value=\"undisputed\" checked").doesNotContain("value=\"all\" checked");
        String rest = form.body().replaceAll("(?s).*name=\"rest\" value=\"([^\"]+)\".*", "$1");
        assertThat(Long.parseLong(minor(rest)) + Long.parseLong(disputed)).isEqualTo(Long.parseLong(minor(due(two))));
        HttpResponse<String> other =
                by.post("/pay/" + two, "choice", "undisputed", "part", "", "seen", due(two), "rest", "1.00");
        assertThat(other.statusCode()).as("no longer what was shown").isEqualTo(409);
        by.choose(by.post("/pay/" + two, "choice", "undisputed", "part", "", "seen", due(two), "rest", rest), "before");
        assertThat(paid()).isEqualTo(minor(rest));
        assertThat(town.texts("select number || ' ' || open from open_item where account = '" + two + "'"))
                .containsExactly(older + " " + disputed);
        assertThat(by.get("/home").body()).doesNotContain("كان أجله").contains("لا شيء واجب الأداء", "موضوع اعتراض");
    }

    /// To whoever pays by card it is a card; that the money is held as a collector's is the books' own.
    @Test
    void whatWasPaidByCardIsCalledSo() {
        browser.get("/pay/" + account);
        browser.choose(pay(browser, "part", "2,50", due()), "before");
        assertThat(paid()).isEqualTo("250");
        String newest = browser.get("/payments/" + account).body().split("<section")[1]; // before it, a collector's too
        assertThat(newest).contains("2,50", "بطاقة").doesNotContain("شبكة");
        assertThat(AccountTimeline.of(town.database(), account, ZoneId.of("Africa/Casablanca"), 1, 50)
                        .entries())
                .filteredOn(one -> one.kind().equals("payment") && one.amount().equals(Money.parse("2.50")))
                .extracting(one -> one.detail() + "/" + one.place())
                .containsExactly("card/");
    }

    @Test
    void allThatIsDueIsPaidAndTheReceiptIsShown() {
        String due = due();
        assertThat(browser.get("/home").body()).contains("href=\"/pay/" + account);
        assertThat(browser.get("/pay/" + account).body()).contains("name=\"seen\" value=\"" + due);
        HttpResponse<String> page = pay(browser, "all", "", due);
        assertThat(isAtProvider(page)).isTrue();
        HttpResponse<String> back = browser.choose(page, "before");
        assertThat(back.uri().getPath()).isEqualTo("/paid/" + attempt());
        assertThat(back.body()).contains("تم الأداء", "وصل ", "R0").doesNotContain("أديتم أكثر من مرة");
        assertThat(paid()).isEqualTo(minor(due));
        assertThat(browser.get("/home").body()).contains("لا شيء واجب الأداء");
    }

    private String attempt() {
        return town.texts("select 'CP' || lpad(max(id)::text, 10, '0') from card_attempt where account = '" + account
                        + "'")
                .getFirst();
    }

    @Test
    void aRefusedCardIsToldAndAnotherOneMayBeTried() {
        String due = due();
        HttpResponse<String> back = browser.choose(pay(browser, "all", "", due), "refuse");
        assertThat(back.body()).contains("رُفضت البطاقة", "href=\"/pay/" + account);
        assertThat(paid()).isEmpty();
        assertThat(browser.choose(pay(browser, "all", "", due), "accept").body())
                .contains("تم الأداء");
        assertThat(paid()).isEqualTo(minor(due));
    }

    /// Told late, three times or before they are back: the page never says more than is known, and asks by itself.
    @ParameterizedTest
    @ValueSource(strings = {"late", "repeat", "silent"})
    void howeverTheProviderTellsItIsBookedOnce(String button) {
        HttpResponse<String> page = pay(browser, "part", "12,50", due());
        assertThat(browser.choose(page, button).body()).contains("تم الأداء");
        browser.choose(page, "nothing-that-there-is");
        HttpResponse<String> log = browser.get(page.uri().resolve("/"));
        assertThat(log.body()).contains("no money moves");
        browser.postAway(page.uri().resolve("/late"), "do", "tell");
        assertThat(paid()).isEqualTo("1250");
    }

    @Test
    void whoIsBackWithoutAnAnswerIsToldThatNothingIsKnownYet() {
        pay(browser, "all", "", due());
        String back = town.texts("select '/paid/' || 'CP' || lpad(id::text, 10, '0') || '?token=' || token"
                        + " from card_attempt order by id desc limit 1")
                .getFirst();
        assertThat(browser.get(back).body()).contains("لا نعلم بعد", "لا تؤدوا مرة ثانية");
        assertThat(browser.get("/pay/" + account).body()).contains("جار لهذا الحساب", back.replace("&", "&amp;"));
        assertThat(browser.get(back.substring(0, back.length() - 1)).statusCode())
                .as("another token")
                .isEqualTo(404);
    }

    @Test
    void aFormSentTwiceAtOnceIsOnePayment() throws Exception {
        String due = due();
        browser.get("/pay/" + account);
        List<Callable<HttpResponse<String>>> clicks = List.of(
                () -> pay(browser.window(), "all", "", due),
                () -> pay(browser.window(), "all", "", due),
                () -> pay(browser.window(), "all", "", due));
        List<URI> pages = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> click : threads.invokeAll(clicks)) {
                pages.add(click.get().uri());
            }
        }
        assertThat(pages.stream().distinct()).hasSize(1);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void whatWasShownInAnotherWindowBeforeItWasPaidPaysNothing() {
        String due = due();
        browser.get("/pay/" + account);
        Browser other = browser.window();
        other.get("/pay/" + account);
        browser.choose(pay(browser, "part", "100", due), "before");
        HttpResponse<String> answer = pay(other, "part", "100", due);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("تغير المبلغ الواجب", "value=\"100\"", "name=\"seen\" value=\"" + due());
        assertThat(paid()).isEqualTo("10000");
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void goingBackAfterAllWasPaidPaysNothing() {
        String due = due();
        browser.choose(pay(browser, "all", "", due), "before");
        HttpResponse<String> again = pay(browser, "all", "", due);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("لا شيء واجب الأداء");
        assertThat(paid()).isEqualTo(minor(due));
    }

    @Test
    void anotherAmountWhileOneIsUnderWayHasToBeMeant() {
        String due = due();
        pay(browser, "all", "", due);
        HttpResponse<String> warned = pay(browser, "part", "10", due);
        assertThat(warned.statusCode()).isEqualTo(409);
        assertThat(warned.body()).contains("أداء آخر جار", "name=\"beside\"", "value=\"10\"");
        assertThat(attempts()).isEqualTo(1);
        HttpResponse<String> meant =
                browser.post("/pay/" + account, "choice", "part", "part", "10", "seen", due, "beside", "yes");
        assertThat(isAtProvider(meant)).isTrue();
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void whoPressesTwiceAtTheProviderHasPaidTwiceAndIsToldSo() {
        String due = due();
        HttpResponse<String> page = pay(browser, "all", "", due);
        browser.choose(page, "before");
        assertThat(browser.choose(page, "before").body()).contains("أديتم أكثر من مرة", "رصيد دائن");
        assertThat(paid()).isEqualTo(minor(due) + " " + minor(due));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing       |         | 422 | اكتبوا مبلغا فوق الصفر
            zero          | 0       | 422 | ليس فوق الصفر
            negative      | -5      | 422 | ليس فوق الصفر
            words         | all     | 422 | ليس مبلغا
            centimesOfOne | 1.234   | 422 | يُقرأ على وجهين
            tooMuch       | 999999  | 422 | أكثر مما هو واجب
            script        | <b>1</b>| 422 | &lt;b>1&lt;/b>
            """)
    void whatIsTypedWrongIsSaidAndStays(String trap, String typed, int status, String said) {
        String text = typed == null ? "" : typed;
        HttpResponse<String> answer = pay(browser, "part", text, due());
        assertThat(answer.statusCode()).as(trap).isEqualTo(status);
        assertThat(answer.body()).contains(said, "value=\"part\" checked").doesNotContain("<b>1");
        assertThat(attempts()).isZero();
    }

    /// Without script nobody moves the choice for them, and all of it is more than they meant.
    @Test
    void anAmountTypedBesideAllOfItIsAskedAbout() {
        HttpResponse<String> answer = pay(browser, "all", "10", due());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("اختاروا أحدهما", "value=\"10\"");
        assertThat(pay(browser, "everything", "", due()).statusCode()).isEqualTo(422);
        assertThat(attempts()).isZero();
    }

    @Test
    void oneBillIsPaidAndNoOther() {
        String serial = town.texts("select substr(number, 1, 10) from open_item where account = '" + account
                        + "' and kind = 'bill' order by number desc limit 1")
                .getFirst();
        String bill = new BillNumber(Long.parseLong(serial)).toString();
        String open = town.texts(
                        "select (open / 100.0)::numeric(12, 2) || '' from open_item where number = '" + bill + "'")
                .getFirst();
        assertThat(browser.get("/bills/" + bill).body()).contains("/pay/" + account + "?bill=" + bill);
        assertThat(browser.get("/pay/" + account + "?bill=" + bill).body()).contains("value=\"" + open);
        browser.choose(browser.post("/pay/" + account, "choice", "all", "bill", bill, "seen", open), "before");
        assertThat(town.texts("select number from open_item where number = '" + bill + "'"))
                .isEmpty();
    }

    @Test
    void whatIsAnothersIsAsUnknownAsWhatIsNotThere() {
        String foreign = town.owing().stream()
                .filter(other -> !other.equals(account))
                .findFirst()
                .orElseThrow();
        String theirs = new BillNumber(Long.parseLong(town.bills(foreign).getLast())).toString();
        for (String path : List.of(
                "/pay/" + foreign,
                "/pay/0999999999",
                "/pay/" + account + "?bill=" + theirs,
                "/pay/" + account + "?bill=9999999999ZZ",
                "/paid/CP9999999999?token=0123")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(browser.post("/pay/" + foreign, "choice", "all", "seen", "1.00")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/pay/" + account, "choice", "all", "bill", theirs, "seen", "1.00")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSignInThatEndsInMidFormKeepsWhatWasTyped() {
        browser.get("/pay/" + account);
        Browser other = browser.window();
        other.get("/home");
        other.post("/logout");
        HttpResponse<String> ended = pay(browser, "part", "33.30", due());
        assertThat(ended.statusCode()).isEqualTo(403);
        assertThat(ended.body()).contains("انتهت مدة دخولكم");
        HttpResponse<String> again = town.signInTo(browser, account);
        assertThat(again.uri().getPath()).isEqualTo("/pay/" + account);
        assertThat(again.body()).contains("value=\"33.30\"", "value=\"part\" checked");
        assertThat(attempts()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ar, الأداء بالبطاقة البنكية, تم الأداء", "fr, Payer par carte, Payé", "en, Pay by card, Paid"})
    void everyPageSpeaksTheLanguageChosen(String code, String form, String done) {
        browser.get("/pay/" + account);
        HttpResponse<String> same = browser.post("/language", "to", code, "back", "/pay/" + account);
        assertThat(same.uri().getPath()).isEqualTo("/pay/" + account);
        assertThat(same.body()).contains("<html lang=\"" + code, form);
        HttpResponse<String> page = pay(browser, "part", "1", due());
        assertThat(page.body()).contains("lang=\"" + code);
        assertThat(browser.choose(page, "before").body()).contains(done);
    }

    @Test
    void aFormMayLeadToTheProviderAndNowhereElse() {
        HttpResponse<String> page = browser.get("/pay/" + account);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith(
                        "form-action 'self' http://127.0.0.1:" + town.provider().port());
    }

    @Test
    void amountsInArabicAreKeptFromTurningRound() {
        assertThat(browser.get("/pay/" + account).body()).contains("\u2066").doesNotContain(" style=", "<script>");
    }

    @Test
    void anybodyElseSignsNoNotice() {
        HttpResponse<String> page = pay(browser, "all", "", due());
        assertThat(isAtProvider(page)).isTrue();
        HttpResponse<String> forged = browser.postWith("", "/online/notice", "transaction", "S1", "state", "paid");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(paid()).isEmpty();
    }
}
