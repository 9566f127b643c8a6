package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;

/// What a device is given to keep. What it does with it: [InBrowserTest].
final class OfflineTest {
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

    private static String newest(String account) {
        return new BillNumber(Long.parseLong(town.bills(account).getLast())).toString();
    }

    @Test
    void theNewestBillsAndHomeAreNamedAndNoOtherPage() {
        String account = town.reached().getFirst();
        HttpResponse<String> list = town.signedIn(account).getToKeep("/offline/pages");
        assertThat(list.body()).startsWith("{\"/home\":\"").contains("\"/bills/" + newest(account) + "\":");
        assertThat(list.body().split("/bills/", -1)).hasSize(13);
        assertThat(list.headers().map()).containsEntry("Cache-Control", List.of("no-store"));
    }

    @Test
    void aKeptPageHasNoFormAndNoTokenAndSaysWhenItWasMade() {
        String account = town.reached().getFirst();
        Browser browser = town.signedIn(account);
        for (String path : List.of("/home", "/bills/" + newest(account))) {
            assertThat(browser.getToKeep(path).body())
                    .as(path)
                    .contains("نسخة محفوظة على هذا الجهاز", "data-age=\"2020-07-")
                    .doesNotContain("<form", "_csrf", "/logout");
        }
    }

    /// By this word a device knows that what it has kept is another's.
    @Test
    void aPageSaysWhoseItIsUntilTheNextSignInOrAnotherLanguage() {
        String account = town.reached().getFirst();
        Browser browser = town.signedIn(account);
        String first = whose(browser.get("/home"));
        assertThat(first).endsWith("-ar").isEqualTo(whose(browser.getToKeep("/offline/pages")));
        browser.post("/language", "to", "fr");
        assertThat(whose(browser.get("/home"))).isEqualTo(first.replace("-ar", "-fr"));
        assertThat(whose(town.signedIn(account).get("/home"))).isNotEqualTo(first);
        assertThat(whose(town.browser().get("/login"))).as("a stranger's").isEmpty();
    }

    private static String whose(HttpResponse<String> page) {
        return page.headers().firstValue("Kept-For").orElse("");
    }

    /// Else whoever signs in next would be led to a page that nobody wanted but the device.
    @ParameterizedTest
    @ValueSource(strings = {"/home", "/offline/pages", "/bills/0000000001AB"})
    void aDeviceWhoseSignInHasEndedIsNotLedToTheWayIn(String path) {
        Browser browser = town.browser();
        HttpResponse<String> answer = browser.getToKeep(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(town.signInTo(browser, town.reached().getLast()).uri().getPath())
                .isEqualTo("/home");
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl, توزيع الماء", "fr, ltr, Distribution", "en, ltr, Casablanca Water and Electricity"})
    void theAgencyIsCalledByTheNameOfTheUtility(String code, String direction, String name) {
        HttpResponse<String> manifest = town.browser().get("/manifest/" + code + ".webmanifest");
        assertThat(manifest.headers().firstValue("Content-Type").orElse("")).startsWith("application/manifest+json");
        assertThat(manifest.body()).contains("\"dir\":\"" + direction + "\"", "\"name\":\"" + name);
        assertThat(town.browser().get("/login").body()).contains("href=\"/manifest/ar.webmanifest\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/worker.js, text/javascript",
        "/page.js, text/javascript",
        "/chooser.js, text/javascript",
        "/icon.svg, image/svg+xml",
        "/icon-192.png, image/png",
        "/icon-512.png, image/png",
        "/robots.txt, text/plain",
        "/offline, text/html"
    })
    void whatBelongsToNobodyIsOpenAndHasNoForm(String path, String type) {
        HttpResponse<String> answer = town.browser().get(path);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).doesNotContain("_csrf");
        if (!path.equals("/worker.js")) { // which makes one of what did not get through
            assertThat(answer.body()).doesNotContain("<form");
        }
    }

    /// A page weighs on a poor network; what it is drawn with weighs once.
    @Test
    void theFilesOfAPageAreFetchedOnceAndAPageNeverFromAStore() {
        HttpResponse<String> page = town.browser().get("/login");
        assertThat(page.headers().map().get("Cache-Control")).containsExactly("no-store");
        Matcher named = Pattern.compile("\"(/style.css[?]v=[0-9a-f]{12})\"").matcher(page.body());
        assertThat(named.find()).isTrue();
        assertThat(town.browser().get(named.group(1)).headers().map().get("Cache-Control"))
                .containsExactly("max-age=31536000");
    }

    @Test
    void aLanguageThatIsNoneHasNoName() {
        assertThat(town.browser().get("/manifest/xx.webmanifest").statusCode()).isEqualTo(404);
    }

    @Test
    void scriptsAreSmall() throws IOException {
        long bytes = 0;
        for (String script : List.of("worker.js", "page.js", "chooser.js")) {
            bytes += Files.size(Path.of("src/main/resources/static").resolve(script));
        }
        assertThat(bytes).isLessThan(15 * 1024);
    }
}
