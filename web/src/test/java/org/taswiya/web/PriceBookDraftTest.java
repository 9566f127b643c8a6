package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.store.Change;
import org.taswiya.store.staff.StaffRole;

/// A price book is written on a page: checked line by line, tried on what customers were billed for, and proposed.
final class PriceBookDraftTest {
    private static final String DRAFT = "/staff/price-books/draft";
    private static final String ID = "casablanca/electricity-household";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser nadia;
    private static StaffBrowser samir;
    private static StaffBrowser omar;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
        samir = town.staff("samir", StaffRole.SUPERVISOR);
        omar = town.staff("omar", StaffRole.AUDITOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String folders() throws IOException {
        return Files.readString(PlayedTown.UTILITIES.resolve(ID.replace("/", "/tariffs/") + ".yaml"));
    }

    /// The folder's book, dearer from a year on in which nobody is billed yet.
    private static String dearer(int year, String perMonth) throws IOException {
        String text = folders();
        int end = text.indexOf("\nexamples:");
        String version = text.substring(text.lastIndexOf("\n  - from: ", end), end)
                .replaceFirst("from: \\d{4}-\\d\\d-\\d\\d", "from: " + year + "-01-01")
                .replace("perMonth: 6.50", "perMonth: " + perMonth);
        return text.substring(0, end) + version + text.substring(end);
    }

    private static HttpResponse<String> send(String act, String content, String... more) {
        nadia.get(DRAFT + "?begin=" + ID);
        String[] fields = new String[more.length + 4];
        System.arraycopy(new String[] {"do", act, "content", content}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return nadia.browser().post(DRAFT, fields);
    }

    @Test
    void itBeginsFromABookInForceOrFromOneOfBefore() throws IOException {
        assertThat(nadia.get("/staff/price-books").body()).contains("href=\"" + DRAFT + "\"");
        assertThat(nadia.get(DRAFT).body()).contains(DRAFT + "?begin=" + ID, "casablanca/water-household");
        String page = nadia.get(DRAFT + "?begin=" + ID).body();
        assertThat(page).contains("book: " + ID, "<span id=\"line-1\">1</span>", "<textarea id=\"book-text\"");
        String number = WorkTown.of(town).priceBook("test", "9.75");
        assertThat(nadia.get(DRAFT + "?begin=" + number).body()).contains("perMonth: 9.75");
        assertThat(nadia.get("/staff/price-books/" + number).body()).contains(DRAFT + "?begin=" + number);
        assertThat(nadia.get(DRAFT + "?begin=nowhere/nothing").statusCode()).isEqualTo(404);
        assertThat(nadia.get(DRAFT + "?begin=999").statusCode()).isEqualTo(404);
    }

    @Test
    void aFaultIsSaidByLineAndColumnAndBesideItsLine() throws IOException {
        String broken = folders().replaceFirst("kind: fixed", "kind: fixt") + "# نهاية\n";
        int line =
                (int) broken.substring(0, broken.indexOf("kind: fixt")).lines().count();
        HttpResponse<String> answer = send("check", broken, "why", "half written", "usages", "100 200");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("href=\"#line-" + line + "\"", "الموجود: \u2066fixt\u2069. المنتظر: واحد من \u2066")
                .contains("<span id=\"line-" + line + "\" class=\"noted\">")
                .contains("kind: fixt", "# نهاية", "half written", "value=\"100 200\""); // nothing is lost
        String unmet = folders().replaceFirst("perMonth: 6.50", "perMonth: 9.50");
        assertThat(send("check", unmet).body()).contains("مثال لم يتحقق");
        assertThat(send("try", broken).statusCode()).isEqualTo(422);
        HttpResponse<String> proposed = send("propose", broken, "why", "x", "meant", "yes");
        assertThat(proposed.statusCode()).isEqualTo(422);
        assertThat(proposed.body()).contains("href=\"#notes\"", "لم تُقترح: فيها أخطاء");
    }

    /// What the sentences of a fault are made of is in the reader's language; what stands in the book is as it stands.
    @Test
    void faultsAreSaidInTheLanguageOfTheReader() throws IOException {
        String missing = folders().replaceFirst("perMonth: 6.50", "perMnth: 6.50");
        assertThat(send("check", missing).body())
                .contains("حقل غير معروف \u2066perMnth\u2069", "لا يوجد \u2066perMonth\u2069. المنتظر: عدد عشري بسيط")
                .doesNotContain("found no field", "expected");
        assertThat(send("check", folders().replaceFirst("perMonth: 6.50", "perMonth: -1"))
                        .body())
                .contains("الموجود: \u2066-1\u2069. المنتظر: عدد عشري بسيط، صفر أو أكثر");
        assertThat(send("check", folders().replaceFirst("from: 2017", "from: 20l7"))
                        .body())
                .contains("المنتظر: تاريخ مثل \u20662017-01-01\u2069");
    }

    @Test
    void itIsTriedBesideTheBookInForceOnTheSameUsage() throws IOException {
        String dearer = dearer(2031, "16.50");
        assertThat(send("try", dearer, "whose", "usages", "usages", "100, 150").body())
                .contains("<bdi dir=\"ltr\">100</bdi>", "<bdi dir=\"ltr\">150</bdi>", "role=\"img\"");
        assertThat(send("try", dearer, "whose", "profile", "profile", "month,usage\n2031-01,100\n2031-02,120")
                        .body())
                .contains("2031-01", "id=\"revenue\"", "maintenance");
        String account = town.texts("select a.account from service_agreement a join bill b on b.agreement = a.reference"
                        + " where a.tariff = '" + ID + "' limit 1")
                .getFirst();
        HttpResponse<String> one =
                send("try", dearer, "whose", "account", "account", account, "from", "2010-01-01", "to", "2030-01-01");
        assertThat(one.body()).contains("id=\"tried\"", "id=\"revenue\"", "على المدد المفوترة في هذه الأيام: ", "2030");
        assertThat(town.texts("select account from staff_event where kind = 'looked' and place = 'price book trial'"))
                .contains(account);
    }

    /// As a person without scripts does: by asking again as long as it is being counted.
    private static String counted(String content, String... more) throws InterruptedException {
        String body = send("try", content, more).body();
        while (body.contains("data-at-work")) {
            Thread.sleep(20); // its thread is at work
            body = send("look", content, more).body();
        }
        return body;
    }

    /// The rows of bills are kept from whoever counts.
    @Test
    void whatEverybodyComesToIsCountedBesideThePageAndShownAgain() throws Exception {
        String dearer = dearer(2036, "26.50");
        String[] everybody = {"whose", "class", "from", "2010-01-01", "to", "2030-01-01"};
        try (Connection clerk = town.database().connect();
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("lock table bill_segment");
            HttpResponse<String> answer = send("try", dearer, everybody);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("data-at-work", "data-look=\"look\"", "/live.js?v=")
                    .contains("id=\"changes-1\"", "perMonth: 26.50")
                    .doesNotContain("id=\"hardest\"", "id=\"revenue\"");
            assertThat(send("check", dearer, everybody).body()).doesNotContain("data-at-work", "/live.js");
            clerk.rollback();
        }
        assertThat(counted(dearer, everybody))
                .contains("id=\"hardest\"", "id=\"revenue\"")
                .doesNotContain("data-look", "/live.js");
        try (Connection clerk = town.database().connect();
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("lock table bill_segment");
            assertThat(send("try", dearer, everybody).body())
                    .as("nothing is counted a second time")
                    .contains("id=\"hardest\"")
                    .doesNotContain("data-at-work");
            assertThat(send("try", dearer, "whose", "class", "customerClass", "household", "to", "2030-01-01")
                            .body())
                    .as("another question")
                    .contains("data-at-work");
            clerk.rollback();
        }
        assertThat(counted(dearer, "whose", "class", "customerClass", "household", "to", "2030-01-01"))
                .as("without a first day it is a month, and says which")
                .contains("على المدد المفوترة في هذه الأيام: ")
                .doesNotContain("data-at-work");
        assertThat(counted(dearer, "whose", "class", "from", "2031-01-01")).contains("href=\"#book-text\"");
    }

    @Test
    void whatCannotBeTriedIsSaidAndNothingIsLost() throws IOException {
        String dearer = dearer(2031, "17.50");
        assertThat(send("try", folders()).body()).contains(ID, "role=\"alert\"");
        for (String[] typed : new String[][] {
            {"whose", "usages", "usages", "many"},
            {"whose", "profile", "profile", "month,usage\n2031-13,1"},
            {"whose", "account", "account", "12"},
            {"whose", "class", "from", "2031-01-01", "to", "2030-01-01"},
            {"whose", "account", "account", "9999999999"}
        }) {
            HttpResponse<String> answer = send("try", dearer, typed);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"", "perMonth: 17.50");
        }
        HttpResponse<String> longer = send("check", dearer + "#".repeat(20_000));
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.body()).contains("perMonth: 17.50");
    }

    @Test
    void whoProposesItOnThePageDoesNotApproveIt() throws IOException {
        String dearer = dearer(2032, "18.50");
        assertThat(send("propose", dearer, "meant", "yes").statusCode()).isEqualTo(422);
        assertThat(send("propose", dearer, "why", "grid of 2032").body())
                .as("figures without a source are said to be meant")
                .contains(
                        "perMonth: 18.50",
                        "grid of 2032",
                        "role=\"alert\"",
                        "href=\"#meant\"",
                        "لم تُقترح: فيها أرقام");
        HttpResponse<String> proposed = send("propose", dearer, "meant", "yes", "why", "grid of 2032");
        String path = proposed.uri().getPath();
        assertThat(path).matches("/staff/price-books/[0-9]+");
        assertThat(proposed.body()).contains("grid of 2032", "nadia");
        assertThat(town.texts("select content from price_book where id = " + path.replaceAll("\\D", "")))
                .containsExactly(dearer);
        assertThat(town.texts("select place from staff_event where kind = 'acted' and account is null order by id"))
                .contains("price book " + path.replaceAll("\\D", "") + " proposed");
        String today = town.today().toString();
        assertThat(nadia.browser()
                        .post(path + "/approve", "day", today, "why", "mine")
                        .statusCode())
                .isEqualTo(409);
        samir.get(path);
        assertThat(samir.browser()
                        .post(path + "/approve", "day", today, "why", "as decreed")
                        .statusCode())
                .isEqualTo(200);
        assertThat(omar.get(DRAFT).statusCode()).isNotEqualTo(200);
    }

    @Test
    void theSameTextIsProposedOnce() throws IOException {
        String dearer = dearer(2034, "19.50");
        String path = send("propose", dearer, "meant", "yes", "why", "grid of 2034")
                .uri()
                .getPath();
        HttpResponse<String> again = send("propose", dearer, "meant", "yes", "why", "grid of 2034");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("role=\"alert\"", "\u2066" + path.replaceAll("\\D", "") + "\u2069", "nadia");
        nadia.get(path);
        assertThat(nadia.browser()
                        .post(path + "/withdraw", "why", "typed twice")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("propose", dearer, "meant", "yes", "why", "after all")
                        .uri()
                        .getPath())
                .isNotEqualTo(path)
                .matches("/staff/price-books/[0-9]+");
    }

    /// Begun from one that nobody has approved, it stands in for that one unless somebody says that it follows it.
    @Test
    void aBookFollowsTheOneFromWhichItWasBegunWhereThatIsSaid() throws IOException {
        String january = dearer(2036, "21.50");
        String first = send("propose", january, "meant", "yes", "why", "grid of 2036")
                .uri()
                .getPath();
        String number = first.replaceAll("\\D", "");
        assertThat(nadia.get(DRAFT + "?begin=" + ID).body()).doesNotContain("name=\"begun\"");
        assertThat(nadia.get(DRAFT + "?begin=" + number).body())
                .contains("name=\"begun\" value=\"" + number + "\"", "id=\"after\"")
                .doesNotContain("name=\"after\" value=\"yes\" checked");
        int end = january.indexOf("\nexamples:");
        String july = january.substring(0, end)
                + january.substring(january.lastIndexOf("\n  - from: ", end), end)
                        .replace("from: 2036-01-01", "from: 2036-07-01")
                        .replace("perMonth: 21.50", "perMonth: 22.50")
                + january.substring(end);
        assertThat(send("check", july, "begun", number, "after", "yes").body())
                .as("what was ticked is not lost")
                .contains("name=\"after\" value=\"yes\" checked");
        HttpResponse<String> second =
                send("propose", july, "begun", number, "after", "yes", "meant", "yes", "why", "grid of July");
        assertThat(second.body())
                .contains("<a href=\"" + first + "\">", "لا يمكن العمل به على هذه الحال", "id=\"changes-1\"")
                .doesNotContain("id=\"changes-2\"");
        String path = second.uri().getPath();
        samir.get(path);
        HttpResponse<String> tooSoon =
                samir.browser().post(path + "/approve", "day", town.today().toString(), "why", "as decreed");
        assertThat(tooSoon.statusCode()).isEqualTo(409);
        assertThat(tooSoon.body()).contains("\u2066" + number + "\u2069");
        nadia.get(first);
        assertThat(nadia.browser().post(first + "/withdraw", "why", "tried").statusCode())
                .isEqualTo(200);
        assertThat(send("propose", july, "begun", number, "after", "yes", "meant", "yes", "why", "again")
                        .statusCode())
                .isEqualTo(409);
    }

    /// It is not left out, so that what is kept is what was written.
    @Test
    void whatIsNoTextIsRefusedWithItsPlace() throws IOException {
        String dearer = dearer(2035, "20.50");
        HttpResponse<String> content = send("propose", dearer + "# \u0000", "meant", "yes", "why", "grid of 2035");
        assertThat(content.statusCode()).isEqualTo(422);
        assertThat(content.body()).contains("href=\"#line-" + (dearer.lines().count() + 1) + "\"", "ما ليس نصا بترميز");
        HttpResponse<String> why = send("propose", dearer, "meant", "yes", "why", "grid\u0000of 2035");
        assertThat(why.statusCode()).isEqualTo(422);
        assertThat(why.body()).contains("حرف ليس من النص", "href=\"#why\"");
        assertThat(town.texts("select reason from change where reason like 'grid%2035'"))
                .isEmpty();
    }

    /// Another program, with its own folder's books, publishes one: this server has it in force at once.
    @Test
    void whatIsPublishedElsewhereIsInForceWithoutANewStart() throws IOException {
        String before = nadia.get(DRAFT + "?begin=casablanca/water-household").body();
        assertThat(before).doesNotContain("perMonth: 7.77");
        String text = Files.readString(PlayedTown.UTILITIES.resolve("casablanca/tariffs/water-household.yaml"));
        int end = text.indexOf("\nexamples:");
        String dearer = text.substring(0, end)
                + text.substring(text.lastIndexOf("\n  - from: ", end), end)
                        .replaceFirst("from: \\d{4}-\\d\\d-\\d\\d", "from: 2033-01-01")
                        .replaceFirst("perMonth: [0-9.]+", "perMonth: 7.77")
                + text.substring(end);
        PriceBookDesk elsewhere = new PriceBookDesk(town.database(), TariffLibrary.of(PlayedTown.UTILITIES));
        LocalDate today = town.today();
        Change by = new Change(town.now(), "amal", "grid of 2033");
        Change other = new Change(town.now(), "badr", "as decreed");
        PriceBookAnswer proposed = elsewhere.propose("new.yaml", dearer, true, by, Beside.NOTHING);
        assertThat(proposed).isInstanceOf(PriceBookAnswer.Done.class);
        long number = ((PriceBookAnswer.Done) proposed).book().number();
        elsewhere.approve(number, today, today, other, Beside.NOTHING);
        assertThat(nadia.get(DRAFT + "?begin=casablanca/water-household").body())
                .doesNotContain("perMonth: 7.77");
        assertThat(elsewhere.publish(number, today, other, Beside.NOTHING)).isInstanceOf(PriceBookAnswer.Done.class);
        assertThat(nadia.get(DRAFT + "?begin=casablanca/water-household").body())
                .contains("perMonth: 7.77");
    }
}
