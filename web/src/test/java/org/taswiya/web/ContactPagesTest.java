package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How an account is reached and what it is told, as its holder sees and changes it.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class ContactPagesTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static List<String> accounts;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        accounts = town.texts("select reference from customer_account order by 1");
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final String account = accounts.get(taken++ % accounts.size());
    private final Browser browser = town.signedIn(account);
    private final String path = "/preferences/" + account;

    private String code() {
        return town.texts("select code from contact_code where account = '" + account + "' order by id desc limit 1")
                .getFirst();
    }

    private List<String> reached() {
        return town.texts("select channel || ' ' || address from contacts_on('" + account + "', '2020-07-20')");
    }

    private List<String> preferred() {
        return town.texts("select kind || ' ' || is_wanted || ' ' || array_to_string(channels, '+') || ' '"
                + " || coalesce(language::text, '-') from message_preference where account = '" + account
                + "' order by change");
    }

    private HttpResponse<String> address(String channel, String address) {
        browser.get(path + "/address");
        return browser.post(path + "/address", "channel", channel, "address", address);
    }

    @Test
    void aNewNumberCountsWhenItsCodeComesBackAndTheOldOneIsTold() {
        address("sms", "0612345670");
        HttpResponse<String> done = browser.post(path + "/code", "code", code());
        assertThat(done.body()).contains("تأكد العنوان الجديد", "<bdi>+212612345670</bdi>");
        HttpResponse<String> sent = address("sms", "06 12-34.56 78");
        assertThat(sent.uri().getPath()).isEqualTo(path + "/code");
        assertThat(sent.body()).contains("<bdi>+212612345678</bdi>");
        assertThat(reached()).contains("sms +212612345670");
        assertThat(browser.post(path + "/code", "code", "12").statusCode()).isEqualTo(422);
        String code = code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(browser.post(path + "/code", "code", wrong).body()).contains("هذا الرمز غير صحيح");
        browser.post(path + "/code", "code", code);
        assertThat(reached()).contains("sms +212612345678").doesNotContain("sms +212612345670");
        assertThat(town.texts("select address from message where account = '" + account
                        + "' and cause_kind = 'contact' order by id desc limit 2"))
                .contains("+212612345670");
        assertThat(browser.post(path + "/code", "code", code).body()).as("once").contains("لا رمز ينتظر");
    }

    @ParameterizedTest
    @CsvSource({
        "sms, 12, رقم هاتف",
        "sms, name@example.org, رقم هاتف",
        "email, nobody, بريد إلكتروني",
        "email, <b>@x.org, بريد إلكتروني",
        "post, 1 rue X, رقم هاتف",
        "push, https://x, رقم هاتف"
    })
    void whatIsNoAddressIsSaidAndStays(String channel, String typed, String said) {
        int before = town.texts("select 'x' from contact_code").size();
        HttpResponse<String> answer = address(channel, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said, typed.replace("<", "&lt;")).doesNotContain("<b>@");
        assertThat(town.texts("select 'x' from contact_code")).hasSize(before);
    }

    /// As a campaign asks for it: the page says which address it is, and one press sends the code there.
    @Test
    void anAddressThatNobodyHasConfirmedIsConfirmedFromItsPage() {
        List<String> before = reached();
        HttpResponse<String> page = browser.get(path);
        assertThat(page.body()).contains("لم يؤكد بعد");
        HttpResponse<String> sent = Form.of(page, "/address").send(browser);
        assertThat(sent.uri().getPath()).isEqualTo(path + "/code");
        HttpResponse<String> done = browser.post(path + "/code", "code", code());
        assertThat(done.uri().getPath()).isEqualTo(path);
        assertThat(done.body())
                .contains("تم التأكد من أن هذا الهاتف أو البريد لكم")
                .as("nothing was changed, and nobody told of it")
                .doesNotContain("لم يؤكد بعد", "إشعارا إلى السابق");
        assertThat(reached()).isEqualTo(before);
    }

    @Test
    void nobodyFloodsATelephone() {
        for (int i = 0; i < 5; i++) {
            assertThat(address("sms", "061234567" + i).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> sixth = address("sms", "0612345679");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("رموز كثيرة", "value=\"0612345679\"");
    }

    @Test
    void whatIsWantedOfAKindIsSavedOnce() {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> saved =
                    browser.post(path + "/notice/payment", "wanted", "yes", "first", "email", "language", "fr");
            assertThat(saved.uri().toString()).endsWith(path + "?saved=notice");
            assertThat(saved.body()).contains("حُفظ اختياركم", "أولا: البريد");
        }
        assertThat(preferred()).containsExactly("payment true email fr");
        browser.post(path + "/notice/payment", "wanted", "no");
        assertThat(preferred()).containsExactly("payment true email fr", "payment false  -");
        assertThat(browser.get(path + "/notice/payment").body())
                .contains("id=\"no\" name=\"wanted\" value=\"no\" checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bill", "outage", "reminder"})
    void whatTheLawAsksForIsNeverSwitchedOffAndThePageSaysWhy(String kind) {
        assertThat(browser.get(path + "/notice/" + kind).body())
                .contains("لكم أن تختاروا الطريق واللغة")
                .doesNotContain("name=\"wanted\"");
        HttpResponse<String> forced = browser.post(path + "/notice/" + kind, "wanted", "no");
        assertThat(forced.statusCode()).isEqualTo(422);
        assertThat(preferred()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in-code", "contact-code", "contact", "nothing"})
    void ofCodesAndOfWhatIsNotThereNothingIsPreferred(String kind) {
        assertThat(browser.get(path + "/notice/" + kind).statusCode()).isEqualTo(404);
        assertThat(browser.post(path + "/notice/" + kind, "wanted", "no").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsAnothersIsAsUnknownAsWhatIsNotThere() {
        String foreign = accounts.stream()
                .filter(other ->
                        !other.equals(account) && !browser.get("/home").body().contains("a" + other))
                .findFirst()
                .orElseThrow();
        int before = town.texts("select 'x' from contact_code").size();
        for (String other : List.of(foreign, "0999999999")) {
            for (String page : List.of("", "/address", "/code", "/notice/bill")) {
                assertThat(browser.get("/preferences/" + other + page).statusCode())
                        .as(page)
                        .isEqualTo(404);
            }
            assertThat(browser.post("/preferences/" + other + "/address", "channel", "sms", "address", "0612345678")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.post("/preferences/" + other + "/code", "code", "123456")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.post("/preferences/" + other + "/notice/payment", "wanted", "no")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(town.texts("select 'x' from contact_code")).hasSize(before);
    }

    /// Somebody has gone away from their open page: nobody else brings the codes to their own telephone from there.
    @Test
    void anOpenSessionDoesNotChangeWhereCodesGo() {
        town.browser(); // an hour goes by
        int before = town.texts("select 'x' from contact_code").size();
        HttpResponse<String> asked =
                browser.post(path + "/address", "channel", "email", "address", "thief@example.org");
        assertThat(asked.uri().toString()).endsWith("/login?again");
        assertThat(asked.body()).contains("أثبتوا مرة أخرى أنكم أنتم");
        assertThat(browser.get(path + "/address").uri().getPath()).isEqualTo("/login");
        assertThat(browser.get("/passkeys").uri().getPath()).isEqualTo("/login");
        assertThat(browser.get("/home").uri().getPath()).as("all else goes on").isEqualTo("/home");
        assertThat(town.texts("select 'x' from contact_code")).hasSize(before);
        browser.get(path + "/address");
        HttpResponse<String> back = town.signInTo(browser, account);
        assertThat(back.uri().getPath()).as("and back").isEqualTo(path + "/address");
    }

    @Test
    void aSignInThatEndsInMidFormKeepsWhatWasTypedButNoCode() {
        browser.get(path + "/address");
        Browser other = browser.window();
        other.get("/home");
        other.post("/logout");
        browser.post(path + "/address", "channel", "email", "address", "new@example.org", "code", "123456");
        HttpResponse<String> again = town.signInTo(browser, account);
        assertThat(again.uri().getPath()).isEqualTo(path + "/address");
        assertThat(again.uri().getQuery()).doesNotContain("123456").doesNotContain("csrf");
        assertThat(again.body()).contains("value=\"new@example.org\"", "value=\"email\" checked");
    }

    @ParameterizedTest
    @CsvSource({"ar, كيف نخاطبكم", "fr, Comment nous vous joignons", "en, How we reach you"})
    void everyPageSpeaksTheLanguageChosen(String code, String said) {
        browser.get(path);
        assertThat(browser.post("/language", "to", code, "back", path).body())
                .contains("<html lang=\"" + code, said)
                .doesNotContain(" style=");
    }
}
