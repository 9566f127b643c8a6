package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is carried to doors while an order stops that in an area, and what when it has ended.
final class StoppedDeliveryTest {
    @TempDir
    private Path folder;

    private List<String> printed(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name + ".pdf.csv")).stream()
                .skip(1)
                .map(row -> row.split(",")[3])
                .toList();
    }

    private String print(CommandTown town, String name, String... more) {
        return town.good(
                List.of(
                        "print",
                        "bills",
                        "--run",
                        "1",
                        "--why",
                        "test",
                        "--out",
                        file(name).toString()),
                more);
    }

    private Path file(String name) {
        return folder.resolve(name + ".pdf");
    }

    @Test
    void billsOfTheAreaWaitAndArePrintedAfterItsEnd() throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(3);
        town.plainMeters(3);
        town.take("premises", CommandTown.rows("LOCAL;ADRESSE;QUARTIER", "L4;4, rue Atlas;Maarif"));
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", "E4;L4;ELEC"));
        town.take("accounts", CommandTown.rows("COMPTE;CLIENT", "0000000004;P3"));
        town.take(
                "agreements",
                CommandTown.rows(
                        "CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN", "C00004;0000000004;E4;BT-DOM;1;01/02/2020;"));
        town.take("meters", CommandTown.rows(CommandTown.METERS, "E4;M4;01/01/2018;;6;0;1;ELEC;0"));
        for (int household = 1; household <= 4; household++) {
            town.read(household, 100, LocalDate.of(2020, 3, 1));
        }
        town.good("bill", "--to", "2020-03-01", "--on", "2020-03-03");
        town.good(
                "suspension",
                "start",
                "NOW",
                "--stop",
                "delivery",
                "--area",
                "Anfa",
                "--from",
                "2020-03-01",
                "--law",
                "Décret n° 1",
                "--why",
                "test");
        assertThat(print(town, "first"))
                .contains("1 bills on", "3 bills wait, delivery is stopped by NOW: 0000000001AB");
        assertThat(printed("first")).containsExactly("0000000004AE");
        assertThat(print(town, "none", "--waited")).startsWith("nothing is printed of run 1: 3 bills wait");
        assertThat(file("none")).doesNotExist();
        assertThat(print(town, "none", "--waited", "--json"))
                .contains("\"bills\":0", "{\"bill\":\"0000000001AB\",\"suspension\":\"NOW\"}");
        town.good("suspension", "end", "NOW", "--to", "2020-03-20", "--why", "test");
        print(town, "rest", "--waited");
        assertThat(printed("rest")).containsExactly("0000000001AB", "0000000002AC", "0000000003AD");
        assertThat(print(town, "more", "--waited")).contains("no bill of it has waited");
    }
}
