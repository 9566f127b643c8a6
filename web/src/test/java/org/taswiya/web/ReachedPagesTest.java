package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Change;
import org.taswiya.store.agreement.MoveOutRequests;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.Preferences;
import org.taswiya.store.staff.StaffRole;

/// By what a customer is reached: all of it on the page of the account, changed there, and told on its time line.
final class ReachedPagesTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser amina;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        amina = town.staff("amina", StaffRole.AGENT);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String page(String account) {
        return amina.get("/staff/accounts/" + account).body();
    }

    private static HttpResponse<String> post(String account, String... typed) {
        amina.get("/staff/accounts/" + account + "/contact");
        return amina.browser().post("/staff/accounts/" + account + "/contact", typed);
    }

    private static Change why() {
        return new Change(town.now(), "test", "said so");
    }

    private static List<String> addresses(String account) {
        return town.texts("select channel || ' ' || address from contacts_on('" + account + "', '" + town.today()
                + "') order by ordinal");
    }

    @Test
    void whatHoldsOfACustomerIsOnTheirPage() {
        String account = town.owing().get(1);
        String agreement = town.texts("select reference from service_agreement where account = '" + account
                        + "' and to_day is null order by 1")
                .getFirst();
        MoveOutRequests.ask(
                town.database(), account, Set.of(agreement), town.today().plusDays(9), town.today(), why());
        Preference unwanted = new Preference(Cause.Kind.PAYMENT, false, List.of(Channel.EMAIL), null);
        Preferences.set(town.database(), account, unwanted, town.today(), why(), false);
        assertThat(page(account))
                .contains("a" + account + "@example.org", "غير مؤكد", "الفئة", "casablanca/")
                .contains("يريد الرحيل", "/staff/work/move/" + agreement, "غير مرغوب فيه")
                .as("on the time line")
                .contains("يرحل يوم");
    }

    @Test
    void anAddressCountsWhenItsCustomerGivesTheCode() {
        String account = town.owing().get(2);
        HttpResponse<String> sent = post(account, "address", "0612345678", "how", "code", "why", "");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(sent.body()).contains("أُرسل رمز");
        assertThat(addresses(account)).isEqualTo(List.of("email a" + account + "@example.org"));
        String code = town.texts("select code from contact_code where account = '" + account + "'")
                .getFirst();
        assertThat(sent.body()).doesNotContain(code);
        ContactCodes.give(town.database(), account, code, town.today(), why());
        assertThat(page(account)).contains("+212612345678", "مؤكد برمز");
    }

    @Test
    void whoCannotSignInHasItWrittenDownAndTheTimeLineSaysFromWhatToWhatAndByWhom() {
        String account = town.owing().get(3);
        assertThat(post(account, "address", "new@example.org", "how", "at-once", "why", "identity card seen")
                        .body())
                .contains("سُجِّل");
        assertThat(addresses(account)).isEqualTo(List.of("email new@example.org"));
        assertThat(page(account))
                .containsPattern("(?s)كان <bdi[^>]*>a" + account + "@example.org</bdi>.{0,80}صار <bdi[^>]*>"
                        + "new@example.org</bdi>.{0,80}<span class=\"note\">.?amina");
        assertThat(town.texts("select staff || ' ' || place from staff_event where account = '" + account
                        + "' and kind = 'acted'"))
                .containsExactly("amina contact");
        // where they were reached before is told
        assertThat(town.texts("select address from message where account = '" + account
                        + "' and cause_kind = 'contact' order by 1"))
                .contains("a" + account + "@example.org");
    }

    @Test
    void theLanguageIsChangedAndTheAddressesStay() {
        String account = town.owing().get(4);
        assertThat(post(account, "language", "en").body()).contains("سُجِّل");
        assertThat(addresses(account)).isEqualTo(List.of("email a" + account + "@example.org"));
        assertThat(page(account)).contains("<span lang=\"en\">English</span>");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, code, '', ليس هذا رقم هاتف",
        "0612345678, '', '', اختاروا ما يجب",
        "0612345678, at-once, '', كيف أثبت هويته",
    })
    void whatIsNotRightIsSaidAndKept(String address, String how, String why, String said) {
        String account = town.owing().get(5);
        List<String> before = addresses(account);
        HttpResponse<String> page = post(account, "address", address, "how", how, "why", why);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(said, "value=\"" + address + "\"");
        assertThat(addresses(account)).isEqualTo(before);
    }

    @Test
    void nobodyFloodsATelephone() {
        String account = town.owing().get(6);
        for (int i = 0; i < 5; i++) {
            assertThat(post(account, "address", "0612345678", "how", "code").statusCode())
                    .isEqualTo(200);
        }
        assertThat(post(account, "address", "0612345678", "how", "code").statusCode())
                .isEqualTo(429);
    }

    /// What an agent looks for is not buried under codes.
    @Test
    void theMessagesOfADayAreOneRowWithTheirHours() {
        String account = town.owing().get(7);
        for (int i = 0; i < 3; i++) {
            post(account, "address", "0612345678", "how", "code");
        }
        String past = page(account).replaceAll("(?s).*id=\"past\"", "");
        assertThat(past).contains("<details><summary>", "رسائل: \u20663\u2069");
        String row = past.substring(past.indexOf("رسائل: "), past.indexOf("</details>"));
        assertThat(Pattern.compile("<li><span class=\"note\">\u2066[0-9]{2}:[0-9]{2}\u2069</span>")
                        .matcher(row)
                        .results()
                        .count())
                .isEqualTo(3);
    }
}
