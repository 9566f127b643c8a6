package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.StaffRole;

/// What somebody has typed, at the console above all, is not lost with their sign-in, and does nothing by itself.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class KeptFormTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static String account;
    private static StaffBrowser amina;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        account = town.owing().getFirst();
        amina = town.staff("amina", StaffRole.AGENT);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Signed out behind an open form.
    private static Browser ended(String form) {
        StaffBrowser agent = amina.later();
        agent.signIn();
        agent.get(form);
        Browser other = agent.browser().window();
        other.get("/staff/search");
        other.post("/staff/logout");
        return agent.browser();
    }

    private static HttpResponse<String> signedIn(Browser browser) {
        StaffBrowser again = new StaffBrowser(town, browser, amina.name(), amina.password(), amina.secret());
        town.browser(); // an hour later: a code is good once
        return again.signIn();
    }

    private String another() {
        return town.owing().stream()
                .filter(one -> !one.equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLongTextIsThereAgain() {
        String words =
                "The customer says that the meter turns at night. ".repeat(40).strip();
        String form = "/staff/requests/new/" + account;
        String asked = "select 'x' from service_request where account = '" + account + "'";
        int before = town.texts(asked).size();
        Browser browser = ended(form);
        HttpResponse<String> answer = browser.post(form, "kind", "meter-check", "channel", "counter", "words", words);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("انتهت مدة دخولكم", "href=\"/staff/login\"");
        HttpResponse<String> again = signedIn(browser);
        assertThat(again.uri()).hasToString(answer.uri() + "?typed");
        assertThat(again.body())
                .contains(words + "</textarea>", "وما كتبتموه هنا من جديد")
                .containsPattern("value=\"meter-check\" checked");
        assertThat(town.texts(asked)).hasSize(before);
    }

    @Test
    void anAdjustmentIsThereAgainAndIsLookedAtAnew() {
        String form = "/staff/accounts/" + account + "/adjust";
        Browser browser = ended(form);
        browser.post(
                form,
                "item",
                "account",
                "reason",
                "goodwill",
                "amount",
                "12,50",
                "evidence",
                "letter 17",
                "why",
                "kind",
                "seen",
                "all",
                "key",
                "console/0123456789abcdef",
                "password",
                "secret words");
        HttpResponse<String> again = signedIn(browser);
        Form kept = Form.of(again, "adjust");
        assertThat(List.of(kept.field("item"), kept.field("reason"), kept.field("amount"), kept.field("why")))
                .containsExactly("account", "goodwill", "12,50", "kind");
        assertThat(again.body()).doesNotContain("secret words", "console/0123456789abcdef");
    }

    /// The page of what is only sent to is the one above it.
    @Test
    void anAnswerIsThereAgainOnThePageOfItsRequest() {
        StaffBrowser agent = amina.later();
        agent.signIn();
        String form = "/staff/requests/new/" + account;
        agent.get(form);
        String request = agent.browser()
                .post(form, "kind", "information", "channel", "phone", "words", "asks for the tariff")
                .uri()
                .getPath();
        Browser browser = ended(request);
        browser.post(request + "/answer", "letter", "", "words", "it is on the bill", "seen", "1");
        HttpResponse<String> again = signedIn(browser);
        assertThat(again.uri().getPath()).isEqualTo(request);
        assertThat(again.body()).contains("it is on the bill");
    }

    @Test
    void aFormOfAnEarlierSignInSaysSoAndOpensAgain() {
        String form = "/staff/requests/new/" + account;
        StaffBrowser agent = amina.later();
        agent.signIn();
        HttpResponse<String> answer =
                agent.browser().postWith(agent.browser().staleToken(), form, "words", "no supply");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("هذه الاستمارة من دخول سابق", "href=\"" + form + "?typed\"");
        assertThat(agent.get(form + "?typed").body()).contains("no supply</textarea>");
    }

    /// What is typed stands in no address, however short it is: of customers too.
    @Test
    void whatACustomerTypedIsInNoAddress() {
        String form = "/requests/new/" + account;
        Browser customer = town.signedIn(account);
        customer.get(form);
        Browser other = customer.window();
        other.get("/home");
        other.post("/logout");
        assertThat(customer.post(form, "kind", "meter-check", "words", "my health")
                        .body())
                .contains("href=\"/login\"");
        HttpResponse<String> again = town.signInTo(customer, account);
        assertThat(again.uri().getQuery()).isEqualTo("typed");
        assertThat(again.body()).contains("my health</textarea>").containsPattern("value=\"meter-check\" checked");
    }

    @Test
    void aCustomersFormWithoutItsTokenSaysSoAndOpensAgain() {
        String form = "/requests/new/" + account;
        Browser customer = town.signedIn(account);
        HttpResponse<String> answer = customer.postWith(customer.staleToken(), form, "words", "the dial stands still");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("هذه الاستمارة من دخول سابق", "href=\"" + form + "?typed\"");
        assertThat(customer.get(form + "?typed").body()).contains("the dial stands still</textarea>");
    }

    /// Two windows, and then the same customer again: both are there.
    @Test
    void eachWindowsFormIsKeptAndOffered() {
        String request = "/requests/new/" + account;
        String delegate = "/delegates/" + account;
        Browser one = town.signedIn(account);
        one.get(request);
        Browser two = one.window();
        two.get(delegate);
        Browser other = one.window();
        other.get("/home");
        other.post("/logout");
        String health = "the meter and my health ".repeat(40).strip();
        assertThat(one.post(request, "kind", "meter-check", "words", health).statusCode())
                .isEqualTo(403);
        assertThat(two.post(delegate, "reference", "1234567890", "kind", "pays").body())
                .contains("وما كتبتموه محفوظ");
        HttpResponse<String> again = town.signInTo(one, account);
        assertThat(again.uri().toString()).endsWith(delegate + "?typed");
        assertThat(again.body())
                .contains("value=\"1234567890\"", "استمارات أخرى", "href=\"" + request + "?typed\"")
                .doesNotContain("href=\"" + delegate + "?typed\"");
        assertThat(one.get("/home").body()).contains("href=\"" + request + "?typed\"");
        assertThat(one.get(request + "?typed").body()).contains(health + "</textarea>");
        assertThat(one.get("/home").body()).as("looked at").doesNotContain("استمارات أخرى");
        assertThat(one.get(request + "?typed").body()).as("once more").contains(health + "</textarea>");
    }

    @Test
    void whatIsMoreThanCanBeKeptIsNotSaidToBeKept() {
        Browser customer = town.signedIn(account);
        customer.get("/home");
        Browser other = customer.window();
        other.get("/home");
        other.post("/logout");
        String token = customer.staleToken();
        for (int i = 0; i < 10; i++) {
            assertThat(customer.postWith(token, "/requests/page" + i, "words", "no " + i)
                            .body())
                    .contains("انتهت مدة دخولكم");
        }
        assertThat(customer.postWith(token, "/requests/page-more", "words", "one too many")
                        .body())
                .contains("انتهت مدة هذه الصفحة", "مرة أخرى")
                .doesNotContain("محفوظ");
        assertThat(customer.postWith(token, "/requests/page3", "words", "the same page")
                        .body())
                .contains("انتهت مدة دخولكم");
    }

    /// Neither their words nor the address, which names the account.
    @Test
    void anotherCustomerGetsNothingOfIt() {
        String another = another();
        String form = "/requests/new/" + account;
        Browser customer = town.signedIn(account);
        customer.get(form);
        Browser other = customer.window();
        other.get("/home");
        other.post("/logout");
        customer.post(form, "kind", "meter-check", "words", "my health");
        HttpResponse<String> after = town.signInTo(customer, another);
        assertThat(after.uri().getPath()).isEqualTo("/home");
        assertThat(after.body()).doesNotContain(account, "my health", "استمارات أخرى");
        assertThat(customer.get(form + "?typed").body()).doesNotContain("my health");
    }

    /// Who asked for a page without a sign-in is not known: on a device of somebody else nobody is led to it.
    @Test
    void anAddressOfAnotherCustomersDeviceIsNotGoneTo() {
        String another = another();
        Browser customer = town.signedIn(account);
        customer.post("/logout");
        customer.get("/requests/new/" + account);
        assertThat(town.signInTo(customer, another).uri().getPath()).isEqualTo("/home");
        customer.post("/logout");
        customer.get("/disputes");
        assertThat(town.signInTo(customer, another).uri().getPath()).isEqualTo("/disputes");
    }

    /// Its window is behind that of somebody who has signed in since.
    @Test
    void aFormThatSomebodyElsesSignInSendsIsNotKeptForThem() {
        String another = another();
        String form = "/requests/new/" + account;
        Browser customer = town.signedIn(account);
        customer.get(form);
        Browser other = customer.window();
        other.get("/home");
        other.post("/logout");
        town.signInTo(other, another);
        assertThat(customer.post(form, "kind", "meter-check", "words", "my health")
                        .body())
                .contains("انتهت مدة هذه الصفحة")
                .doesNotContain("?typed", "محفوظ");
        assertThat(other.get(form + "?typed").body()).doesNotContain("my health");
    }

    /// The form goes along with the choice, as `typed.js` sends it.
    @Test
    void anotherLanguageLeavesWhatWasTyped() {
        String form = "/requests/new/" + account;
        Browser customer = town.signedIn(account);
        customer.get(form);
        HttpResponse<String> french = customer.post(
                "/language",
                "to",
                "fr",
                "back",
                form + "?kind=meter-check",
                "typed:words",
                "une longue histoire",
                "typed:_csrf",
                "x");
        assertThat(french.uri().getQuery()).isEqualTo("typed");
        assertThat(french.body())
                .contains("<html lang=\"fr\"", "une longue histoire</textarea>")
                .containsPattern("value=\"meter-check\" checked");
        assertThat(customer.get("/home").body()).doesNotContain("D’autres formulaires");
        assertThat(customer.post("/language", "to", "ar", "back", form).uri().getQuery())
                .as("nothing was typed")
                .isNull();
    }

    @Test
    void whoHasNotSignedInLeavesNothing() {
        Browser nobody = town.browser();
        nobody.get("/login");
        assertThat(nobody.post("/language", "to", "fr", "back", "/login", "typed:account", "1")
                        .uri()
                        .getQuery())
                .isNull();
    }

    @Test
    void aColleagueGetsNothingOfIt() {
        String form = "/staff/requests/new/" + account;
        Browser browser = ended(form);
        browser.post(form, "kind", "meter-check", "channel", "counter", "words", "said to amina alone");
        StaffBrowser bashir = town.staff("bashir", StaffRole.SUPERVISOR);
        town.browser(); // an hour later: a code is good once
        HttpResponse<String> after =
                new StaffBrowser(town, browser, bashir.name(), bashir.password(), bashir.secret()).signIn();
        assertThat(after.uri().getPath()).isEqualTo("/staff/search");
        assertThat(browser.get(form + "?typed").body()).doesNotContain("said to amina alone");
    }

    @Test
    void whatARoleDoesNotDoIsSaid() {
        StaffBrowser agent = amina.later();
        agent.signIn();
        agent.get("/staff/search");
        HttpResponse<String> answer = agent.browser().post("/staff/work/held/C1000001/decide", "what", "release");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ليس هذا لكم").doesNotContain("انتهت مدة");
    }
}
