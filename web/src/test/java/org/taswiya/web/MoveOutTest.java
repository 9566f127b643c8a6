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
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Change;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.MoveOutRequest;
import org.taswiya.store.agreement.MoveOutRequests;

/// Customers who say that they move out, and those who stay after all. Each test has an account of its own.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class MoveOutTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static List<String> accounts;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        accounts = town.texts("select distinct account from service_agreement where to_day is null order by 1");
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final String account = accounts.get(taken++);
    private final String agreement = town.texts("select reference from service_agreement where account = '" + account
                    + "' and to_day is null order by 1")
            .getFirst();
    private final Browser browser = town.signedIn(account);

    private HttpResponse<String> ask(String day, String... agreements) {
        String[] fields = new String[2 + 2 * agreements.length];
        fields[0] = "day";
        fields[1] = day;
        for (int i = 0; i < agreements.length; i++) {
            fields[2 + 2 * i] = "agreement";
            fields[3 + 2 * i] = agreements[i];
        }
        return browser.post("/move-out/" + account, fields);
    }

    private List<MoveOutRequest> waiting() {
        return MoveOutRequests.waiting(town.database()).stream()
                .filter(one -> one.account().equals(account))
                .toList();
    }

    private int rows() {
        return town.texts("select 'x' from move_out_request where agreement = '" + agreement + "'")
                .size();
    }

    @Test
    void whatIsAskedForWaitsForAPersonAndIsWrittenOnce() {
        assertThat(browser.get("/home").body()).contains("/move-out/" + account);
        assertThat(browser.get("/move-out/" + account).body()).contains(agreement, "فاتورة أخيرة");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> asked = ask("2020-07-31", agreement);
            assertThat(asked.uri().getPath()).isEqualTo("/move-out/" + account);
            assertThat(asked.body()).contains("ينظر موظف في الطلب", "31\u00a0يوليوز");
        }
        assertThat(waiting())
                .singleElement()
                .satisfies(one -> assertThat(one.on()).hasToString("2020-07-31"));
        assertThat(rows()).isEqualTo(1);
        assertThat(town.texts("select reference from service_agreement where to_day is null"))
                .contains(agreement);
    }

    @Test
    void anotherDayTakesItsPlaceAndWhoStaysTakesItBack() {
        ask("2020-07-31", agreement);
        ask("2020-08-15", agreement);
        assertThat(waiting())
                .singleElement()
                .satisfies(one -> assertThat(one.on()).hasToString("2020-08-15"));
        HttpResponse<String> stays = browser.post("/move-out/" + account, "stay", agreement);
        assertThat(stays.body()).doesNotContain("ينظر موظف في الطلب");
        browser.post("/move-out/" + account, "stay", agreement);
        assertThat(waiting()).isEmpty();
        assertThat(rows()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            yesterday, 2020-06-30, 422
            tooFar,    2021-01-01, 422
            noDay,     tomorrow,   422
            nothing,   '',         422
            """)
    void aDayThatCannotBeIsSaidAndStays(String trap, String day, int status) {
        HttpResponse<String> answer = ask(day, agreement);
        assertThat(answer.statusCode()).as(trap).isEqualTo(status);
        assertThat(answer.body()).contains("اختاروا يوما", "value=\"" + agreement + "\" checked");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nothingChosenIsSaid() {
        assertThat(ask("2020-07-31").statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsAnothersIsNeverEnded() {
        String foreign = town.texts("select reference from service_agreement where account <> '" + account
                        + "' and to_day is null order by reference desc limit 1")
                .getFirst();
        assertThat(ask("2020-07-31", foreign).statusCode()).isEqualTo(409);
        assertThat(ask("2020-07-31", agreement, foreign).statusCode()).isEqualTo(409);
        assertThat(ask("2020-07-31", "C9999999").statusCode()).isEqualTo(409);
        assertThat(browser.post("/move-out/" + account, "stay", foreign).statusCode())
                .isEqualTo(409);
        assertThat(browser.get("/move-out/0999999999").statusCode()).isEqualTo(404);
        assertThat(browser.post("/move-out/0999999999", "day", "2020-07-31").statusCode())
                .isEqualTo(404);
        assertThat(waiting()).isEmpty();
        assertThat(town.texts("select 'x' from move_out_request where agreement = '" + foreign + "'"))
                .isEmpty();
    }

    private void end(String which) {
        assertThat(AgreementDecisions.moveOut(
                        town.database(),
                        which,
                        true,
                        new AgreementDecisions.Move(
                                town.today(),
                                null,
                                town.today(),
                                town.site().library()::tariff,
                                DepositRules.NONE,
                                new Change(town.now(), "amina", "keys given back"),
                                false)))
                .isInstanceOf(AgreementAnswer.Done.class);
    }

    @Test
    void whoHasMovedOutReadsThatAndWhenTheLastBillIs() {
        end(agreement);
        for (String page : List.of("/move-out/" + account, "/home")) {
            assertThat(browser.get(page).body()).as(page).contains("انتهى هذا العقد في", "لم تصدر بعد");
        }
        town.billAsked(town.today(), town.today());
        String last = new BillNumber(Long.parseLong(
                        town.texts("select max(serial)::text from bill where agreement = '" + agreement + "'")
                                .getFirst()))
                .toString();
        for (String page : List.of("/move-out/" + account, "/home")) {
            assertThat(browser.get(page).body())
                    .as(page)
                    .contains("انتهى هذا العقد في", "href=\"/bills/" + last + "\">فاتورتكم الأخيرة")
                    .doesNotContain("لم تصدر بعد");
        }
    }

    @Test
    void whereNothingRunsAnyMoreNobodyIsAskedForAReadingOrToMoveOut() {
        assertThat(browser.get("/home").body()).contains("/move-out/" + account);
        town.texts("select reference from service_agreement where account = '" + account + "' and to_day is null")
                .forEach(this::end);
        assertThat(browser.get("/home").body())
                .contains("انتهى هذا العقد في")
                .doesNotContain("/move-out/" + account, "اقرؤوه بأنفسكم");
    }

    @Test
    void aSignInThatEndsInMidFormKeepsWhatWasTyped() {
        browser.get("/move-out/" + account);
        Browser other = browser.window();
        other.get("/home");
        other.post("/logout");
        assertThat(ask("2020-07-31", agreement).statusCode()).isEqualTo(403);
        assertThat(town.signInTo(browser, account).body())
                .contains("value=\"2020-07-31\"", "value=\"" + agreement + "\" checked");
        assertThat(waiting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ar, ماذا تنهون", "fr, Que voulez-vous arrêter", "en, What shall end"})
    void everyPageSpeaksTheLanguageChosen(String code, String said) {
        browser.get("/move-out/" + account);
        assertThat(browser.post("/language", "to", code, "back", "/move-out/" + account)
                        .body())
                .contains("<html lang=\"" + code, said);
    }
}
