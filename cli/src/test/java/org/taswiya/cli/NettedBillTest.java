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
import org.taswiya.core.quantity.Money;

/// A household with a roof: what it feeds in comes off what it uses, at 1.00, and what is left is carried on. It is
/// served since February 2020 and uses 400 a month.
@TestMethodOrder(OrderAnnotation.class)
final class NettedBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks:
                      - { above: 0, mode: progressive, price: 1 }
                  - component: own-energy
                    kind: net-metering
                    tax: energy
                    source: "made up"
                    settlement: { month: 12, price: 0.30 }
                    excess: paid
            examples:
              - name: some of it was carried in
                derived: "400 - 300 - 60"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 400
                determinants: { exported-energy: 300, carried-in: 60 }
                expect: { net: 40.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aHousehold() throws IOException {
        town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 4, 1));
        home = town.priced(BOOK);
    }

    private static void roof(String day, String value) {
        CommandTown.fact(home, "exported-energy", day, value);
    }

    @Test
    @Order(1)
    void aMonthThatFedInMoreThanItUsedCostsNothing() throws IOException {
        roof("2020-02-01", "0");
        roof("2020-03-01", "500");
        assertThat(town.billed(home, "2020-03-01").total()).isEqualTo(Money.ZERO);
    }

    /// March fed in 270, and 100 were left in February.
    @Test
    @Order(2)
    void whatWasLeftComesOffTheNextMonth() throws IOException {
        roof("2020-04-01", "770");
        CommandTown.Document march = town.billed(home, "2020-04-01");
        assertThat(march.total()).isEqualTo(Money.parse("30.00"));
        assertThat(CommandTown.tried(home)).containsExactly("0.00", "30.00");
        assertThat(CommandTown.shown(home, march, "en"))
                .contains(
                        "Own energy taken off the usage",
                        "Energy of your own left from before: 100 kWh",
                        "Energy fed in: 500 on 1 March 2020, 770 on 1 April 2020: 270 kWh")
                .doesNotContain("left for what you use next");
        assertThat(march.text()).contains("\"past\"", "\"component\": \"own-energy\"", "\"quantity\": \"370\"");
    }

    /// April used 300 and fed in 200. The old system carried 20 into February, which nobody had known: March owed 30
    /// and owes 10.
    @Test
    @Order(3)
    void whatAnOldSystemCarriedInSettlesWhatWasBilled() throws IOException {
        town.read("2020-05-01", 11100);
        roof("2020-05-01", "970");
        CommandTown.fact(home, "carried-in", "2020-02-01", "20");
        CommandTown.Document april = town.billed(home, "2020-05-01");
        assertThat(april.total()).isEqualTo(Money.parse("80.00")); // 100 - 20
        assertThat(town.reprinted(home)).contains("3 ", " the same bytes as first written");
    }

    /// 41 days in which 410 were used, 310 of them in May by days. The register was read on the last of them alone: of
    /// the 615 that it counted 465 are May's, and what is left at the end is nobody's.
    @Test
    @Order(4)
    void whoLeavesIsToldWhatIsLost() throws IOException {
        home.good("bill", "--to", "2020-06-01", "--documents"); // held: nobody has read the register
        home.good("agreement", "move-out", "C00001", "--on", "2020-06-11", "--reading", "11510", "--why", "moved");
        roof("2020-06-11", "1585");
        CommandTown.Document last = town.billed(home, "2020-07-01");
        assertThat(last.total()).isEqualTo(Money.ZERO);
        assertThat(CommandTown.shown(home, last, "en"))
                .contains(
                        "Energy fed in: 970 on 1 May 2020, 1,435 on 1 June 2020: 465 kWh",
                        "Energy fed in on 1 June 2020: nobody read it then, divided by days between 970 on 1 May 2020"
                                + " and 1,585 on 11 June 2020",
                        "Energy of your own left for what you use next: 155 kWh",
                        "Energy fed in: 1,435 on 1 June 2020, 1,585 on 11 June 2020: 150 kWh",
                        "Energy of your own left over: 205 kWh. Your contract has ended")
                .containsOnlyOnce("left for what you use next");
        assertThat(CommandTown.shown(home, last, "fr")).contains("elle est perdue", "répartie au prorata des jours");
        assertThat(CommandTown.shown(home, last, "ar")).contains("فهي ضائعة", "وقُسمت بحسب الأيام");
    }

    /// The register was read on 1 June after all: 210 were fed in in May and 405 in June.
    @Test
    @Order(5)
    void aReadingInBetweenSettlesWhatWasDivided() throws IOException {
        roof("2020-06-01", "1180");
        CommandTown.Document settled = town.billed(home, "2020-08-01");
        assertThat(settled.total()).isEqualTo(Money.parse("100.00")); // May 310 - 210
    }

    /// February 0, March 400 - 270 - 120, April 300 - 200, May 310 - 210, June 0: 210 in all, as billed.
    @Test
    @Order(6)
    void triedByTheBookInForceItIsWhatWasBilled() throws IOException {
        assertThat(CommandTown.tried(home)).containsExactly("0.00", "10.00", "100.00", "100.00", "0.00");
        assertThat(town.billedAfter("C00001", LocalDate.of(2020, 1, 1))).isEqualTo(Money.parse("210.00"));
        assertThat(CommandTown.tried(home, "--from", "2020-03-01", "--to", "2020-04-01"))
                .containsExactly("10.00");
    }

    /// By a book that nets from August on only, it is as if it had always: since its register counts.
    @Test
    @Order(7)
    void aBookOfALaterDayNetsSinceTheRegisterCounts() throws IOException {
        String version = BOOK.substring(BOOK.indexOf("  - from: 2014-08-01\n    clause"), BOOK.indexOf("examples:"));
        String plain = version.substring(0, version.indexOf("      - component: own-energy"));
        String later = version.replace("from: 2014-08-01", "from: 2020-08-01");
        String text = BOOK.replace(version, plain + later)
                .replace("2020-03-01, to: 2020-04-01", "2020-09-01, to: 2020-10-01");
        String book = Files.writeString(folder.resolve("later.yaml"), text).toString();
        String tried = home.good("tariff", "try", book, "--account", "0000000001");
        assertThat(tried)
                .containsPattern("total +0\\.00")
                .containsPattern("total +10\\.00")
                .doesNotContain("left out");
    }
}
