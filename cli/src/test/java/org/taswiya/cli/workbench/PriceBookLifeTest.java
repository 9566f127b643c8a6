package org.taswiya.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.pricing.NightBook;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRefused;
import org.taswiya.run.BillingRun;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.RunSettings;
import org.taswiya.run.desk.PriceBookAnswer.Done;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.pricebook.PriceBookState;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.run.Cycle;

/// What becomes of a book that is dearer from a later day on.
final class PriceBookLifeTest extends PriceListsOfTen {
    @Test
    void fromItsDayOnNewBillsUseItAndOldOnesAreMadeAgainByTheOldOne() throws IOException {
        assertThat(home.good("tariff", "list")).contains("no price book was proposed");
        assertThat(propose(dearerFrom("2020-05-01", "106.50")))
                .isEqualToIgnoringNewLines(
                        "price book 1, " + ID + ": proposed by amal; it waits for somebody else's" + " approval");
        assertThat(refused(
                        "tariff",
                        "approve",
                        "1",
                        "--for",
                        "2020-05-02",
                        "--today",
                        "2020-04-02",
                        "--author",
                        " AMAL ",
                        "--why",
                        "ok"))
                .contains("same-person");
        assertThat(refused("tariff", "publish", "1", "--today", "2020-05-02", "--why", "x"))
                .contains("other-state");
        assertThat(approve("1", "2020-05-01")).contains("approved for 2020-05-01");
        assertThat(refused("tariff", "publish", "1", "--today", "2020-04-30", "--why", "x"))
                .contains("too-early");

        bill("2020-05-01"); // dated on its day, so that it is published first; nothing of April changes
        assertThat(home.good("tariff", "list")).containsPattern(ID + " +1 +in-use +2020-05-01 +amal");
        assertThat(maintenance("2020-04-01")).isEqualTo("6.5");
        bill("2020-06-01");
        assertThat(maintenance("2020-05-01")).isEqualTo("106.5");

        Path again = folder.resolve("again");
        assertThat(home.good("bill", "reprint", "--all", "--to", again.toString()))
                .contains("30 ", " the same bytes as first written, 0 equal to the books");
        assertThat(home.good("tariff", "history", ID))
                .contains("price book 2, " + ID + ", replaced", "found in use")
                .containsPattern("proposed .* by amal: price list")
                .containsPattern("approved for 2020-05-01 .* by badr: ok")
                .containsPattern("published on 2020-05-01 ");
        assertThat(home.good("tariff", "show", "2")).isEqualTo(Files.readString(BOOK));
        isMadeAgainWithoutTheHome(again);
    }

    /// Whoever has documents and the published book as files needs nothing else, whichever of them are by which book.
    private void isMadeAgainWithoutTheHome(Path documents) throws IOException {
        CommandHome elsewhere = CommandHome.withItsOwnServer(folder.resolve("not-there"));
        elsewhere.expect(ExitCode.SOME_REFUSED, "verify", documents.toString());
        Path published = Files.createDirectories(folder.resolve("published"));
        Files.writeString(published.resolve("second.yaml"), home.good("tariff", "show", "1"));
        elsewhere.good("verify", documents.toString(), "--books", published.toString());
        Path none = Files.createDirectories(folder.resolve("none"));
        assertThat(elsewhere.wrong("verify", documents.toString(), "--books", none.toString()))
                .contains("no price book (*.yaml) below");
    }

    @Test
    void whatChangesDaysThatAreBilledIsRefusedWithTheDayAndThePlace() throws IOException {
        assertThat(refused("tariff", "propose", dearerFrom("2020-03-15", "9.00"), "--placeholders", "--why", "x"))
                .contains("days-billed", "from 2020-03-15 on", "maintenance price: 6.5 → 9")
                .contains("bills reach to 2020-04-01");
        // billed further between approval and its day
        propose(dearerFrom("2020-04-15", "9.00"));
        approve("1", "2020-05-10");
        bill("2020-05-01");
        assertThat(refused("tariff", "publish", "--due", "--today", "2020-05-10", "--why", "x"))
                .contains("days-billed", "bills reach to 2020-05-01");
        assertThat(refused("bill", "--to", "2020-06-01"))
                .contains("price book 1 is to be in use by 2020-06-01 and cannot be published: days-billed")
                .contains("Nobody is billed by " + ID);
        home.good("tariff", "withdraw", "1", "--why", "too late", "--author", "amal");
        home.good("bill", "--to", "2020-06-01", "--on", "2020-06-02");
    }

    /// Whoever is billed by another tariff waits for nobody.
    @Test
    void aBookThatCannotBePublishedHoldsTheBillsOfItsOwnTariffAlone() throws IOException {
        write("update service_agreement set tariff = 'casablanca/electricity-professional' where reference > 'C00007'");
        propose(dearerFrom("2020-04-15", "9.00"));
        approve("1", "2020-05-10");
        bill("2020-05-01");
        assertThat(refused("bill", "--to", "2020-06-01")).contains("days-billed");
        assertThat(billed("2020-06-01")).isEqualTo("0 3");
        home.good("tariff", "withdraw", "1", "--why", "too late", "--author", "amal");
        home.good("bill", "--to", "2020-06-01", "--on", "2020-06-02");
        assertThat(billed("2020-06-01")).isEqualTo("7 3");
    }

    private void write(String sql) {
        try (Database database = home.open();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many of the tariff, and of all others, are billed up to a day.
    private String billed(String to) {
        try (Database database = home.open();
                Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select count(*) filter (where a.tariff = ?) || ' ' || count(*) filter (where a.tariff <> ?)
                        from bill b join service_agreement a on a.reference = b.agreement where b.billed_to = ?""")) {
            query.setString(1, ID);
            query.setString(2, ID);
            query.setObject(3, LocalDate.parse(to));
            return Rows.list(query, row -> row.getString(1)).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onlyAGoodBookIsProposed() throws IOException {
        String text = Files.readString(BOOK);
        assertThat(refused("tariff", "propose", BOOK.toString(), "--placeholders", "--why", "x"))
                .contains("nothing-changes");
        assertThat(refused("tariff", "propose", dearerFrom("2020-05-01", "9.00"), "--why", "x"))
                .containsPattern("placeholder: .*yaml:\\d+:\\d+: ");
        assertThat(refused("tariff", "propose", written("f", text.replace("kind: fixed", "kind: fixt")), "--why", "x"))
                .containsPattern("faulty: .*f.yaml:\\d+:\\d+: found fixt");
        assertThat(refused(
                        "tariff",
                        "propose",
                        written("e", text.replace("perMonth: 6.50", "perMonth: 9.50")),
                        "--placeholders",
                        "--why",
                        "x"))
                .containsPattern("example-not-met: .*e.yaml:\\d+:\\d+: ");
        assertThat(refused(
                        "tariff",
                        "propose",
                        written("n", text.substring(0, text.indexOf("\nexamples:") + 1) + "examples: []\n"),
                        "--placeholders",
                        "--why",
                        "x"))
                .containsPattern("faulty|no-example");
        assertThat(home.good("tariff", "list")).contains("no price book was proposed");
    }

    /// What is kept says all that it bills by, wherever its calendar lay.
    @Test
    void aCalendarBesideTheFileIsProposedWithIt() throws IOException {
        String book = NightBook.of("rabat/night");
        Path tariffs = Files.createDirectories(folder.resolve("utilities/rabat/tariffs"));
        Files.writeString(tariffs.resolve("hours.yaml"), NightBook.HOURS);
        Files.writeString(tariffs.resolve("night.yaml"), book);
        written("hours", NightBook.HOURS.replace("17:00", "18:00"));
        CommandHome ofRabat = home.with(folder.resolve("utilities"));
        assertThat(ofRabat.good("tariff", "propose", written("night", book), "--why", "a night price"))
                .contains("price book 1, rabat/night: proposed");
        assertThat(ofRabat.good("tariff", "show", "1"))
                .startsWith(book)
                .contains("calendars:\n  hours.yaml:\n    zone:", "to: \"18:00\"");
    }

    /// Killed or broken while it publishes, nothing of it is there; a program that read its books before bills
    /// nobody by them, and by those in force once it looks.
    @Test
    void publishingIsWholeAndWhoReadTheBooksBeforeBillsByThoseInForce() throws IOException {
        propose(dearerFrom("2020-05-01", "9.00"));
        approve("1", "2020-04-02");
        TariffLibrary before = TariffLibrary.of(FOLDER);
        Change why = new Change(Instant.parse("2020-04-02T09:00:00Z"), "badr", "in force");
        LocalDate day = LocalDate.of(2020, 4, 2);
        try (Database database = home.open()) {
            PriceBookDesk desk = new PriceBookDesk(database, TariffLibrary.of(FOLDER));
            assertThatThrownBy(() -> desk.publish(1, day, why, (_, _) -> {
                        throw new IllegalStateException("broken by the test");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(PriceBooks.all(database))
                    .singleElement()
                    .satisfies(book -> assertThat(book.state()).isEqualTo(PriceBookState.APPROVED));
            assertThat(PriceBooks.inUse(database)).isEmpty();
            assertThat(desk.publish(1, day, why, Beside.NOTHING)).isInstanceOf(Done.class);
            assertThat(PriceBooks.inUse(database)).containsOnlyKeys(ID);
            LocalDate to = LocalDate.of(2020, 6, 1);
            Path policies = FOLDER.resolve("casablanca").resolve("policies.yaml");
            PolicyReading.Read read = (PolicyReading.Read) PolicyParser.parse(policies);
            RunSettings settings =
                    new RunSettings(new Cycle(to, to), read.policy(), read.checks(), before::tariff, 3, why);
            assertThatThrownBy(() -> BillingRun.execute(database, settings, new BillingListener() {}))
                    .isInstanceOf(BillingRefused.class)
                    .hasMessageContaining(ID, "Begin it again");
            RunSettings anew = new RunSettings(
                    new Cycle(to, to),
                    read.policy(),
                    read.checks(),
                    new BooksInForce(database, before).now()::tariff,
                    3,
                    why);
            assertThat(BillingRun.execute(database, anew, new BillingListener() {})
                            .totals()
                            .bills())
                    .as("without a new start")
                    .isPositive();
        }
    }

    /// A record of another country, put among the books that a home bills by.
    @Test
    void nobodyIsBilledByBooksInTwoCurrencies() throws IOException {
        Path casablanca = FOLDER.resolve("casablanca");
        Path copy = folder.resolve("utilities/casablanca");
        try (Stream<Path> files = Files.walk(casablanca)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(casablanca.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Files.writeString(
                copy.resolve("tariffs/dollars.yaml"),
                Files.readString(BOOK).replace(ID, "casablanca/dollars").replace("currency: MAD", "currency: USD"));
        assertThat(home.with(folder.resolve("utilities")).wrong("bill", "--to", "2020-05-01"))
                .contains("faulty price book", "MAD", "USD");
    }

    /// Once it is over, the same may be proposed again.
    @Test
    void aTextThatWaitsIsNotProposedAgain() throws IOException {
        String file = dearerFrom("2020-05-01", "106.50");
        propose(file);
        String[] again = {"tariff", "propose", file, "--placeholders", "--author", "carim", "--why", "price list"};
        assertThat(refused(again)).contains("already-proposed", "price book 1 of amal has the same text and waits");
        approve("1", "2020-05-01");
        assertThat(refused(again)).contains("already-proposed");
        home.good("tariff", "withdraw", "1", "--author", "amal", "--why", "typed twice");
        assertThat(home.good(again)).contains("price book 2, " + ID);
    }
}
