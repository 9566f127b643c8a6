package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.staff.KeptFactors;
import org.taswiya.store.staff.StaffRole;

/// What somebody of the staff signs in with, changed by themselves.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class StaffPasswordTest {
    private static final String PAGE = "/staff/password";
    private static final String NEW = "seven kettles of nobody";
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static StaffBrowser signedIn(StaffBrowser somebody) {
        StaffBrowser now = somebody.later();
        assertThat(isIn(now.signIn())).isTrue();
        return now;
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && !answer.uri().getPath().equals("/staff/login");
    }

    private static HttpResponse<String> change(StaffBrowser who, String old, String code, String password) {
        who.get(PAGE);
        return who.browser()
                .post(PAGE, "what", "password", "old", old, "code", code, "password", password, "again", password);
    }

    private static StaffBrowser with(StaffBrowser somebody, String password, String secret) {
        return new StaffBrowser(town, town.browser(), somebody.name(), password, secret);
    }

    @Test
    void aPasswordIsChangedByTheOneBeforeAndEndsAllThatIsOpenElsewhere() {
        StaffBrowser amina = town.staff("amina", StaffRole.AGENT);
        StaffBrowser elsewhere = signedIn(amina);
        StaffBrowser here = signedIn(amina);
        town.browser(); // an hour later: the code of the sign-in is used up
        String code = here.code();
        HttpResponse<String> answer = change(here, here.password(), code, NEW);
        assertThat(answer.body()).contains("تغيرت كلمة المرور");
        assertThat(here.get("/staff/search").uri().getPath()).isEqualTo("/staff/search");
        assertThat(elsewhere.get("/staff/search").uri().getPath()).isEqualTo("/staff/login");
        assertThat(isIn(new StaffBrowser(town, elsewhere.browser(), "amina", NEW, amina.secret())
                        .signInWith("amina", NEW, code)))
                .as("the code is used up for the new password too")
                .isFalse();
        assertThat(isIn(amina.later().signIn())).as("the password before").isFalse();
        assertThat(isIn(with(amina, NEW, amina.secret()).signIn())).isTrue();
        assertThat(town.texts("select place from staff_event where staff = 'amina' and kind = 'password-chosen'"
                        + " and place is not null"))
                .containsExactly("own password");
    }

    @ParameterizedTest
    @CsvSource({
        "four words of somebody, right, seven kettles of nobody, seven kettles of nobody",
        "four words of nobody else, 000000, seven kettles of nobody, seven kettles of nobody",
        "four words of nobody else, right, short words, short words",
        "four words of nobody else, right, 123456789012, 123456789012",
        "four words of nobody else, right, nadia nadia nadia, nadia nadia nadia",
        "four words of nobody else, right, seven kettles of nobody, eight kettles of nobody"
    })
    void whatIsNotRightChangesNothing(String old, String code, String password, String again) {
        StaffBrowser now = signedIn(nadia);
        town.browser();
        now.get(PAGE);
        HttpResponse<String> answer = now.browser()
                .post(
                        PAGE,
                        "what",
                        "password",
                        "old",
                        old,
                        "code",
                        code.equals("right") ? now.code() : code,
                        "password",
                        password,
                        "again",
                        again);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"").doesNotContain(old, password);
        assertThat(isIn(nadia.later().signIn())).as("as before").isTrue();
    }

    @Test
    void whoTriesWithoutEndIsStopped() {
        StaffBrowser omar = signedIn(town.staff("omar", StaffRole.AUDITOR));
        for (int i = 0; i < 10; i++) {
            assertThat(change(omar, "guess number " + i, "000000", NEW).statusCode())
                    .isEqualTo(422);
        }
        assertThat(change(omar, omar.password(), omar.code(), NEW).statusCode()).isEqualTo(429);
    }

    @Test
    void aSecondFactorIsChangedByTheOneBefore() {
        StaffBrowser hamid = town.staff("hamid", StaffRole.SUPERVISOR);
        StaffBrowser elsewhere = signedIn(hamid);
        StaffBrowser here = signedIn(hamid);
        town.browser();
        here.get(PAGE);
        assertThat(here.get("/staff/password/factor").uri().getPath())
                .as("nobody is shown a secret before they have proved who they are")
                .isEqualTo(PAGE);
        HttpResponse<String> page =
                here.browser().post(PAGE, "what", "factor", "old", here.password(), "code", here.code());
        Matcher found = SECRET.matcher(page.body());
        assertThat(found.find()).isTrue();
        StaffBrowser renewed = new StaffBrowser(town, here.browser(), "hamid", hamid.password(), found.group(1));
        assertThat(here.browser()
                        .post("/staff/password/factor", "code", here.code())
                        .statusCode())
                .as("a code of the one before")
                .isEqualTo(422);
        assertThat(here.browser()
                        .post("/staff/password/factor", "code", renewed.code())
                        .body())
                .contains("تغير العامل الثاني");
        assertThat(here.get("/staff/search").uri().getPath()).isEqualTo("/staff/search");
        assertThat(elsewhere.get("/staff/search").uri().getPath()).isEqualTo("/staff/login");
        assertThat(isIn(hamid.later().signIn())).as("the factor before").isFalse();
        assertThat(isIn(renewed.later().signIn())).isTrue();
        assertThat(KeptFactors.of(town.database(), town.site().staffKey())).isEqualTo(new KeptFactors(0, 0));
    }

    @Test
    void aSecretThatWasShownLongAgoIsNotTaken() {
        StaffBrowser here = signedIn(town.staff("yasmine", StaffRole.AGENT));
        town.browser();
        here.get(PAGE);
        HttpResponse<String> page =
                here.browser().post(PAGE, "what", "factor", "old", here.password(), "code", here.code());
        Matcher found = SECRET.matcher(page.body());
        assertThat(found.find()).isTrue();
        StaffBrowser renewed = with(here, here.password(), found.group(1)); // an hour later
        assertThat(here.browser()
                        .post("/staff/password/factor", "code", renewed.code())
                        .uri()
                        .getPath())
                .isEqualTo(PAGE);
        assertThat(isIn(here.later().signIn())).as("the factor before").isTrue();
    }

    @Test
    void aReadersHandsetIsClosedByIt() {
        StaffBrowser salma = town.staff("salma", StaffRole.READER);
        HandsetClient handset = HandsetClient.registered(salma);
        StaffBrowser here = signedIn(salma);
        town.browser();
        assertThat(here.get(PAGE).body()).contains("يُغلق بذلك كل هاتف قراءة");
        assertThat(handset.get("/staff/round/today").statusCode()).isEqualTo(200);
        change(here, here.password(), here.code(), NEW);
        assertThat(handset.get("/staff/round/today").statusCode()).isEqualTo(410);
    }
}
