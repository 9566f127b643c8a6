package org.taswiya.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.collector.Reconciliation;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.server.Town;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.online.OnlineDoor;
import org.taswiya.server.online.ProviderRounds;
import org.taswiya.server.online.Takings;
import org.taswiya.server.page.Fields;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.collector.Statements;
import org.taswiya.store.online.CardRefunds;
import org.taswiya.store.receivables.LedgerCheck;

/// A customer's way from our form to the sandbox and back, over HTTP.
final class OnlineDoorTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2020-12-31T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2020, 12, 31);
    private static final String ONE = "0000000001";
    private static final String KEY = "a key for trials";

    private final Database database = Town.fresh();
    private final Town town = new Town(database);
    private final Browser browser = new Browser();
    private final Sandbox sandbox;
    private final HttpPages theirs;
    private final HttpPages ours;
    private final URI server;
    private final Takings takings;
    private final String bill;

    OnlineDoorTest(@TempDir Path folder) throws IOException {
        town.accounts(2);
        bill = town.bill(1, "100.00");
        sandbox = new Sandbox(folder.resolve("log"), KEY, NOW);
        theirs = HttpPages.at(InetAddress.getLoopbackAddress(), 0);
        theirs.serve(new SandboxPages(sandbox, "MAD"));
        ours = HttpPages.at(InetAddress.getLoopbackAddress(), 0);
        server = URI.create("http://127.0.0.1:" + ours.port());
        URI address = URI.create("http://127.0.0.1:" + theirs.port());
        takings = new Takings(database, "casablanca", new SandboxProvider(address, "casablanca", KEY), NOW);
        ours.serve(new OnlineDoor(takings, new OnlineDoor.Terms(server, "MAD", Duration.ofMinutes(30))));
    }

    @AfterEach
    void close() throws IOException {
        sandbox.close();
        theirs.close();
        ours.close();
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    private URI sent() throws IOException, InterruptedException {
        return Browser.location(browser.pay(server, ONE, bill));
    }

    private String payments() {
        return String.join(" ", town.texts("select key || '=' || amount from payment order by serial"));
    }

    private void requireSameAsTheirList() {
        String list = sandbox.day(TODAY);
        var theirs = list.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(line -> new Reconciliation.Line(line[0], line[1], Money.parse(line[2]), LocalDate.parse(line[3])))
                .toList();
        var ours = Statements.beside(
                database,
                SandboxProvider.NAME,
                TODAY,
                theirs.stream().map(Reconciliation.Line::transaction).toList());
        assertThat(Reconciliation.of(TODAY, theirs, ours).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void whateverTheProviderDoesTheBooksAreAsItsListInTheEnd(Choice choice) throws IOException, InterruptedException {
        URI back = browser.choose(sent(), choice);
        if (choice == Choice.BEFORE) {
            assertThat(browser.get(back).body()).contains("Votre paiement est bien reçu");
        }
        if (choice == Choice.LATE || choice == Choice.SILENT) {
            assertThat(browser.get(back).body()).contains("La banque n&#39;a pas encore répondu");
        }
        sandbox.tellAll();
        new ProviderRounds(takings).ask(Duration.ofDays(1));
        assertThat(payments()).isEqualTo(choice == Choice.REFUSE ? "" : "S00000001=10000");
        assertThat(browser.get(back).body())
                .contains(choice == Choice.REFUSE ? "La carte a été refusée" : "R0000000001AB");
        requireSameAsTheirList();
    }

    @Test
    void whoAcceptsTwiceHasPaidTwice() throws IOException, InterruptedException {
        URI page = sent();
        browser.choose(page, Choice.BEFORE);
        browser.choose(page, Choice.BEFORE);
        assertThat(payments()).isEqualTo("S00000001=10000 S00000002=10000");
        requireSameAsTheirList();
    }

    @Test
    void aSecondCardThatNobodyToldOfIsFoundByAsking() throws IOException, InterruptedException {
        URI page = sent();
        browser.choose(page, Choice.REFUSE);
        browser.choose(page, Choice.SILENT);
        sandbox.tellAll();
        ProviderRounds rounds = new ProviderRounds(takings);
        assertThat(rounds.ask(Duration.ofDays(1))).isEqualTo(new ProviderRounds.Asked(1, 1, 0, 0));
        assertThat(rounds.ask(Duration.ofDays(1))).isEqualTo(new ProviderRounds.Asked(0, 0, 0, 0));
        browser.choose(page, Choice.SILENT);
        assertThat(rounds.ask("CP0000000001")).contains(new ProviderRounds.Asked(1, 1, 0, 0));
        assertThat(rounds.ask("CP0000000002")).isEmpty();
        requireSameAsTheirList();
    }

    @Test
    void aPaymentGoesBackToTheCardOnce() throws IOException, InterruptedException {
        URI back = browser.choose(sent(), Choice.BEFORE);
        CardRefunds.ask(database, ReceiptNumber.parse("R0000000001AB").orElseThrow(), by("amina"));
        ProviderRounds rounds = new ProviderRounds(takings);
        assertThat(rounds.sendBack()).isEqualTo(new ProviderRounds.Sent(0, 0, 0));
        CardRefunds.approve(database, 1, TODAY, by("brahim"));
        assertThat(rounds.sendBack()).isEqualTo(new ProviderRounds.Sent(1, 0, 0));
        assertThat(rounds.sendBack()).isEqualTo(new ProviderRounds.Sent(0, 0, 0));
        assertThat(browser.get(back).body()).contains("remboursé");
        requireSameAsTheirList();
    }

    private static Change by(String author) {
        return new Change(NOW.instant(), author, "paid twice");
    }

    @Test
    void aProviderThatIsAwayIsAskedAgain() throws IOException, InterruptedException {
        browser.choose(sent(), Choice.SILENT);
        theirs.close();
        assertThat(new ProviderRounds(takings).ask(Duration.ofDays(1))).isEqualTo(new ProviderRounds.Asked(1, 0, 0, 1));
    }

    /// Signed by the provider where the key is right.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            good            | a key for trials | casablanca | paid   | 100.00  | 200 | kept
            forged          | another key      | casablanca | paid   | 100.00  | 401 | bad-signature
            unsigned        |                  | casablanca | paid   | 100.00  | 401 | bad-signature
            negative        | a key for trials | casablanca | paid   | -100.00 | 400 | bad-amount
            threeDecimals   | a key for trials | casablanca | paid   | 100.000 | 400 | bad-amount
            noDecimals      | a key for trials | casablanca | paid   | 100     | 400 | bad-amount
            exponent        | a key for trials | casablanca | paid   | 1e2     | 400 | bad-amount
            nothing         | a key for trials | casablanca | paid   | 0.00    | 400 | bad-amount
            anotherUtility  | a key for trials | rabat      | paid   | 100.00  | 409 | other-utility
            anotherState    | a key for trials | casablanca | perhaps| 100.00  | 400 | bad-notice
            anotherAmount   | a key for trials | casablanca | paid   | 99.00   | 200 | kept: other-amount
            """)
    void notices(String trap, String key, String utility, String state, String amount, int status, String said)
            throws IOException, InterruptedException {
        sent();
        String body = notice("CP0000000001", utility, state, amount);
        String signature = key == null ? "" : SandboxSignature.of(key, "notice", body);
        HttpResponse<String> answer = browser.post(server.resolve("/online/notice"), signature, body);
        assertThat(answer.statusCode()).as(trap).isEqualTo(status);
        assertThat(answer.body()).startsWith(said);
        boolean isKept = status != 200 && status != 401;
        assertThat(town.text("select count(*) from card_notice_refused")).isEqualTo(isKept ? "1" : "0");
        assertThat(town.text("select count(*) from payment")).isEqualTo(status == 200 ? "1" : "0");
    }

    private static String notice(String attempt, String utility, String state, String amount) {
        return Fields.of(
                        "transaction",
                        "S7",
                        "attempt",
                        attempt,
                        "utility",
                        utility,
                        "state",
                        state,
                        "amount",
                        amount,
                        "day",
                        "2020-12-31")
                .text();
    }

    @Test
    void aSignatureOfAnotherKindOfMessageIsNoNotice() throws IOException, InterruptedException {
        sent();
        String body = notice("CP0000000001", "casablanca", "paid", "100.00");
        assertThat(browser.post(server.resolve("/online/notice"), SandboxSignature.of(KEY, "refund", body), body)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobodyChangesWhatIsPaidOnTheWay() throws IOException, InterruptedException {
        URI changed = URI.create(sent().toString().replace("amount=100.00", "amount=1.00"));
        assertThat(browser.get(changed).statusCode()).isEqualTo(401);
        assertThat(browser.get(sent()).body()).contains("lang=\"fr\" dir=\"ltr\"", "CP0000000002");
    }

    @Test
    void pagesAreInArabicFirst() throws IOException, InterruptedException {
        assertThat(browser.get(server.resolve("/online")).body())
                .contains("lang=\"ar\" dir=\"rtl\"", "رقم الحساب", "Français");
        assertThat(browser.get(server.resolve("/online?lang=fr")).body()).contains("lang=\"fr\" dir=\"ltr\"", "Compte");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "anothersBill, 0000000002, 0000000001AB, 404",
        "noBill, 0000000001, 0000000009AB, 404",
        "script, 0000000001, <script>, 404",
        "right, 0000000001, 0000000001AB, 303"
    })
    void whoMayPay(String trap, String account, String number, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.pay(server, account, number);
        assertThat(answer.statusCode()).as(trap).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void onlyTheirOwnBrowserSeesHowFarItIs() throws IOException, InterruptedException {
        URI back = browser.choose(sent(), Choice.BEFORE);
        assertThat(browser.get(back.resolve(back.getPath() + "?token=0123")).statusCode())
                .isEqualTo(404);
        assertThat(browser.get(server.resolve("/online/back/CP0000000099?token="))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get(server.resolve("/elsewhere")).statusCode()).isEqualTo(404);
    }
}
