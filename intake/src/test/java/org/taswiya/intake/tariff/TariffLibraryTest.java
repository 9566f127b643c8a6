package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TariffLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Books.ELECTRICITY,
                Books.ELECTRICITY_PROFESSIONAL,
                Books.LIGHTING,
                Books.WATER,
                Books.WATER_PROFESSIONAL,
                Books.ONEE
            })
    void everyBookOfTheProjectIsGoodAndNamedAsItsFile(String id) {
        TariffBook book = Books.LIBRARY.book(id).orElseThrow();
        assertThat(book.tariff().id()).isEqualTo(id);
        assertThat(book.examples()).isNotEmpty();
        for (WorkedExample example : book.examples()) {
            assertThat(ExampleCheck.failures(book, example)).as(example.name()).isEmpty();
        }
    }

    @Test
    void aCopiedBookIsFoundByItsPathAndBehavesTheSame(@TempDir Path folder) throws Exception {
        Path copy =
                Files.copy(Books.ROOT.resolve("casablanca/tariffs/water-household.yaml"), folder.resolve("copy.yaml"));
        assertThat(Books.LIBRARY.tariff(copy.toString())).isEqualTo(Books.LIBRARY.tariff(Books.WATER));
    }

    @Test
    void aCopyInThePlaceOfAnotherIdIsRefusedUnderThatIdAndGoodByItsPath(@TempDir Path folder) throws Exception {
        Path file = Files.createDirectories(folder.resolve("rabat/tariffs")).resolve("water.yaml");
        Files.writeString(file, TinyBook.TEXT);
        TariffLibrary library = TariffLibrary.of(folder);
        assertThat(library.tariff("rabat/water")).isEmpty();
        assertThat(library.read("rabat/water").orElseThrow())
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .hasToString(file + ":1:7: found tiny/water, expected rabat/water, the id that its"
                                        + " place stands for"));
        assertThat(library.tariff(file.toString())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "rabat/tariffs/water.yaml, rabat/water",
        "a/b/rabat/tariffs/water.yaml, rabat/water",
        "rabat/tariffs/Water 2.yaml,",
        "rabat/tariffs/water.yml,",
        "rabat/tariffs/water,",
        "rabat/water.yaml,"
    })
    void aPlaceStandsForAnId(Path file, @Nullable String id) {
        assertThat(TariffLibrary.idOf(file)).isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void aBookIsReadOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tiny.yaml");
        Files.writeString(file, TinyBook.TEXT);
        TariffLibrary library = TariffLibrary.of(folder);
        TariffBook first = library.book(file.toString()).orElseThrow();
        Files.delete(file);
        Files.writeString(file, "broken");
        assertThat(library.book(file.toString())).containsSame(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "casablanca/gas",
                "nowhere/electricity-household",
                "",
                "casablanca",
                "../utilities",
                "casablanca/../x",
                "a\0b"
            })
    void whatIsNoBookIsEmpty(String name) {
        assertThat(Books.LIBRARY.read(name)).isEmpty();
        assertThat(Books.LIBRARY.tariff(name)).isEmpty();
    }

    @Test
    void aBrokenBookGivesNoTariffButItsFindings(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("broken.yaml");
        Files.writeString(file, TinyBook.TEXT.replace("unit: m3", "unit: gallon"));
        TariffLibrary library = TariffLibrary.of(folder);
        assertThat(library.tariff(file.toString())).isEmpty();
        assertThat(library.read(file.toString()).orElseThrow())
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .hasToString(file + ":5:7: found gallon, expected one of HCF, kWh, m3"));
    }
}
