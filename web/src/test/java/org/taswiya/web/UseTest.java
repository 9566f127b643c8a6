package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;

/// What customers see of their use, and why a bill is higher.
final class UseTest {
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

    private static String account(int which) {
        List<String> reached = town.reached();
        return reached.get(which % reached.size());
    }

    /// An account of another customer.
    private static String foreign(String account) {
        return town.texts("select a.reference from customer_account a join customer_account o on o.reference = '"
                        + account + "' where a.customer <> o.customer order by 1 limit 1")
                .getFirst();
    }

    private static long count(String body, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(body).results().count();
    }

    @Test
    void eachServiceHasItsPictureAndTheSameFiguresInATable() {
        String account = account(0);
        String page = town.signedIn(account).get("/use/" + account).body();
        long services = Long.parseLong(
                town.texts("select count(*)::text from service_agreement where account = '" + account + "'")
                        .getFirst());
        assertThat(count(page, "<svg class=\"chart")).isEqualTo(services);
        assertThat(count(page, "<table>")).isEqualTo(services);
        assertThat(page).contains("role=\"img\"", "يونيو\u00a02020", "يونيو\u00a02019");
    }

    /// The newest bill of an agreement says what June was; the page says the same.
    @Test
    void theNumbersAreThoseOfTheBills() {
        String account = account(1);
        String used = town.texts("select s.usage::text from bill b join bill_segment s on s.bill = b.serial"
                        + " where b.account = '" + account + "' and s.kind <> 'true-up' order by b.serial desc limit 1")
                .getFirst();
        Browser browser = town.signedIn(account);
        browser.post("/language", "to", "en");
        assertThat(browser.get("/use").body()).contains("<bdi>" + used.replaceAll("\\.?0+$", "") + "</bdi>");
    }

    /// Two readings a month apart, more than a year ago: no bill of this system's rests on them any more.
    @Test
    void theYearBeforeIsWhatTheMeterShowed() {
        String account = account(0);
        String used = town.texts("select trunc((last.value - first.value) * m.multiplier)::text"
                        + " from service_agreement a"
                        + " join meter m on m.usage_point = a.usage_point and m.removed_at is null"
                        + " join reading first on first.usage_point = a.usage_point and first.at = '2019-04-01'"
                        + " join reading last on last.usage_point = a.usage_point and last.at = '2019-05-01'"
                        + " where a.account = '" + account + "' order by a.reference limit 1")
                .getFirst();
        Browser browser = town.signedIn(account);
        browser.get("/home");
        browser.post("/language", "to", "en");
        String page = browser.get("/use").body();
        String april = page.substring(page.indexOf("<th scope=\"row\">April\u00a02020"));
        assertThat(april.substring(0, april.indexOf("</tr>"))).contains("<bdi>" + used + "</bdi>");
    }

    @Test
    void oneServiceHasAPageOfItsOwn() {
        String account = account(0);
        String agreement = town.texts(
                        "select reference from service_agreement where account = '" + account + "' order by 1 limit 1")
                .getFirst();
        String page =
                town.signedIn(account).get("/use/" + account + "/" + agreement).body();
        assertThat(count(page, "<svg class=\"chart")).isOne();
    }

    @Test
    void timeRunsAsTheLanguageIsRead() {
        String account = account(0);
        Browser browser = town.signedIn(account);
        List<Integer> arabic = middles(browser.get("/use").body());
        browser.get("/use");
        browser.post("/language", "to", "fr");
        List<Integer> french = middles(browser.get("/use").body());
        assertThat(arabic.getFirst()).isGreaterThan(arabic.getLast());
        assertThat(french.getFirst()).isLessThan(french.getLast());
        assertThat(arabic.getFirst() + french.getFirst()).isEqualTo(720);
    }

    private static List<Integer> middles(String page) {
        String chart = page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
        return Pattern.compile("<text class=\"soft[^\"]*\" x=\"(\\d+)\"")
                .matcher(chart)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"ar, استهلاككم", "fr, Votre consommation", "en, Your use"})
    void everyLanguageIsSpoken(String code, String title) {
        Browser browser = town.signedIn(account(2));
        browser.get("/home");
        browser.post("/language", "to", code);
        String page = browser.get("/use").body();
        assertThat(page).contains(title).doesNotContain("<script>", " style=");
    }

    @Test
    void anotherCustomersUseIsAsUnknownAsThatOfNobody() {
        String account = account(3);
        Browser browser = town.signedIn(account);
        HttpResponse<String> missing = browser.get("/use/0999999999");
        HttpResponse<String> foreign = browser.get("/use/" + foreign(account));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(foreign.statusCode()).isEqualTo(404);
        String agreement = town.texts(
                        "select reference from service_agreement where account = '" + foreign(account) + "' limit 1")
                .getFirst();
        for (String path : List.of(foreign(account) + "/" + agreement, account + "/" + agreement)) {
            HttpResponse<String> answer = browser.get("/use/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        assertThat(Browser.withoutTokens(foreign.body())).isEqualTo(Browser.withoutTokens(missing.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/use", "/use/0999999999"})
    void aStrangerIsSentToTheWayIn(String path) {
        assertThat(town.browser().get(path).uri().getPath()).isEqualTo("/login");
    }

    @ParameterizedTest
    @CsvSource({"ar, بجانب|لماذا, المجموع", "fr, À côté|Pourquoi, Ensemble", "en, Beside|Why, Together"})
    void aBillSaysWhatMadeItAnother(String code, String title, String together) {
        String account = account(4);
        String page = bill(account, code, town.bills(account).getLast());
        assertThat(page).containsPattern("<h2 id=\"why\">(" + title + ")").contains(together, "class=\"fall\"");
    }

    /// In words and in the picture, as the bill before and the year before are; a bar is as long as its number.
    @ParameterizedTest
    @CsvSource({
        "ar, معدل فواتيركم في الاثني عشر شهرا السابقة, معدلكم في الاثني عشر شهرا السابقة",
        "fr, votre facture moyenne des douze mois précédents, votre moyenne des douze mois précédents",
        "en, your average bill of the twelve months before, your average of the twelve months before"
    })
    void aBillStandsBesideTheOwnAverage(String code, String bill, String day) {
        String account = account(4);
        String serial = town.bills(account).getLast();
        String page = bill(account, code, serial);
        String why = page.substring(page.indexOf("<h2 id=\"why\">"));
        String above = town.texts("""
                        with those as (
                            select b.serial, b.total, min(s.from_day) as from_day
                            from bill one join bill b on b.agreement = one.agreement and b.account = one.account
                                and b.serial <= one.serial
                            join bill_segment s on s.bill = b.serial and s.kind <> 'true-up'
                            where one.serial = %s group by b.serial),
                        own as (select * from those where serial = %s)
                        select to_char(abs(own.total - round(avg(t.total))) / 100, 'FM999990.00')
                        from own join those t on t.serial < own.serial
                            and t.from_day >= own.from_day - interval '1 year'
                        group by own.total having count(*) > 1""".formatted(serial, serial)).getFirst();
        List<String> said = found(why, "<p[^>]*>([^<]*)</p>").stream()
                .map(line -> line.replaceAll("[\u2066-\u2069]", ""))
                .toList();
        assertThat(said)
                .anyMatch(line -> line.contains(bill)
                        && line.replaceAll("[^0-9.,]", "").replace(',', '.').contains(above))
                .anyMatch(line -> line.contains(day) && !line.contains(bill));
        String picture = why.substring(why.indexOf("id=\"aday\""));
        picture = picture.substring(0, picture.indexOf("</table>"));
        List<String> rows = found(picture, "<th scope=\"row\">([^<]*)</th>");
        List<BigDecimal> days = found(picture, "<bdi>([^<]*)</bdi>").stream()
                .map(number -> new BigDecimal(number.replace(',', '.').replaceAll("[^0-9.]", "")))
                .toList();
        List<String> bars = found(picture, "<rect class=\"[a-z]+\" x=\"\\d+\" y=\"1\" width=\"(\\d+)\"");
        assertThat(rows).hasSize(4).last().asString().containsIgnoringCase(day);
        BigDecimal most = Collections.max(days);
        assertThat(bars)
                .isEqualTo(days.stream()
                        .map(of -> of.multiply(BigDecimal.valueOf(100)).divide(most, 0, RoundingMode.DOWN))
                        .map(BigDecimal::toString)
                        .toList());
        List<String> begins = found(picture, "<rect class=\"[a-z]+\" x=\"(\\d+)\"");
        for (int i = 0; i < bars.size(); i++) {
            assertThat(begins.get(i))
                    .as("where lines begin")
                    .isEqualTo(code.equals("ar") ? "" + (100 - Integer.parseInt(bars.get(i))) : "0");
        }
    }

    /// The picture says what the table under it says, a panel for each of its rows.
    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aSettlementIsAPictureAMonth(String code) {
        String account = account(4);
        String page = bill(account, code, town.bills(account).getLast());
        List<String> panels = found(page, "<strong class=\"figures\" aria-hidden=\"true\">([^<]+)</strong>");
        String after = page.substring(page.indexOf("</ol>"));
        String table = after.substring(0, after.indexOf("</tbody>"));
        List<String> rows = found(table, "<td class=\"amount\"[^>]*>([^<]*)</td></tr>");
        assertThat(panels).hasSize(4);
        assertThat(rows).as("and a total").hasSize(5);
        for (int i = 0; i < panels.size(); i++) {
            assertThat(panels.get(i)).contains(rows.get(i).strip());
        }
        assertThat(count(page, "url(#hatched)")).as("estimated").isEqualTo(3);
        assertThat(found(page, "class=\"chart panel [a-z]+\"[^>]*role=\"img\" aria-label=\"([^\"]+)\""))
                .hasSize(4);
        List<String> left = found(page, "url\\(#hatched\\)\" x=\"(\\d+)\"");
        assertThat(left).containsOnly(code.equals("ar") ? "90" : "0");
    }

    private static String bill(String account, String code, String serial) {
        Browser browser = town.signedIn(account);
        browser.get("/home");
        browser.post("/language", "to", code);
        return browser.get("/bills/" + new BillNumber(Long.parseLong(serial))).body();
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theFirstBillOfAnAgreementIsComparedWithNone() {
        String account = account(5);
        String serial = town.bills(account).getFirst();
        String page = town.signedIn(account)
                .get("/bills/" + new BillNumber(Long.parseLong(serial)))
                .body();
        assertThat(page).doesNotContain("class=\"fall\"");
    }
}
