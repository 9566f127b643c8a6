package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// Books that were kept before what is open was: bills and items of the old system are open when the tables come.
final class BackfillTest {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final int OF_RECEIVABLES = 16;

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database);

    @Test
    void whatTheBooksHaveIsOpenAtOnce() throws IOException {
        town.execute("drop schema public cascade", "create schema public");
        for (Path script : scripts()) {
            if (number(script) < OF_RECEIVABLES) {
                town.execute(Files.readString(script));
            }
        }
        // What the program asks of books that it knows; these were kept by an older one.
        town.execute("create function first_open_day() returns date language sql return null::date");
        town.fill();
        ItemKey cancelled = town.bill(1, "70.00", 9, 29);
        ItemKey bill = town.bill(1, "100.00", 10, 30);
        town.bill(1, "-20.00", 11, 31);
        town.opening(SmallTown.ONE, "F1", "30.00", 1);
        town.opening(SmallTown.ONE, "K1", "-10.00", 1);
        town.execute(
                "insert into posting select last_number + 1, o, a, m from number_series,"
                        + " (values (1, 1, -7000), (2, 3, 7000)) v(o, a, m) where name = 'entry'",
                "insert into journal_entry select last_number, null, 'bill/1/reversed', '2020-02-01', '0000000001',"
                        + " 'cancelled' from number_series where name = 'posting'",
                "insert into cancellation values (1, '2020-02-01', 1)");
        town.execute("drop function first_open_day()");
        for (Path script : scripts()) {
            if (number(script) >= OF_RECEIVABLES) {
                town.execute(Files.readString(script));
            }
        }
        assertThat(town.open(SmallTown.ONE)).isEqualTo("opening F1 30.00; " + bill + " 100.00; ");
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("opening K1 10.00; bill 0000000003AD 20.00; ");
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        town.taken(SmallTown.payment(1, "100.00", Means.TRANSFER, 40, ""));
        assertThat(town.credit(SmallTown.ONE)).isEmpty();
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(cancelled.number()).isEqualTo("0000000001AB");
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparingInt(BackfillTest::number))
                    .toList();
        }
    }

    private static int number(Path script) {
        String name = String.valueOf(script.getFileName());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
