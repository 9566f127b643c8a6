package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A card provider that nobody reaches, after it was paid.
final class ProviderAwayTest {
    @Test
    void whatIsNotKnownIsSaidToBeUnknownAndIsPaidForOnlyOnce(@TempDir Path folder) {
        try (PageTown town = PageTown.play(folder.resolve("home"))) {
            String account = town.owing().getFirst();
            Browser browser = town.signedIn(account);
            browser.get("/pay/" + account);
            HttpResponse<String> page =
                    browser.post("/pay/" + account, "choice", "part", "part", "10", "seen", due(town, account));
            assertThat(page.uri().getPath()).isEqualTo("/page");
            town.provider().close();
            String back = town.texts("select '/paid/' || 'CP' || lpad(id::text, 10, '0') || '?token=' || token"
                            + " from card_attempt")
                    .getFirst();
            HttpResponse<String> unknown = browser.get(back);
            assertThat(unknown.statusCode()).isEqualTo(200);
            assertThat(unknown.body())
                    .contains("لا نعلم بعد", "انظروا من جديد")
                    .doesNotContainPattern("R0[0-9]{5}"); // a receipt; two letters may stand in any token
            assertThat(browser.get("/pay/" + account).body()).contains("جار لهذا الحساب");
            town.browser();
            assertThat(browser.get(back).body()).as("an hour later").contains("لم يصلنا جواب");
        }
    }

    private static String due(PageTown town, String account) {
        return town.texts("select (sum(open) / 100.0)::numeric(12, 2) || '' from open_item where account = '" + account
                        + "'")
                .getFirst();
    }
}
