package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bill that settles a corrected reading and bills nothing else, of a cycle behind one that was passed over.
final class SettledAloneBillTest {
    @TempDir
    private Path folder;

    @Test
    void itIsMadeAgainWithThePeriodsThatItHad() throws IOException {
        CommandTown town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 4, 1));
        CommandHome home = town.home();
        town.billed(home, "2020-03-01");
        town.billed(home, "2020-04-01");
        town.take("corrections", CommandTown.rows(CommandTown.READINGS, "E1,2020-04-01,10500"));
        home.good("bill", "--to", "2020-06-01", "--documents");
        assertThat(Files.readString(home.documents().resolve("0000000003AD.json")))
                .as("it settles, and estimates nothing")
                .contains("\"kind\": \"true-up\"", "\"estimate\": null", "\"to\": \"2020-05-01\"");
        assertThat(town.reprinted(home)).contains("3 ", " the same bytes as first written");
    }
}
