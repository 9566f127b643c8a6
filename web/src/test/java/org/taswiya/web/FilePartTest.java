package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.staff.StaffRole;

/// A file in the place of something typed, on each form that takes a file: no fault of ours, and nothing is done.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class FilePartTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Browser customer;
    private static Browser amina;
    private static String reading;
    private static String request;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        String account = town.reached().getFirst();
        customer = town.signedIn(account);
        reading = "/readings/"
                + town.texts("select reference from service_agreement where account = '" + account
                                + "' and to_day is null order by 1")
                        .getFirst();
        String form = "/requests/new/" + account;
        customer.get(form);
        request = customer.post(form, "kind", "meter-check", "words", "it runs backwards")
                .uri()
                .getPath();
        StaffBrowser staff = town.staff("amina", StaffRole.AGENT);
        staff.get("/staff" + request);
        amina = staff.browser();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    @ParameterizedTest
    @CsvSource({
        "reading, value",
        "reading, meant",
        "reading, nothing-of-ours",
        "request, words",
        "request, seen",
        "staff, words",
        "staff, seen"
    })
    void aFileInThePlaceOfWhatIsTypedIsRefused(String form, String field) {
        Browser who = form.equals("staff") ? amina : customer;
        String path = switch (form) {
            case "reading" -> reading;
            case "request" -> request;
            default -> "/staff" + request + "/files";
        };
        if (!form.equals("staff")) {
            who.get(path);
        }
        HttpResponse<String> answer = who.postFile(path, field, "1".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("لم نفهم ما وصل");
        assertThat(town.texts("select 'x' from own_photo union all select 'x' from request_file"
                        + " union all select 'x' from service_request_step"))
                .isEmpty();
    }
}
