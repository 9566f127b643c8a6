package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine;

class TariffImportCommandTest {
    private static final Path RECORD = Path.of("src/test/resources/lines/rate/valley-power.json");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void records() throws IOException {
        Files.copy(RECORD, folder.resolve("good.json"));
        Files.writeString(
                folder.resolve("bad.json"), Files.readString(RECORD).replace("\"max\": 300", "\"max\": -300"));
        Files.writeString(folder.resolve("sources.json"), "[{\"file\":\"good.json\"}]");
        Files.writeString(folder.resolve("read me.txt"), "two records");
    }

    private int run(String... words) {
        CommandLine commandLine =
                Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[words.length + 2];
        all[0] = "tariff";
        all[1] = "import";
        System.arraycopy(words, 0, all, 2, words.length);
        return commandLine.execute(all);
    }

    @Test
    void everyRecordOfAFolderIsPricedOrSaysWhyNot() {
        assertThat(run("--urdb", folder.toString())).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString())
                .contains("valley-power      2       2  demand, demand by band, energy, fixed a day, minimum a month")
                .contains("Not supported, and left out of the price:", "  demandreactivepowercharge: needs reactive")
                .contains("Unknown, and left out of the price:", "  surprise (1)")
                .contains("bad.json: energyratestructure[0][0].max: found the number -300, expected above 0")
                .contains("Files without a record:", "sources.json")
                .doesNotContain("read me.txt")
                .contains("2 records: 1 priced, 1 refused");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneRecordThatIsGoodEndsWithZero() {
        assertThat(run("--urdb", RECORD.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("1 record: 1 priced, 0 refused");
    }

    @Test
    void programsGetOneObjectARecordWithEveryField() {
        assertThat(run("--json", "--urdb", folder.toString())).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString())
                .contains("\"priced\":false,\"faults\":[{\"place\":\"energyratestructure[0][0].max\"")
                .contains("\"tariff\":\"urdb/valley-power\"", "{\"field\":\"surprise\",\"use\":\"unknown\"}")
                .contains("{\"field\":\"demandreactivepowercharge\",\"use\":\"not-supported\",\"why\":\"needs");
    }

    @Test
    void aRecordBecomesABookThatIsGoodAndIsNeverWrittenOver() throws IOException {
        Path valley = folder.resolve("valley");
        assertThat(run("--urdb", RECORD.toString(), "--to", valley.toString())).isEqualTo(ExitCode.GOOD);
        Path book = valley.resolve("tariffs/valley-power.yaml");
        assertThat(CheckedBook.checkAll(List.of(book)).getFirst().findings()).isEmpty();
        assertThat(Files.readString(book)).contains("book: valley/valley-power\n", "band: band-0\n", "perDay: 0.5\n");

        Files.writeString(book, "# completed by hand");
        assertThat(run("--urdb", RECORD.toString(), "--to", valley.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("valley-power: none: " + book + " is there already");
        assertThat(book).hasContent("# completed by hand");
        assertThat(valley.resolve("tariffs")).isDirectoryNotContaining("glob:**.half");
    }

    @Test
    void aBookWithAZoneKnowsTheHoursOfItsBands() throws IOException {
        Path valley = folder.resolve("valley");
        assertThat(run("--urdb", RECORD.toString(), "--to", valley.toString(), "--zone", "America/New_York"))
                .isEqualTo(ExitCode.GOOD);
        Path book = valley.resolve("tariffs/valley-power.yaml");
        assertThat(CheckedBook.checkAll(List.of(book)).getFirst().findings()).isEmpty();
        assertThat(Files.readString(book)).contains("calendar: bands.yaml\n", "    zone: America/New_York\n");
    }

    @Test
    void aZoneWithoutABookIsWrongUsage() {
        assertThat(run("--urdb", RECORD.toString(), "--zone", "UTC")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("--zone is of the books that --to writes; found no --to");
        assertThat(run("--urdb", RECORD.toString(), "--to", "x", "--zone", "Mars/Base"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("'Mars/Base' is no time zone; expected one such as Africa/Casablanca");
    }

    /// A record is one book, whatever its files are called; what is no file is named, and what cannot be read refused.
    @Test
    void aFolderMayHoldAnything() throws IOException {
        Path odd = folder.resolve("odd");
        Files.createDirectories(odd.resolve("inner.json"));
        Files.copy(RECORD, odd.resolve("first.json"));
        Files.copy(RECORD, odd.resolve("SECOND.JSON"));
        Files.copy(RECORD, odd.resolve("inner.json/third.json"));
        Files.createSymbolicLink(odd.resolve("link.json"), odd.resolve("first.json"));
        Files.createSymbolicLink(odd.resolve("nowhere.json"), odd.resolve("gone"));
        Files.createSymbolicLink(odd.resolve("loop.json"), odd.resolve("loop.json"));
        Path locked = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(locked), locked + " plays the file that cannot be read, and this system has none");
        Files.createSymbolicLink(odd.resolve("locked.json"), locked);
        Files.write(
                odd.resolve("latin.json"),
                Files.readString(RECORD).replace("Valley", "Vallée").getBytes(StandardCharsets.ISO_8859_1));
        Files.createFile(odd.resolve("empty.json"));
        Path valley = folder.resolve("valley");
        assertThat(run("--urdb", odd.toString(), "--to", valley.toString())).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString())
                .contains("6 records: 3 priced, 3 refused")
                .contains(odd.resolve("locked.json") + ": found a file that cannot be read")
                .contains(odd.resolve("latin.json") + ": found Byte")
                .contains(odd.resolve("empty.json") + ": found an empty file, expected one JSON record")
                .contains("Files without a record:", "inner.json\n", "nowhere.json\n", "loop.json\n");
        assertThat(valley.resolve("tariffs").toFile().list()).containsExactly("valley-power.yaml");
    }

    @Test
    void aFolderWithoutARecordIsWrongUsage() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run("--urdb", empty.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("--urdb", folder.resolve("nowhere").toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
