package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.Program.Answer;

/// What programs ask for customers: that somebody looks after an account, that something is seen to.
final class ApiAskingTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static List<String> accounts;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        accounts = town.texts("""
                select min(reference) from customer_account group by customer having count(*) = 1 order by 1""");
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Of whom no other test knows.
    private record Holder(String account, Program program) {
        static Holder fresh() {
            String account = accounts.get(taken++);
            ApiScope[] scopes = {ApiScope.DELEGATES, ApiScope.REQUESTS, ApiScope.READ};
            return new Holder(account, Program.with(town, account, 100_000, scopes));
        }

        String at(String below) {
            return "/accounts/" + account + below;
        }

        Answer asks(Holder other, String may, String name) {
            String body = "{\"reference\":\"" + other.account() + "\",\"may\":\"" + may + "\"}";
            return program.post(at("/delegates"), body, name);
        }

        Answer answers(String number, boolean isAccepted) {
            return program.send(
                    "PUT",
                    at("/delegates/" + number),
                    "{\"accepted\":" + isAccepted + "}",
                    "Content-Type",
                    "application/json");
        }

        Answer ends(String number) {
            return program.send("DELETE", at("/delegates/" + number), (String) null);
        }

        Answer opens(String kind, String words, String name) {
            String body = "{\"kind\":\"" + kind + "\",\"words\":\"" + words + "\"}";
            return program.post(at("/requests"), body, name);
        }

        Answer adds(String request, String body, String name) {
            return program.post("/requests/" + request + "/additions", body, name);
        }
    }

    @Test
    void somebodyIsAskedAcceptsAndIsEnded() {
        Holder mother = Holder.fresh();
        Holder son = Holder.fresh();
        Answer asked = mother.asks(son, "pay", "ask");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(mother.asks(son, "pay", "ask").text()).isEqualTo(asked.text());
        Answer seen = mother.program().get(mother.at("/delegates"));
        assertThat(seen.at("/letIn/0/reference")).isEqualTo(son.account());
        assertThat(seen.at("/letIn/0/since")).isEmpty();

        String number = son.program().get(son.at("/delegates")).at("/invitations/0/delegate");
        assertThat(mother.answers(number, true).problem())
                .as("who asks does not accept")
                .isEqualTo("409 delegate-refused");
        for (int i = 0; i < 2; i++) { // twice is once
            assertThat(son.answers(number, true).at("/state")).isEqualTo("accepted");
        }
        assertThat(mother.asks(son, "pay", "again").at("/reason")).isEqualTo("runs");
        assertThat(town.signedIn(son.account()).get("/home").body())
                .as("they see it on pages")
                .contains("a" + mother.account());
        assertThat(son.program().get(son.at("/delegates")).at("/lookedAfter/0/account"))
                .isEqualTo(mother.account());
        assertThat(son.program().get(mother.at("")).status())
                .as("a key opens what is its customer's alone")
                .isEqualTo(404);

        for (int i = 0; i < 2; i++) {
            assertThat(mother.ends(number).at("/state")).isEqualTo("ended");
        }
        assertThat(son.answers(number, true).problem()).isEqualTo("409 delegate-refused");
        assertThat(mother.program().get(mother.at("/delegates")).at("/letIn")).isEqualTo("0");
        assertThat(town.texts("select (facts ->> 'isLetIn') from announcement where kind = 'delegate' and account = '"
                        + mother.account() + "' order by change"))
                .as("the holder is told of both")
                .hasSize(2);
    }

    /// Whoever says no is not told on, and what is others' is not there.
    @Test
    void aNoAndAStranger() {
        Holder mother = Holder.fresh();
        Holder son = Holder.fresh();
        Holder stranger = Holder.fresh();
        mother.asks(son, "manage", "ask");
        String number = son.program().get(son.at("/delegates")).at("/invitations/0/delegate");
        assertThat(stranger.answers(number, true).problem()).isEqualTo("404 not-found");
        assertThat(stranger.ends(number).problem()).isEqualTo("404 not-found");
        assertThat(son.answers(number, false).at("/state")).isEqualTo("ended");
        assertThat(son.program().get(son.at("/delegates")).at("/invitations")).isEqualTo("0");
        assertThat(mother.program().get(mother.at("/delegates")).at("/letIn/0/reference"))
                .isEqualTo(son.account());
        assertThat(mother.asks(mother, "pay", "own").at("/reason")).isEqualTo("own");
    }

    @Test
    void tenAreLetInAndNoMore() {
        Holder holder = Holder.fresh();
        for (int i = 0; i < 10; i++) {
            String body = "{\"reference\":\"09999999" + (10 + i) + "\",\"may\":\"pay\"}";
            assertThat(holder.program()
                            .post(holder.at("/delegates"), body, "n" + i)
                            .status())
                    .as("whether there is such an account is not answered")
                    .isEqualTo(201);
        }
        assertThat(holder.asks(Holder.fresh(), "pay", "more").at("/reason")).isEqualTo("full");
    }

    @Test
    void aRequestIsOpenedAddedToAndTakenBack() {
        Holder holder = Holder.fresh();
        Answer kinds = holder.program().get(holder.at("/request-kinds"));
        assertThat(kinds.text()).contains("\"meter-check\"", "طلب فحص العداد", "\"days\":15");
        Answer opened = holder.opens("meter-check", "it turns\\nat night", "open");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(holder.opens("meter-check", "it turns\\nat night", "open").text())
                .isEqualTo(opened.text());
        String request = opened.at("/request");
        assertThat(opened.text()).doesNotContain("turns");

        String file = Base64.getEncoder().encodeToString(PDF);
        String addition = "{\"words\":\"the bill\",\"file\":\"" + file + "\",\"seen\":\"0\"}";
        Answer added = holder.adds(request, addition, "add");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(holder.adds(request, addition, "add").text()).isEqualTo(added.text());
        assertThat(holder.adds(request, addition, "add.late").at("/reason"))
                .as("the same again under another name is the same")
                .isEmpty();
        assertThat(holder.adds(request, addition.replace("the bill", "another"), "late")
                        .at("/reason"))
                .isEqualTo("changed");
        Answer seen = holder.program().get("/requests/" + request);
        assertThat(seen.at("/words")).isEqualTo("it turns\nat night");
        assertThat(seen.at("/steps/0/words")).isEqualTo("the bill");
        assertThat(seen.at("/steps")).isEqualTo("1");
        assertThat(seen.at("/files/0/kind")).isEqualTo("pdf");
        Answer paper = holder.program().get("/requests/" + request + "/files/1");
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(paper.response().body()).isEqualTo(PDF);
        assertThat(holder.program().get("/requests/" + request + "/files/2").problem())
                .isEqualTo("404 not-found");

        String path = "/requests/" + request + "/withdrawal";
        assertThat(holder.program().post(path, "{\"seen\":\"1\"}", "back").at("/state"))
                .isEqualTo("closed");
        assertThat(holder.adds(request, "{\"words\":\"more\",\"seen\":\"2\"}", "closed")
                        .at("/reason"))
                .isEqualTo("wrong-state");
        assertThat(town.texts("select answer from api_once where answer like '%bill%' and name = 'add'"))
                .as("no words are kept beside the request")
                .isEmpty();
        assertThat(town.signedIn(holder.account()).get("/requests/" + request).body())
                .as("it is there on pages")
                .contains("the bill");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noKind     | {"kind":"none","words":"x"}             | /kind
            ofStaff    | {"kind":"","words":"x"}                 | /kind
            noWords    | {"kind":"meter-check","words":"  "}     | /words
            tooShort   | {"kind":"meter-check","words":""}       | /words
            """)
    void whatCannotBeAskedIsRefused(String trap, String body, String at) {
        Holder holder = Holder.fresh();
        Answer answer = holder.program().post(holder.at("/requests"), body, "bad");
        assertThat(answer.problem()).isEqualTo("422 bad-body");
        assertThat(answer.at("/errors/0/at")).isEqualTo(at);
    }

    /// What a file is is found from its bytes, as on pages; a picture is drawn anew.
    @Test
    void filesAreJudgedAsOnPages() throws IOException {
        Holder holder = Holder.fresh();
        String request = holder.opens("information", "files", "open").at("/request");
        String text = Base64.getEncoder().encodeToString("hello".getBytes(StandardCharsets.US_ASCII));
        Answer refused = holder.adds(request, "{\"file\":\"" + text + "\",\"seen\":\"0\"}", "f");
        assertThat(refused.problem()).isEqualTo("422 unfit-file");
        assertThat(refused.at("/reason")).isEqualTo("file-kind");
        assertThat(holder.adds(request, "{\"file\":\"*\",\"seen\":\"0\"}", "f").at("/errors/0/at"))
                .isEqualTo("/file");
        assertThat(holder.adds(request, "{\"seen\":\"0\"}", "f").at("/errors/0/at"))
                .as("nothing is no addition")
                .isEqualTo("/words");
        String jpeg = Base64.getEncoder().encodeToString(OwnRequestsTest.picture("jpeg", 1_500, 200));
        Answer added = holder.adds(request, "{\"file\":\"" + jpeg + "\",\"seen\":\"0\"}", "f");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(holder.program().get("/requests/" + request + "/files/1").header("Content-Type"))
                .isEqualTo("image/jpeg");
    }

    /// In the words in which it was told; what is the holder's alone is not among it.
    @Test
    void whatAnAccountWasToldIsReadAgain() {
        Holder holder = Holder.fresh();
        town.signedIn(holder.account());
        Holder other = Holder.fresh();
        holder.asks(other, "pay", "ask");
        other.answers(other.program().get(other.at("/delegates")).at("/invitations/0/delegate"), true);
        String request = holder.opens("information", "when?", "open").at("/request");
        StaffBrowser amina = town.staff("amina", StaffRole.AGENT);
        amina.get("/staff/requests/" + request);
        amina.browser()
                .post(
                        "/staff/requests/" + request + "/answer",
                        "letter",
                        "explained",
                        "words",
                        "on Monday at nine",
                        "seen",
                        "0",
                        "sure",
                        "yes");
        Answer told = holder.program().get(holder.at("/messages"));
        assertThat(told.at("/messages")).isEqualTo("1");
        assertThat(told.at("/messages/0/notice")).isEqualTo("request");
        assertThat(told.at("/messages/0/state")).isEqualTo("waits");
        assertThat(told.text()).contains("on Monday at nine").doesNotContain("@example.org");
    }

    @Test
    void soManyWaitAndNoMore() {
        Holder holder = Holder.fresh();
        for (int i = 0; i < 10; i++) {
            assertThat(holder.opens("information", "number " + i, "n" + i).status())
                    .isEqualTo(201);
        }
        assertThat(holder.opens("information", "one more", "more").at("/reason"))
                .isEqualTo("too-many");
    }
}
