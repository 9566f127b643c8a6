package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Three households used 120 kWh in February, 129.46 DH each. The first has not paid when the bills of March are made,
/// the second has paid 200, the third exactly what it owed.
@TestMethodOrder(OrderAnnotation.class)
final class StatedArrearsTest {
    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));

    private static String said = "";

    @BeforeAll
    static void billedTwice() throws IOException {
        town = CommandTown.withBills(folder, 120, 120, 120);
        town.good("pay", "0000000002", "200", "--by", "card", "--on", "2020-03-10");
        town.good("pay", "0000000003", "129.46", "--by", "card", "--on", "2020-03-10");
        String[] readings = {"E1,2020-04-01,3240", "E2,2020-04-01,3240", "E3,2020-04-01,3240"};
        town.take("readings", CommandTown.rows(CommandTown.READINGS, readings));
        said = town.good("bill", "--to", "2020-04-01", "--on", "2020-04-03", "--documents");
    }

    private static String arrears(String agreement) throws IOException {
        String text = town.bill(agreement, "2020-04-03").text();
        return text.replaceAll("(?s).*\"arrears\": \"([^\"]*)\".*", "$1");
    }

    @Test
    @Order(1)
    void aBillStatesWhatWasOpenBeforeIt() throws IOException {
        assertThat(List.of(arrears("C00001"), arrears("C00002"), arrears("C00003")))
                .containsExactly("129.46", "-70.54", "0.00");
    }

    @Test
    @Order(2)
    void aCreditIsUsedOnTheNextBill() {
        assertThat(said).contains("70.54 of credit is used on 1 item");
        assertThat(town.good("ledger", "age", "--on", "2020-04-03", "--json"))
                .contains("\"items\":4", "\"total\":\"447.30\"");
        assertThat(town.good("ledger", "check")).endsWith("all as the books say\n");
    }

    @Test
    @Order(3)
    void itIsSaidInEveryLanguage() {
        assertThat(explained("0000000004AE", "en")).contains("From earlier bills 129.46");
        assertThat(explained("0000000005AF", "en")).contains("You have 70.54", "to your credit from before");
        assertThat(explained("0000000005AF", "fr")).contains("Vous disposez d’un crédit antérieur de 70,54");
        assertThat(explained("0000000005AF", "ar")).contains("لديكم رصيد سابق قدره");
        assertThat(explained("0000000006AG", "en")).doesNotContain("earlier bills", "from before");
    }

    private static String explained(String number, String language) {
        return town.good("bill", "show", number, "--lang", language)
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ');
    }

    @Test
    @Order(4)
    void whatIsPaidLaterChangesNoBill() {
        town.good("pay", "0000000001", "300", "--by", "card", "--on", "2020-04-10");
        assertThat(town.good(
                        "bill",
                        "reprint",
                        "--all",
                        "--to",
                        folder.resolve("again").toString()))
                .contains("3 the same bytes as first written");
        town.verify();
    }
}
