package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine;

class TariffCheckCommandTest {

    private static final Path UTILITIES = Path.of("..", "utilities");
    private static final Path LIGHTING = UTILITIES.resolve("casablanca/tariffs/public-lighting.yaml");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        CommandLine commandLine =
                Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        String[] all = new String[words.length + 2];
        all[0] = "tariff";
        all[1] = "check";
        System.arraycopy(words, 0, all, 2, words.length);
        return commandLine.execute(all);
    }

    @Test
    void allBooksOfTheProjectAreGood() {
        assertThat(run(UTILITIES)).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .contains("casablanca/electricity-household ", "onee/electricity-household ")
                .contains(
                        "water-professional.yaml:36:18: the version from 2014-08-01: the household grid's water prices")
                .containsPattern("6 books, 0 with faults; (\\d+) of \\1 examples met; \\d+ placeholders");
        assertThat(err.toString()).isEmpty();
    }

    /// All money of a utility is in one currency: a bill in another would be added to the debts of others as it stands.
    @Test
    void aBookInAnotherCurrencyThanTheOthersOfItsUtilityIsAtFault() throws Exception {
        Path tariffs = Files.createDirectories(folder.resolve("casablanca/tariffs"));
        String book = Files.readString(LIGHTING);
        Files.writeString(tariffs.resolve("public-lighting.yaml"), book);
        Files.writeString(
                tariffs.resolve("street.yaml"),
                book.replace("casablanca/public-lighting", "casablanca/street")
                        .replace("currency: MAD", "currency: USD"));
        assertThat(run(folder)).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString())
                .containsPattern("street.yaml:\\d+:7: found casablanca/street in USD, expected MAD, in which"
                        + " casablanca/public-lighting is")
                .contains("2 books, 1 with faults");
    }

    @Test
    void aFailingExampleIsAFaultAtItsFigure() throws Exception {
        Path book = folder.resolve("lighting.yaml");
        Files.writeString(book, Files.readString(LIGHTING).replace("total: 185.22", "total: 185.23"));
        assertThat(run(book)).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString())
                .containsPattern(
                        "lighting.yaml:\\d+:14: found total = 185.22 in example '151 kWh in 2018', expected 185.23")
                .contains("1 book, 1 with faults; 2 of 3 examples met");
    }

    @Test
    void aBrokenBookDoesNotHideTheOthers() throws Exception {
        Files.writeString(folder.resolve("broken.yaml"), "book: x/y\n\tunit: m3\n");
        Files.copy(LIGHTING, folder.resolve("good.yaml"));
        assertThat(run(folder)).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString())
                .contains("broken.yaml:2:1: found YAML that cannot be read")
                .contains("casablanca/public-lighting")
                .contains("2 books, 1 with faults; 3 of 3 examples met");
    }

    @Test
    void programsGetOneObjectABook() throws Exception {
        Files.writeString(folder.resolve("broken.yaml"), "book: [");
        Files.copy(LIGHTING, folder.resolve("good.yaml"));
        assertThat(run("--json", folder)).isEqualTo(ExitCode.SOME_REFUSED);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("\"good\":false", "\"findings\":[{\"line\":1,\"column\":");
        assertThat(lines.getLast())
                .contains("\"good\":true", "\"book\":\"casablanca/public-lighting\"")
                .contains("\"examples\":{\"run\":3,\"met\":3}")
                .contains("\"subject\":\"the version from 2026-01-01\"", "\"to\":null");
    }

    @Test
    void otherYamlOfAUtilityIsNoBook() throws Exception {
        Path tariffs = Files.createDirectories(folder.resolve("lydec/tariffs"));
        copyAs("lydec/lighting", tariffs.resolve("lighting.yaml"));
        Files.writeString(folder.resolve("lydec/policies.yaml"), "estimates: 3\n");
        assertThat(run(folder)).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("1 book, 0 with faults");
    }

    @Test
    void theFolderOfOneUtilityHasItsBooksAndNothingElse() {
        assertThat(run(Path.of(UTILITIES.toString(), "casablanca"))).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("books, 0 with faults");
    }

    @Test
    void aCalendarBesideABookIsNoBook() throws Exception {
        Path tariffs = Files.createDirectories(folder.resolve("rabat/tariffs"));
        Files.writeString(tariffs.resolve("hours.yaml"), NightBook.HOURS);
        Files.writeString(tariffs.resolve("night.yaml"), NightBook.of("rabat/night"));
        assertThat(run(folder)).as(out.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("1 book, 0 with faults");
    }

    private static void copyAs(String id, Path file) throws Exception {
        Files.writeString(file, Files.readString(LIGHTING).replace("book: casablanca/public-lighting", "book: " + id));
    }

    @Test
    void aBookInThePlaceOfAnotherIdIsAFault() throws Exception {
        Path tariffs = Files.createDirectories(folder.resolve("rabat/tariffs"));
        Files.copy(LIGHTING, tariffs.resolve("lighting.yaml"));
        assertThat(run(folder)).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString())
                .containsPattern("lighting.yaml:\\d+:7: found casablanca/public-lighting, expected rabat/lighting");
    }

    @Test
    void twoFilesOfOneIdAreAFault() throws Exception {
        Files.copy(LIGHTING, folder.resolve("a.yaml"));
        Files.copy(LIGHTING, folder.resolve("b.yaml"));
        assertThat(run(folder)).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString())
                .containsPattern("b.yaml:\\d+:7: found casablanca/public-lighting, expected an id of its own: .*a.yaml")
                .contains("2 books, 1 with faults");
        assertThat(run(folder.resolve("a.yaml"))).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void wrongUsageIsSaidOnStandardError() {
        assertThat(run(folder.resolve("missing.yaml"))).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("missing.yaml is not there");
        assertThat(run(folder)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("no price book below");
        assertThat(run()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out.toString()).isEmpty();
    }
}
