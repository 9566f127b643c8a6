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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// Five bills for the printer: three on a route that is walked backwards, one of them cancelled.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PrintCommandTest {
    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));
    private static Path file = Path.of("unset");

    @BeforeAll
    static void fiveBills() throws IOException {
        town = new CommandTown(folder);
        town.serve(5);
        town.plainMeters(5);
        for (int i = 1; i <= 5; i++) {
            town.read(i, 300 + i, LocalDate.of(2020, 3, 1));
        }
        town.route("R1", "E4", "E3", "E2");
        town.good("bill", "--to", "2020-03-01", "--on", "2020-03-03");
        town.good("bill", "cancel", "0000000003AD", "--why", "wrong");
        file = folder.resolve("march.pdf");
    }

    private static CommandHome.Said refused(String... more) {
        List<String> words = new ArrayList<>(List.of("print", "bills", "--why", "march"));
        words.addAll(List.of(more));
        return town.refused(words.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void billsStandInTheOrderInWhichTheyAreCarriedOut() throws IOException {
        assertThat(town.good("print", "bills", "--run", "1", "--out", file.toString(), "--why", "bills of March"))
                .startsWith("batch 1: 4 bills on ")
                .contains("march.pdf.csv");
        List<String> rows = Files.readAllLines(folder.resolve("march.pdf.csv"));
        assertThat(rows.getFirst()).startsWith("position,first_sheet,sheets,bill,account,route,stop,area,");
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[3]))
                .containsExactly("0000000004AE", "0000000002AC", "0000000001AB", "0000000005AF");
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",");
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(Integer.parseInt(cells[1]));
                text.setEndPage(Integer.parseInt(cells[1]));
                assertThat(text.getText(read)).contains(cells[3]);
            }
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> String.valueOf(path.getFileName())).filter(name -> name.startsWith("march")))
                    .containsExactlyInAnyOrder("march.pdf", "march.pdf.csv");
        }
    }

    @Test
    @Order(2)
    void aRunIsPrintedOnce() {
        CommandHome.Said again =
                refused("--run", "1", "--out", folder.resolve("two.pdf").toString());
        assertThat(again.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(again.err()).contains("run 1 was printed before: batch 1 by ", "bills of March", "--again");
    }

    @Test
    @Order(3)
    void onceMoreWhereAPersonSaysSo() throws IOException {
        byte[] first = Files.readAllBytes(file);
        assertThat(town.good(
                        "print", "bills", "--run", "1", "--out", file.toString(), "--again", "--why", "jam", "--json"))
                .contains("\"batch\":2", "\"bills\":4", "\"notPrinted\":0");
        assertThat(file).hasBinaryContent(first);
        assertThat(town.good("print", "list")).contains("bills of March", "jam");
        assertThat(town.good("print", "list", "--json").lines()).hasSize(2);
    }

    @Test
    @Order(4)
    void whatIsNotThereIsRefused() {
        assertThat(refused("--run", "1", "--out", file.toString()).err()).contains("is there already");
        assertThat(refused("--run", "1", "--out", folder.resolve("no/x.pdf").toString())
                        .err())
                .contains("there is no folder");
        assertThat(refused("--run", "9", "--out", folder.resolve("nine.pdf").toString())
                        .err())
                .contains("there is no run 9");
        assertThat(refused("--run", "1", "--out", folder.toString()).err()).contains("is a folder");
        assertThat(refused("--run", "1", "--out", folder.resolve("de.pdf").toString(), "--form", "de")
                        .err())
                .contains("expected one of ar, fr, en, fr-ar but was 'de'");
    }
}
