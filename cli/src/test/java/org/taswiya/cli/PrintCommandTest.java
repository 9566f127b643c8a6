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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        String[] addresses = {
            "1, rue Atlas, 20250 Casablanca",
            "12345, rue Atlas, 20100 Casablanca",
            "3, rue Atlas",
            "4, rue Atlas",
            "5, rue 123456, 20050"
        };
        town.serve(5, household -> addresses[household - 1]);
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
        assertThat(rows.getFirst()).startsWith("position,first_page,pages,bill,account,route,stop,area,post_code,");
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
                .contains("\"batch\":2", "\"bills\":4", "\"notPrinted\":0", "\"leftOut\":0,\"mailCameBack\":[]");
        assertThat(file).hasBinaryContent(first);
        assertThat(town.good("print", "list")).contains("bills of March", "jam");
        assertThat(town.good("print", "list", "--json").lines()).hasSize(2);
    }

    @Test
    @Order(5)
    void inTheOrderOfThePost() throws IOException {
        Path post = folder.resolve("post.pdf");
        assertThat(town.good(
                        "print",
                        "bills",
                        "--run",
                        "1",
                        "--out",
                        post.toString(),
                        "--order",
                        "post-code",
                        "--again",
                        "--why",
                        "post"))
                .startsWith("batch 3: 4 bills");
        List<String> rows = Files.readAllLines(folder.resolve("post.pdf.csv"));
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[3] + " " + row.split(",")[8]))
                .as("the last five digits that stand alone; none last")
                .containsExactly("0000000005AF 20050", "0000000002AC 20100", "0000000001AB 20250", "0000000004AE ");
    }

    @Test
    @Order(6)
    void oneBillOfABatchOnceMore() throws IOException {
        Path torn = folder.resolve("torn.pdf");
        assertThat(again("1", "0000000002AC,0000000004AE", torn))
                .startsWith("batch 1, once more: 2 bills on ")
                .contains("torn.pdf");
        try (PDDocument read = Loader.loadPDF(torn.toFile())) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("0000000002AC", "0000000004AE")
                    .doesNotContain("0000000001AB");
        }
        assertThat(town.good("print", "list"))
                .contains("once more from batch 1: bill 0000000002AC", "once more from batch 1: bill 0000000004AE");
        assertThat(town.good("print", "list", "--json").lines().filter(line -> line.contains("\"bill\":")))
                .hasSize(2);
    }

    @Test
    @Order(8)
    void aBillThatIsNamedTwiceIsPrintedOnce() {
        Path twice = folder.resolve("twice.pdf");
        assertThat(town.good(
                        "print",
                        "again",
                        "1",
                        "--bill",
                        "0000000001AB,0000000001AB",
                        "--out",
                        twice.toString(),
                        "--why",
                        "twice",
                        "--json"))
                .contains("\"batch\":1,\"run\":1,\"form\":\"fr-ar\",\"bills\":1,", "\"notPrinted\":0");
        assertThat(town.good("print", "list").lines().filter(line -> line.contains("twice")))
                .hasSize(1);
    }

    /// Whatever is drawn of them goes to a full disk.
    @ParameterizedTest(name = "{0}")
    @Order(9)
    @ValueSource(strings = {"bills --run 1 --again", "again 1 --bill 0000000001AB"})
    void aFullDiskIsToldWithTheFile(String words) throws IOException {
        Path full = folder.resolve("full.pdf");
        Files.createSymbolicLink(Path.of(full + ".part"), Path.of("/dev/full"));
        String before = town.good("print", "list");
        assertThat(town.home()
                        .expect(ExitCode.FAILED, ("print " + words + " --why full --out " + full).split(" "))
                        .err())
                .isEqualTo("taswiya: cannot write " + full + ": No space left on device\n");
        assertThat(full).doesNotExist();
        assertThat(Path.of(full + ".csv")).doesNotExist();
        assertThat(town.good("print", "list")).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @Order(10)
    @CsvSource(delimiter = '|', textBlock = """
            bills --run 1 --again --out /dev/full                    | 2 | /dev/full is no ordinary file
            again 1 --bill 0000000001AB --out /dev/full              | 2 | /dev/full is no ordinary file
            bills --run 1 --again --out /proc/x.pdf                  | 1 | cannot write /proc/x.pdf: there is no such
            again 1 --bill 0000000001AB --out /proc/x.pdf            | 1 | cannot write /proc/x.pdf: there is no such
            """)
    void whereNoFileCanBe(String words, int code, String said) {
        CommandHome.Said failed = town.home().expect(code, ("print " + words + " --why x").split(" "));
        assertThat(failed.err()).contains(said).doesNotContain(".sheets", ".part");
    }

    @Test
    @Order(11)
    void anIndexThatIsThereIsKept() throws IOException {
        Path index = Files.writeString(folder.resolve("other.pdf.csv"), "of somebody else");
        Path other = folder.resolve("other.pdf");
        String words = "print again 1 --bill 0000000001AB --why x --out " + other;
        assertThat(town.refused(words.split(" ")).err()).contains(index + " is there already");
        assertThat(index).hasContent("of somebody else");
    }

    @Test
    @Order(12)
    void whatAKilledCommandLeftIsWrittenAnew() throws IOException {
        Path killed = folder.resolve("killed.pdf");
        Path part = Files.writeString(Path.of(killed + ".part"), "half of it");
        Files.writeString(Path.of(killed + ".csv"), "half of its index");
        assertThat(again("1", "0000000001AB", killed)).startsWith("batch 1, once more: 1 bill on ");
        assertThat(Files.readString(Path.of(killed + ".csv"))).contains("0000000001AB");
        assertThat(part).doesNotExist();
    }

    private static String again(String batch, String bills, Path out) {
        return town.good("print", "again", batch, "--bill", bills, "--out", out.toString(), "--why", "torn");
    }

    @ParameterizedTest(name = "{0} {1}")
    @Order(7)
    @CsvSource(delimiter = '|', textBlock = """
            9 | 0000000002AC              | there is no batch 9
            1 | 0000000003AD              | was cancelled
            1 | 0000000009AJ              | there is no bill
            1 | 0000000002AX              | is no number of a bill
            """)
    void whatIsOfNoBatchIsNotPrintedAgain(String batch, String bill, String said) {
        Path out = folder.resolve("never.pdf");
        assertThat(town.refused("print", "again", batch, "--bill", bill, "--out", out.toString(), "--why", "torn")
                        .err())
                .contains(said);
        assertThat(out).doesNotExist();
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
