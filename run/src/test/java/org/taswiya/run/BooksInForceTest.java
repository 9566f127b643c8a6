package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.store.Change;
import org.taswiya.store.Database;

/// Two programs on one database, each with its own folder's books: what one publishes is what the other rates by.
final class BooksInForceTest {
    private static final Path FOLDER = Path.of("..", "utilities");
    private static final String ID = "casablanca/electricity-household";
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private static Change by(String author) {
        return new Change(Instant.parse("2026-05-04T09:00:00Z"), author, "price list");
    }

    /// Dearer in 2030 by another program, which proposes, approves and publishes it.
    private static void publishElsewhere(Database database, String perMonth) throws IOException {
        String text = Files.readString(FOLDER.resolve("casablanca/tariffs/electricity-household.yaml"));
        int end = text.indexOf("\nexamples:");
        String dearer = text.substring(text.lastIndexOf("\n  - from: ", end), end)
                .replaceFirst("from: \\d{4}-\\d\\d-\\d\\d", "from: 2030-01-01")
                .replace("perMonth: 6.50", "perMonth: " + perMonth);
        PriceBookDesk desk = new PriceBookDesk(database, TariffLibrary.of(FOLDER));
        long number = number(desk.propose(
                "new.yaml", text.substring(0, end) + dearer + text.substring(end), true, by("amal"), Beside.NOTHING));
        number(desk.approve(number, TODAY, TODAY, by("badr"), Beside.NOTHING));
        number(desk.publish(number, TODAY, by("badr"), Beside.NOTHING));
    }

    private static long number(PriceBookAnswer answer) {
        assertThat(answer).isInstanceOf(PriceBookAnswer.Done.class);
        return ((PriceBookAnswer.Done) answer).book().number();
    }

    private static boolean isOf2030(Optional<Tariff> tariff) {
        return tariff.orElseThrow().days().contains(LocalDate.of(2030, 1, 1));
    }

    @Test
    void whatWasPublishedElsewhereIsInForceAtTheNextLook() throws IOException {
        try (Database database = TestDatabases.fresh()) {
            BooksInForce books = new BooksInForce(database, TariffLibrary.of(FOLDER));
            assertThat(isOf2030(books.now().tariff(ID))).isFalse();
            publishElsewhere(database, "9.50");
            assertThat(isOf2030(books.library().tariff(ID)))
                    .as("no look was taken yet")
                    .isFalse();
            assertThat(isOf2030(books.now().tariff(ID))).isTrue();
            String first = books.library().content(ID).orElseThrow();
            publishElsewhere(database, "9.60");
            assertThat(books.now().content(ID).orElseThrow())
                    .isNotEqualTo(first)
                    .contains("perMonth: 9.60");
        }
    }

    @Test
    void whereNoneWasPublishedSinceNothingIsReadAgain() throws IOException {
        try (Database database = TestDatabases.fresh()) {
            BooksInForce books = new BooksInForce(database, TariffLibrary.of(FOLDER));
            publishElsewhere(database, "9.50");
            Tariff read = books.now().tariff(ID).orElseThrow();
            assertThat(books.now().tariff(ID).orElseThrow()).isSameAs(read);
            assertThat(books.now().publications()).isEqualTo(1);
        }
    }

    /// A book of the folder alone stays the folder's.
    @Test
    void ofOtherIdsTheFoldersBooksAreInForce() throws IOException {
        try (Database database = TestDatabases.fresh()) {
            BooksInForce books = new BooksInForce(database, TariffLibrary.of(FOLDER));
            publishElsewhere(database, "9.50");
            String other = "casablanca/water-household";
            assertThat(books.now().content(other))
                    .contains(Files.readString(FOLDER.resolve("casablanca/tariffs/water-household.yaml")));
        }
    }
}
