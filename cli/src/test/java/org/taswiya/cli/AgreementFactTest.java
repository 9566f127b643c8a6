package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;

/// Two households whose energy costs 1.00 and whose meters of 15 and 20 cost 8.00 and 12.50 a month, without tax; each
/// uses 100 kWh a month.
@TestMethodOrder(OrderAnnotation.class)
final class AgreementFactTest {
    private static final String FACTS = "CONTRAT;DONNEE;DEPUIS;VALEUR";
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 1.00 }]
                  - component: meter-rental
                    kind: sized
                    tax: energy
                    by: meter-size
                    per: month
                    source: "made up"
                    sizes:
                      - { size: 15, price: 8 }
                      - { size: 20, price: 12.50 }
            examples:
              - name: a month
                derived: "100 + 8"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 100
                determinants: { meter-size: 15 }
                expect: { net: 108.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void twoHouseholds() throws IOException {
        town = new CommandTown(folder);
        town.serve(2);
        town.plainMeters(2);
        town.read(1, 100, LocalDate.of(2020, 4, 1));
        town.read(2, 100, LocalDate.of(2020, 4, 1));
        home = town.priced(BOOK);
    }

    private static String facts(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("facts.csv"), CommandTown.rows(FACTS, rows));
        CommandHome.Said said = home.run("import", file.toString(), "--mapping", "agreement-facts");
        return said.out() + said.err();
    }

    private static String rejected() throws IOException {
        return Files.readString(folder.resolve("facts.csv.rejected.csv"));
    }

    private static Money bill(String agreement, String on) throws IOException {
        return town.bill(agreement, on).total();
    }

    @Test
    @Order(1)
    void whoseMeterNobodyKnowsIsHeldAndToldWhatToDo() {
        home.good("bill", "--to", "2020-03-01", "--documents");
        assertThat(home.good("hold", "list"))
                .contains("not-counted", "asks on 2020-02-01 for the meter-size", "./taswiya agreement fact");
    }

    @Test
    @Order(2)
    void aFileOfFactsIsTakenLineByLine() throws IOException {
        assertThat(facts(
                        "C00001;CALIBRE;01/02/2020;15",
                        "C00002;CALIBRE;01/02/2020;15",
                        "C00009;CALIBRE;01/02/2020;15",
                        "C00002;POIDS;01/02/2020;15",
                        "C00002;INCENDIE;01/02/2020;-1",
                        "C00002;CALIBRE;01/02/2020;20"))
                .contains("2  new", "4  rejected");
        assertThat(rejected().lines().skip(1))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("unknown-agreement", "C00009"),
                        line -> assertThat(line).contains("unknown-code", "POIDS"),
                        line -> assertThat(line).contains("negative", "-1"),
                        line -> assertThat(line).contains("other-value", "another before it"));
        assertThat(facts("C00001;CALIBRE;01/02/2020;15")).contains("1  unchanged");
    }

    @Test
    @Order(3)
    void aMonthIsBilledWithTheMeterItHad() throws IOException {
        home.good("bill", "--to", "2020-03-01", "--released", "--documents");
        assertThat(bill("C00001", "2020-03-01")).isEqualTo(Money.parse("108.00"));
        assertThat(bill("C00002", "2020-03-01")).isEqualTo(Money.parse("108.00"));
        home.good("verify", home.documents().toString());
        assertThat(town.bill("C00001", "2020-03-01").text())
                .contains("\"format\": \"taswiya-bill/4\"", "\"determinant\": \"meter-size\"");
    }

    /// From the 11th of March on: 10 of 31 days at 8.00, 21 at 12.50.
    @Test
    @Order(4)
    void aChangeWithinTheMonthIsChargedByDays() throws IOException {
        assertThat(home.good("agreement", "fact", "C00001", "meter-size", "20", "--from", "2020-03-11", "--why=new"))
                .isEqualTo("C00001: meter-size 20 from 2020-03-11\n");
        home.good("bill", "--to", "2020-04-01", "--documents");
        assertThat(bill("C00001", "2020-04-01")).isEqualTo(Money.parse("111.05")); // 2.58 and 8.47
        assertThat(bill("C00002", "2020-04-01")).isEqualTo(Money.parse("108.00"));
        home.good("verify", home.documents().toString());
    }

    /// It was 20 all the time: February and March are short of 4.50 each.
    @Test
    @Order(5)
    void aCorrectionIsSettledByTheNextBill() throws IOException {
        assertThat(home.good("agreement", "fact", "C00002", "meter-size", "20", "--from", "2020-02-01", "--why=seen"))
                .isEqualTo("C00002: meter-size 20 from 2020-02-01; it corrects what stood for that day\n");
        assertThat(home.good("agreement", "fact", "C00002", "meter-size", "20", "--from", "2020-02-01", "--why=seen"))
                .endsWith("it was written down already\n");
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E2,2020-05-01,2800"), "--as-they-are");
        home.good("bill", "--to", "2020-05-01", "--documents");
        assertThat(bill("C00002", "2020-05-01")).isEqualTo(Money.parse("121.50")); // 112.50 and 2 x 4.50
        home.good("verify", home.documents().toString());
        assertThat(home.good("agreement", "show", "C00002"))
                .contains("  meter-size 20 from 2020-02-01 by ")
                .contains(": seen");
        assertThat(home.good("agreement", "show", "C00002", "--json"))
                .contains("\"facts\":[{\"determinant\":\"meter-size\",\"from\":\"2020-02-01\",\"value\":\"20\"");
        town.reprinted(home);
    }

    @Test
    @Order(6)
    void whatNothingAsksForIsNoFact() {
        assertThat(home.run("agreement", "fact", "C00001", "weight", "20", "--from", "2020-03-11", "--why=new")
                        .err())
                .contains("found weight, expected one of meter-size, fire-line-size, persons, charged-this-year,");
        assertThat(home.run("agreement", "fact", "C00009", "meter-size", "20", "--from", "2020-03-11", "--why=new")
                        .err())
                .contains("there is no agreement C00009");
    }

    @ParameterizedTest
    @CsvSource({
        "meter-size, -2, a size above zero",
        "meter-size, 0, a size above zero",
        "fire-line-size, 0.0, a size above zero",
        "persons, 2.5, 'a whole number of persons, zero or more'",
        "persons, -1, 'a whole number of persons, zero or more'",
        "persons, four, 'a whole number of persons, zero or more'",
        "social-tariff, 2, '1 for whoever is entitled, or 0'",
        "social-tariff, 0.5, '1 for whoever is entitled, or 0'",
        "exceedances, 1.5, 'what its register shows, a whole number, zero or more'",
        "winter-average, -3, 'a number, zero or more'"
    })
    @Order(6)
    void aNumberThatNoTariffTakesIsNotWrittenDown(String what, String number, String expected) throws IOException {
        assertThat(home.run("agreement", "fact", "C00001", what, number, "--from", "2020-03-11", "--why=new")
                        .err())
                .contains("NUMBER of " + what + " is " + number + "; expected " + expected);
        facts("C00001;" + what + ";11/03/2020;" + number);
        assertThat(rejected()).contains("C00001");
    }

    @ParameterizedTest
    @CsvSource({"persons, 0", "persons, 2.0", "social-tariff, 0", "meter-size, 0.75", "exceedances, 12"})
    @Order(6)
    void aNumberThatSomeTariffTakesIs(String what, String number) {
        assertThat(home.good(
                        "agreement", "fact", "C00001", what, number, "--from", "2020-03-11", "--why=new", "--dry-run"))
                .contains("Nothing was stored.");
    }

    /// March of the first: 10 of 31 days at 8.00, 21 at 14.50 instead of 12.50.
    @Test
    @Order(7)
    void anotherBookIsComparedOnTheFactsOfEachDay() throws IOException {
        String id = "casablanca/electricity-household";
        String dearer = Files.writeString(folder.resolve("dearer.yaml"), BOOK.replace("price: 12.50", "price: 14.50"))
                .toString();
        assertThat(home.good("tariff", "compare", id, dearer, "--account", "0000000001"))
                .containsPattern("C00001 2020-02-01 to 2020-03-01 +100 +108\\.00 +108\\.00 ")
                .containsPattern("C00001 2020-03-01 to 2020-04-01 +100 +111\\.05 +112\\.40 +\\+1\\.35")
                .containsPattern("meter-rental ");
    }

    @Test
    @Order(8)
    void whatNobodyKnowsIsLeftOutAndSaid() throws IOException {
        String id = "casablanca/electricity-household";
        String social = Files.writeString(
                        folder.resolve("social.yaml"),
                        BOOK.replace("examples:", """
                                      - component: social
                                        kind: discount
                                        tax: energy
                                        rate: 0.5
                                        where: social-tariff
                                        source: "made up"
                                examples:""")
                                .replace("{ meter-size: 15 }", "{ meter-size: 15, social-tariff: 0 }"))
                .toString();
        assertThat(home.good("tariff", "compare", id, social, "--everybody"))
                .containsPattern("left out: \\d billed periods, of which social-tariff is not known")
                .contains("what was billed by the old book in these days cannot be priced by both")
                .doesNotContain("nobody was billed");
        assertThat(home.good("tariff", "compare", id, social, "--everybody", "--json"))
                .containsPattern("\"unknown\":\\{\"social-tariff\":\\d}");
        home.good("agreement", "fact", "C00001", "social-tariff", "1", "--from", "2020-02-01", "--why=entitled");
        assertThat(home.good("tariff", "compare", id, social, "--account", "0000000001"))
                .containsPattern("C00001 2020-02-01 to 2020-03-01 +100 +108\\.00 +54\\.00 +-54\\.00");
        assertThat(home.good("tariff", "compare", id, social, "--account", "0000000002"))
                .contains("left out: C00002 2020-02-01 to 2020-03-01: tariff")
                .contains("asks on 2020-02-01 for the social-tariff");
    }
}
