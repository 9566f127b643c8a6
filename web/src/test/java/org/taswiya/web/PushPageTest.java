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

/// Notices on a device, asked for and ended. What a browser does with them: [InBrowserTest].
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class PushPageTest {
    private static final String ENDPOINT = "https://push.example.net/abc";
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";

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

    private final String account = accounts.get(taken++);
    private final Browser browser = town.signedIn(account);
    private final String path = "/preferences/" + account;

    private HttpResponse<String> begin(String endpoint, String key, String secret) {
        browser.get(path + "/push");
        return browser.post(path + "/push", "endpoint", endpoint, "p256dh", key, "auth", secret);
    }

    private List<String> channels() {
        return town.texts("select channel from contacts_on('" + account + "', '2020-07-20')");
    }

    private List<String> preferred() {
        return town.texts("select kind || ' ' || array_to_string(channels, '+') from message_preference"
                + " where account = '" + account + "' order by change, kind");
    }

    @Test
    void aDeviceIsTheLastWayAndTheFirstForWhatIsUrgent() {
        List<String> before = channels();
        assertThat(browser.get(path).body()).contains(path + "/push");
        HttpResponse<String> done = begin(ENDPOINT, PageTown.PUSH_KEY, SECRET);
        assertThat(done.body()).contains("ستصلكم الإشعارات على هذا الجهاز").doesNotContain(SECRET);
        assertThat(channels()).startsWith(before.toArray(String[]::new)).endsWith("push");
        assertThat(preferred()).contains("outage push").doesNotContain("bill push");
        int said = preferred().size();
        begin(ENDPOINT + "2", PageTown.PUSH_KEY, SECRET);
        assertThat(channels()).as("another device in its place").hasSize(before.size() + 1);
        assertThat(preferred()).hasSize(said);
        browser.get(path + "/push");
        assertThat(browser.post(path + "/push/end").body()).contains("لن تصل إشعارات أخرى إلى الجهاز");
        assertThat(channels()).isEqualTo(before);
    }

    @Test
    void whatTheCustomerHasSaidOfAKindStays() {
        browser.get(path + "/notice/outage");
        browser.post(path + "/notice/outage", "wanted", "yes", "first", "sms");
        begin(ENDPOINT, PageTown.PUSH_KEY, SECRET);
        assertThat(preferred()).contains("outage sms").doesNotContain("outage push");
    }

    @ParameterizedTest
    @CsvSource({
        "plain http, http://push.example.net/abc, , ",
        "a machine of this house, https://localhost/abc, , ",
        "a number, https://10.0.0.1/abc, , ",
        "another port, https://push.example.net:8443/abc, , ",
        "no point of the curve, , AAAA, ",
        "a secret too short, , , AAAA",
        "a space, https://push.example.net/a b, , "
    })
    void whatNobodyCanBeToldByIsRefused(String as, String endpoint, String key, String secret) {
        List<String> before = channels();
        HttpResponse<String> refused = begin(
                endpoint == null ? ENDPOINT : endpoint,
                key == null ? PageTown.PUSH_KEY : key,
                secret == null ? SECRET : secret);
        assertThat(refused.statusCode()).as(as).isEqualTo(422);
        assertThat(refused.body()).contains("لم نستطع استعمال ما أعطاه المتصفح");
        assertThat(channels()).isEqualTo(before);
    }

    @Test
    void anotherCustomersDeviceIsNotThere() {
        String foreign = town.texts("select a.reference from customer_account a join customer_account o"
                        + " on o.reference = '" + account + "' where a.customer <> o.customer order by 1 limit 1")
                .getFirst();
        String theirs = "/preferences/" + foreign + "/push";
        assertThat(browser.get(theirs).statusCode()).isEqualTo(404);
        browser.get(path + "/push");
        assertThat(browser.post(theirs, "endpoint", ENDPOINT, "p256dh", PageTown.PUSH_KEY, "auth", SECRET)
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.post(theirs + "/end").statusCode()).isEqualTo(404);
    }
}
