package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A house whose meter has a register for peak, at 1.00, and one for all other hours, at 0.50; there are no intervals,
/// and nobody is served by the second register alone. It uses 40 and 100 a month: 90.00.
@TestMethodOrder(OrderAnnotation.class)
final class RegisterBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: bands
                    tax: energy
                    source: "made up"
                    bands:
                      - { band: off-peak, blocks: [{ above: 0, price: 0.50 }] }
                      - { band: peak, blocks: [{ above: 0, price: 1.00 }] }
            examples:
              - name: a month
                derived: "50 + 40"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: { off-peak: 100, peak: 40 }
                expect: { net: 90.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void aHouse() throws IOException {
        town = new CommandTown(folder);
        town.serve(1);
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", "E1B;L1;ELEC"));
        town.take(
                "device-meters",
                CommandTown.rows(
                        "POINT;COMPTEUR;CADRAN;CUMUL;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE",
                        "E1;S1;PEAK;;01/01/2018;;5;0;1;ELEC;0",
                        "E1B;S1;OFF-PEAK;;01/01/2018;;3;0;1;ELEC;0"));
        home = town.priced(BOOK);
        List<String> past = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            past.add(row("PEAK", "01/%02d/2019".formatted(month), 40 * month));
            past.add(row("OFF-PEAK", "01/%02d/2019".formatted(month), 100 * month % 1000));
        }
        past.add(row("PEAK", "01/01/2020", 520));
        past.add(row("OFF-PEAK", "01/01/2020", 300));
        past.add(row("PEAK", "01/02/2020", 560));
        past.add(row("OFF-PEAK", "01/02/2020", 400));
        read(past.toArray(String[]::new));
    }

    private static String row(String register, String at, int value) {
        return "S1;" + register + ";" + at + ";" + value;
    }

    private static void read(String... rows) throws IOException {
        town.take("device-readings", CommandTown.rows("COMPTEUR;CADRAN;DATE;INDEX", rows), "--as-they-are");
    }

    @Test
    @Order(1)
    void aMonthIsBilledByItsRegisters() throws IOException {
        read(row("PEAK", "01/03/2020", 600), row("OFF-PEAK", "01/03/2020", 500));
        CommandTown.Document february = town.billed(home, "2020-03-01");
        assertThat(february.total()).isEqualTo(Money.parse("90.00"));
        assertThat(february.text()).contains("\"format\": \"taswiya-bill/4\"", "\"bandRegisters\"");
        Path document = home.documents().resolve(february.number() + ".json");
        for (String language : new String[] {"en", "fr", "ar"}) {
            home.good("explain", document.toString(), "--lang", language);
        }
        Path paper = folder.resolve("paper.pdf");
        home.good("print", "bills", "--run", "1", "--out", paper.toString(), "--why", "bills of March");
        try (PDDocument read = Loader.loadPDF(paper.toFile())) {
            assertThat(new PDFTextStripper().getText(read)).contains("Cadran", "off-peak", "560", "600", "400", "500");
        }
    }

    /// The second register was not read: both are estimated, each as in the March of the year before.
    @Test
    @Order(2)
    void whereOneRegisterLacksBothAreEstimated() throws IOException {
        read(row("PEAK", "01/04/2020", 700));
        CommandTown.Document march = town.billed(home, "2020-04-01");
        assertThat(march.total()).isEqualTo(Money.parse("90.00"));
        assertThat(march.text()).contains("\"estimated\"");
    }

    /// In two months 200 at peak and 1000 in other hours, whose register has three digits: 700 in all.
    @Test
    @Order(3)
    void aReadingOfBothSettlesWhatWasEstimated() throws IOException {
        read(row("PEAK", "01/05/2020", 800), row("OFF-PEAK", "01/05/2020", 540));
        CommandTown.Document april = town.billed(home, "2020-05-01");
        // 200 x 1.00 + 40 x 0.50 less 90.00
        assertThat(april.total()).isEqualTo(Money.parse("130.00"));
    }

    /// Nobody has an agreement at the second register, and still what comes late of it opens the bills that rest on it:
    /// March and April are shared out anew, and come to the same.
    @Test
    @Order(4)
    void aLateReadingOfTheOtherRegisterIsSettled() throws IOException {
        read(row("OFF-PEAK", "01/04/2020", 510));
        read(row("PEAK", "01/06/2020", 840), row("OFF-PEAK", "01/06/2020", 640));
        CommandTown.Document may = town.billed(home, "2020-06-01");
        assertThat(may.total()).isEqualTo(Money.parse("90.00"));
        assertThat(may.text()).contains("\"value\": \"510\"");
        town.reprinted(home);
    }

    private static String[] correct(String register, String reading) {
        return new String[] {
            "hold", "correct", "C00001", "--register", register, "--reading", reading, "--why", "misread"
        };
    }

    /// Of May the second register counted 20 more: 10.00, and June 90.00.
    @Test
    @Order(5)
    void aCorrectedReadingOfTheOtherRegisterIsSettled() throws IOException {
        assertThat(home.good(correct("off-peak", "2020-06-01=660")))
                .contains("C00001 at E1B, 2020-06-01: 640 (actual) becomes 660", "Bills rest on it");
        read(row("PEAK", "01/07/2020", 880), row("OFF-PEAK", "01/07/2020", 760));
        assertThat(town.billed(home, "2020-07-01").total()).isEqualTo(Money.parse("100.00"));
        assertThat(home.wrong(correct("night", "2020-06-01=1")))
                .contains("the meter of C00001 has no register night on 2020-06-01");
    }

    /// Each month as its registers counted it in the end, and together as it was billed. A book of other hours asks for
    /// what nothing counts there, and says so.
    @Test
    @Order(6)
    void triedByTheBookInForceItIsWhatWasBilled() throws IOException {
        assertThat(CommandTown.tried(home)).containsExactly("90.00", "105.00", "115.00", "100.00", "90.00");
        assertThat(town.billedAfter("C00001", LocalDate.of(2020, 1, 1))).isEqualTo(Money.parse("500.00"));
        assertThat(CommandTown.tried(home, "--from", "2020-04-01", "--to", "2020-05-01"))
                .containsExactly("115.00");
        String other = Files.writeString(folder.resolve("other.yaml"), BOOK.replace("off-peak", "night"))
                .toString();
        assertThat(home.good("tariff", "try", other, "--account", "0000000001"))
                .contains("left out", "asks for the time bands night, peak; its device has no register named for each");
    }

    /// A calendar says when registers count, and they do that by themselves: no bill hangs on it.
    @Test
    @Order(7)
    void whateverTheCalendarSaysBillsAreEqual() throws IOException {
        for (String peak : new String[] {"17:00", "20:00"}) {
            Files.writeString(folder.resolve("utilities/casablanca/bands.yaml"), """
                    zone: "+00:00"
                    seasons:
                      - name: year
                        from: --01-01
                        windows:
                          - { band: off-peak, days: [every], from: 00:00, to: %1$s }
                          - { band: peak, days: [every], from: %1$s, to: 24:00 }
                    """.formatted(peak));
            home.good("verify", home.documents().toString());
            assertThat(CommandTown.tried(home)).containsExactly("90.00", "105.00", "115.00", "100.00", "90.00");
        }
    }
}
