package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.cli.command.ExitCode;

/// A bill of the books on paper.
final class BillPaperCommandTest {
    private static final String BILL = "0000000001AB";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void aBill() throws IOException {
        town = CommandTown.withABill(folder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ar, ar, true", "fr, fr, false", "en, en, false", "fr-ar, fr, false"})
    void aBillIsDrawnInEveryForm(String form, String language, boolean isFromRight) throws IOException {
        Path file = folder.resolve(form + ".pdf");
        assertThat(town.good("bill", "show", BILL, "--pdf", "--form", form, "--out", file.toString()))
                .startsWith(file + ": ")
                .endsWith(" KB\n");
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language);
            String direction = read.getDocumentCatalog().getViewerPreferences().getReadingDirection();
            assertThat(direction).isEqualTo(isFromRight ? "R2L" : "L2R");
            assertThat(new PDFTextStripper().getText(read)).contains(BILL);
        }
    }

    @Test
    void theSameBillIsTheSameBytes() throws IOException {
        Path one = folder.resolve("one.pdf");
        Path two = folder.resolve("two.pdf");
        town.good("bill", "show", BILL, "--pdf", "--out", one.toString());
        town.good("bill", "show", BILL, "--pdf", "--out", two.toString());
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void aCancelledBillAsksForNothing() throws IOException {
        CommandTown other = CommandTown.withABill(Files.createDirectories(folder.resolve("other")));
        other.good("bill", "cancel", BILL, "--why", "wrong");
        Path file = folder.resolve("cancelled.pdf");
        other.good("bill", "show", BILL, "--pdf", "--form", "fr", "--out", file.toString());
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Annulée : cette facture ne compte plus")
                    .doesNotContain("À payer");
            assertThat(read.getDocumentCatalog().getNames()).isNull();
        }
    }

    @Test
    void aCopySaysThatItIsOneAndIsKept() throws IOException {
        Path file = folder.resolve("copy.pdf");
        String[] words = {
            "bill",
            "show",
            BILL,
            "--pdf",
            "--form",
            "fr",
            "--certified-copy",
            "--why",
            "court",
            "--author",
            "Salma",
            "--out",
            file.toString()
        };
        town.good(words);
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("[\\s\u00A0]+", " "))
                    .contains("Copie certifiée conforme n° 1 du ", "par Salma")
                    .contains("conforme à la facture n° " + BILL + " du 3 mars 2020")
                    .contains("copie conforme 1 · " + BILL + " · 1 / 1");
            assertThat(read.getDocumentCatalog().getNames())
                    .as("no second invoice")
                    .isNull();
        }
        byte[] first = Files.readAllBytes(file);
        assertThat(town.refused(words).err()).contains(file + " is there already");
        assertThat(file).hasBinaryContent(first);
        words[words.length - 1] = folder.resolve("copy2.pdf").toString();
        town.good(words);
        try (PDDocument read = Loader.loadPDF(folder.resolve("copy2.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(read)).contains("conforme n° 2 du ");
        }
        assertThat(town.good("bill", "show", BILL))
                .contains("Certified copy 2 (fr) of ", "Certified copy 1 (fr) of ", " by Salma: court");
    }

    private static String[] copy(Path file, String why) {
        String words = "bill show " + BILL + " --pdf --form fr --certified-copy --author Salma --why ";
        return (words + why + " --out " + file).split(" ");
    }

    @Test
    void aCopyWithoutPaperIsNotInTheBooks() throws IOException {
        CommandTown other = CommandTown.withABill(Files.createDirectories(folder.resolve("nopaper")));
        Path nowhere = Path.of("/proc/copy.pdf");
        assertThat(other.home().expect(ExitCode.FAILED, copy(nowhere, "court")).err())
                .startsWith("taswiya: cannot write /proc/copy.pdf: ")
                .doesNotContain(".part", "Exception");
        assertThat(other.good("bill", "show", BILL)).doesNotContain("Certified copy");
    }

    /// Between the books and the file's name: what `kill -9` leaves there is the paper under its other name.
    @Test
    void aCopyThatWasCutShortGetsItsName() throws IOException {
        CommandTown other = CommandTown.withABill(Files.createDirectories(folder.resolve("cut")));
        Path file = folder.resolve("cut").resolve("copy.pdf");
        Path unfinished = Path.of(file + ".part");
        other.good(copy(file, "court"));
        byte[] paper = Files.readAllBytes(file);
        Files.move(file, unfinished);
        assertThat(other.refused(copy(file, "tax")).err())
                .contains("copy.pdf.part is certified copy 1 by Salma, which was cut short: rename it");
        assertThat(other.good(copy(file, "court"))).contains("certified copy 1, which was cut short before");
        assertThat(file).hasBinaryContent(paper);
        assertThat(unfinished).doesNotExist();
        assertThat(other.good("bill", "show", BILL))
                .contains("Certified copy 1")
                .doesNotContain("Certified copy 2");

        Path half = folder.resolve("cut").resolve("half.pdf");
        Files.writeString(Path.of(half + ".part"), "half of it: whoever wrote this was killed");
        assertThat(other.good(copy(half, "court"))).doesNotContain("cut short");
        assertThat(other.good("bill", "show", BILL)).contains("Certified copy 2");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"device", "dangling", "ordinary"})
    void whatIsNoOrdinaryFileStaysWhatItIs(String kind) throws IOException {
        Path link = folder.resolve("link-" + kind + ".pdf");
        Path to = switch (kind) {
            case "device" -> Path.of("/dev/null");
            case "ordinary" -> Files.writeString(folder.resolve("kept.txt"), "kept");
            default -> folder.resolve("nothing");
        };
        Files.createSymbolicLink(link, to);
        assertThat(town.refused("bill", "show", BILL, "--pdf", "--out", link.toString())
                        .err())
                .contains(link + " is no ordinary file");
        assertThat(town.refused(copy(link, "court")).err()).contains(link + " is no ordinary file");
        assertThat(Files.readSymbolicLink(link)).isEqualTo(to);
    }

    /// A reader saw the meter on 1 March, with a picture, and on the tenth again; the first reading has none.
    @Test
    void aPictureOfAReadingIsNamed() throws IOException {
        CommandTown other = new CommandTown(Files.createDirectories(folder.resolve("pictures")));
        other.serve(1);
        other.plainMeters(1);
        other.read(1, 320, LocalDate.of(2020, 2, 1));
        other.take(
                "route",
                CommandTown.rows(
                        CommandTown.VISITS,
                        "E1;;01/03/2020;09:00;8320;;;;IMG-0301.jpg;A7",
                        "E1;;10/03/2020;09:00;8400;;;;IMG-0310.jpg;A7"));
        other.good("bill", "--to", "2020-03-01", "--on", "2020-03-03");
        Path paper = folder.resolve("pictures.pdf");
        other.good("bill", "show", BILL, "--pdf", "--form", "ar", "--out", paper.toString());
        try (PDDocument read = Loader.loadPDF(paper.toFile())) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("IMG-0301.jpg")
                    .doesNotContain("IMG-0310.jpg");
        }
    }

    @Test
    void aUtilityThatSaysNothingOfItselfIsToldOf() throws IOException {
        Path utilities = folder.resolve("silent");
        Path tariffs = Files.createDirectories(utilities.resolve("casablanca").resolve("tariffs"));
        try (var books = Files.list(Path.of("..", "utilities", "casablanca", "tariffs"))) {
            for (Path book : books.toList()) {
                Files.copy(book, tariffs.resolve(String.valueOf(book.getFileName())));
            }
        }
        CommandHome.Said said = town.home()
                .run(
                        "bill",
                        "show",
                        BILL,
                        "--pdf",
                        "--out",
                        folder.resolve("silent.pdf").toString(),
                        "--utilities",
                        utilities.toString());
        assertThat(said.code()).isEqualTo(ExitCode.GOOD);
        assertThat(said.err()).contains("utility.yaml, so papers call the utility 'casablanca'");
    }

    @Test
    void everyPageSaysWhoseItIs() throws IOException {
        Path file = folder.resolve("pages.pdf");
        town.good("bill", "show", BILL, "--pdf", "--form", "ar", "--out", file.toString());
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(read)).contains(BILL);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0000000001AB --pdf --json                | --pdf does not go with --json
            --account 0000000001 --pdf               | --pdf does not go with --account
            0000000001AB --form ar                   | --form and --out go with --pdf
            0000000001AB --out x.pdf                 | --form and --out go with --pdf
            0000000001AB --pdf --out nofolder/x.pdf  | there is no folder
            0000000001AB --pdf --lang ar             | --lang is for text; with --pdf say --form
            0000000001AB --certified-copy --why x    | --certified-copy goes with --pdf
            0000000001AB --pdf --certified-copy      | --certified-copy needs --why
            0000000001AB --pdf --certified-copy --why x | --certified-copy needs --author: the person who
            0000000001AB --pdf --out /dev/full       | /dev/full is no ordinary file
            0000000001AB --pdf --why x               | --why and --author go with --certified-copy
            0000000001AB --pdf --form de             | expected one of ar, fr, en, fr-ar but was 'de'
            0000000002AC --pdf                       | there is no bill 0000000002AC
            """)
    void whatDoesNotGoTogetherIsRefused(String words, String said) {
        CommandHome.Said refused = town.refused(("bill show " + words).split(" "));
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(refused.err()).contains(said);
        assertThat(Files.exists(Path.of("x.pdf"))).isFalse();
    }
}
