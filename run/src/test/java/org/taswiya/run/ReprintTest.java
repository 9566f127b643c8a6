package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.ReprintedBill.Different;
import org.taswiya.run.ReprintedBill.Reason;
import org.taswiya.run.ReprintedBill.Same;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldFilter;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;

final class ReprintTest {
    private static final List<String> UNREAD = List.of("2020-03-01", "2020-04-01", "2020-05-01");
    private static final String JUNE = "2020-06-01";
    private static final Change CLERK = new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "misread");

    private static final LocalDate CLERK_ON = LocalDate.of(2020, 6, 10);

    private static Reprint.Rules rules() {
        return new Reprint.Rules(SampleUtility::tariff, (_, _) -> Optional.empty());
    }

    private static List<ReprintedBill> reprinted(Database database, Reprint.Rules rules) {
        List<ReprintedBill> bills = new ArrayList<>();
        Reprint.execute(database, rules, BilledRange.all(database), bills::add);
        return bills;
    }

    /// Writes documents; killed after some batches, or never.
    private record Documents(Database database, DocumentFolder folder, int batches) implements BillingListener {
        @Override
        public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
            return folder.write(database, accounts);
        }

        @Override
        public void committed(Progress progress) {
            if (progress.soFar().batches() == batches) {
                throw new IllegalStateException("killed");
            }
        }
    }

    private static void bill(Database database, DocumentFolder folder, String to) {
        bill(database, folder, to, SampleUtility.POLICY);
    }

    private static void bill(Database database, DocumentFolder folder, String to, BillingPolicy policy) {
        BillingRun.execute(database, SampleUtility.settings(to, 20, policy), new Documents(database, folder, -1));
    }

    /// Months that nobody read, and the one that settles them.
    private static DocumentFolder billedToJune(Database database) throws IOException {
        new SampleUtility(60, 3).fill(database);
        DocumentFolder folder = new DocumentFolder(TestDatabases.folder("documents"), (_, _) -> Optional.empty());
        UNREAD.forEach(to -> bill(database, folder, to));
        bill(database, folder, JUNE);
        return folder;
    }

    private static Stream<BillingPolicy> policies() {
        return Stream.of(SampleUtility.POLICY, SampleUtility.BEST, SampleUtility.BY_CLASS);
    }

    private static ActualReading june(long value) {
        return new ActualReading(LocalDate.of(2020, 6, 1), Decimal.of(value), "second look");
    }

    /// Exchanges, rollovers, shared meters and empty flats; a run that was killed and went on when more was known; then
    /// corrections, cancellations, a late reading, and two cycles that settle them.
    @ParameterizedTest
    @MethodSource("policies")
    void whatCameLaterIsLeftOutAndEveryDocumentIsTheSameBytes(BillingPolicy policy) throws IOException {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 3).fill(database);
        DocumentFolder folder = new DocumentFolder(TestDatabases.folder("documents"), (_, _) -> Optional.empty());
        UNREAD.forEach(to -> bill(database, folder, to, policy));
        assertThatThrownBy(() -> BillingRun.execute(
                        database, SampleUtility.settings(JUNE, 20, policy), new Documents(database, folder, 1)))
                .hasMessage("killed");
        ReadingCorrections.add(database, "E50", june(8_000), CLERK);
        ReadingCorrections.add(database, "E2", june(9_000), CLERK);
        bill(database, folder, JUNE, policy);
        Cancellations.cancel(database, new BillNumber(3), LocalDate.of(2020, 6, 10), CLERK);
        Cancellations.cancel(database, new BillNumber(300), LocalDate.of(2020, 6, 10), CLERK);
        ReadingCorrections.add(database, "E8", june(9_500), CLERK);
        try (PopulationWriter writer = PopulationWriter.open(database, CLERK)) {
            writer.add("E4", new ActualReading(LocalDate.of(2020, 6, 20), Decimal.of(9_900), "round"));
            writer.addVacancy("L6", LocalDate.of(2020, 3, 1), null);
            writer.commit();
        }
        bill(database, folder, "2020-07-01", policy);
        bill(database, folder, "2020-08-01", policy);

        List<ReprintedBill> bills = reprinted(database, rules());
        assertThat(bills).hasSizeGreaterThan(400).allMatch(Same.class::isInstance);
        for (ReprintedBill bill : bills) {
            Same same = (Same) bill;
            assertThat(same.isAsFirst()).isTrue();
            assertThat(Files.readAllBytes(folder.file(bill.number())))
                    .isEqualTo(same.text().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bills).isSortedAccordingTo((a, b) -> a.number().compareTo(b.number()));
    }

    /// What it settles is named as it was known then; whoever settles the same days once more names nothing that was
    /// taken back meanwhile.
    @Test
    void aSettlementNamesTheBillsThatItSettles() throws IOException {
        Database database = TestDatabases.fresh();
        DocumentFolder folder = billedToJune(database);
        List<Same> settled = sames(database).stream()
                .filter(same -> !same.preceding().isEmpty())
                .toList();
        assertThat(settled)
                .hasSizeGreaterThan(10)
                .allSatisfy(same -> assertThat(same.stored().basis()).isEqualTo("reading"));
        Same first = settled.stream()
                .filter(same -> same.preceding().size() == UNREAD.size())
                .findFirst()
                .orElseThrow();
        List<String> before = numbers(database, first.stored().agreement(), first.number());
        assertThat(first.preceding()).extracting(PrecedingBill::number).containsExactlyElementsOf(before);
        assertThat(first.preceding())
                .extracting(bill -> bill.issuedOn().toString())
                .as("a bill is of the days before it")
                .isSorted()
                .first(InstanceOfAssertFactories.STRING)
                .isGreaterThan(UNREAD.getFirst());

        Cancellations.cancel(database, first.number(), CLERK_ON, CLERK);
        bill(database, folder, "2020-07-01");
        List<Same> later = sames(database).stream()
                .filter(same -> same.stored().agreement().equals(first.stored().agreement()))
                .filter(same -> same.number().compareTo(first.number()) >= 0)
                .toList();
        assertThat(later.getFirst().preceding()).as("made again").isEqualTo(first.preceding());
        assertThat(later.getLast().number()).isGreaterThan(first.number());
        assertThat(later.getLast().preceding())
                .as("the same days are settled anew, and what was taken back is not named")
                .isEqualTo(first.preceding());
    }

    /// A paper asks for a telephone number or an e-mail address of whom nobody knows one by now; a postal address is
    /// none.
    @Test
    void aPaperKnowsWhoseTelephoneAndEMailNobodyKnows() throws IOException {
        Database database = TestDatabases.fresh();
        billedToJune(database);
        List<String> accounts = unreached(database);
        assertThat(accounts).hasSizeGreaterThan(10);
        reach(database, accounts.getFirst(), new Contact(Channel.SMS, "+212612345678"));
        reach(database, accounts.getLast(), new Contact(Channel.POST, "12, rue des Oliviers, Casablanca"));
        assertThat(unreached(database))
                .containsExactlyElementsOf(accounts.subList(1, accounts.size()))
                .contains(accounts.getLast());
        assertThat(sames(database)).as("where no paper is drawn nobody asks").noneMatch(Same::isContactUnknown);
    }

    private static List<String> unreached(Database database) {
        return reprinted(database, rules().withUseOf(1)).stream()
                .map(Same.class::cast)
                .filter(same -> same.toPrint().isContactUnknown())
                .map(same -> same.document().account().customerAccount())
                .distinct()
                .toList();
    }

    private static void reach(Database database, String account, Contact contact) {
        Contacts.set(
                database, account, new ChannelLadder(List.of(contact)), null, LocalDate.of(2020, 1, 1), CLERK, false);
    }

    private static List<Same> sames(Database database) {
        return reprinted(database, rules()).stream().map(Same.class::cast).toList();
    }

    private static List<String> numbers(Database database, String agreement, BillNumber before) {
        return sames(database).stream()
                .filter(same -> same.stored().agreement().equals(agreement))
                .filter(same -> same.number().compareTo(before) < 0)
                .map(same -> same.number().toString())
                .toList();
    }

    @Test
    void anEstimateThatAPersonStatedIsMadeAgainAsItWasSaidThen() throws IOException {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 9).fill(database);
        DocumentFolder folder = new DocumentFolder(TestDatabases.folder("stated"), (_, _) -> Optional.empty());
        long usage = 100;
        for (String to : UNREAD) { // nothing is known of C0000058, so each month waits for what a person says
            bill(database, folder, to);
            EstimateInstruction stated = new EstimateInstruction.Stated(Decimal.of(usage));
            usage += 50;
            HoldDecisions.reEstimate(database, List.of("C0000058"), HoldFilter.ALL, stated, CLERK, false);
            LocalDate day = LocalDate.parse(to);
            BillingRun.execute(
                    database,
                    SampleUtility.settings(to, 20).with(new Cycle(day, day.plusDays(5), null, true)),
                    new Documents(database, folder, -1));
        }
        List<ReprintedBill> bills = reprinted(database, rules());
        assertThat(bills).allMatch(bill -> bill instanceof Same same && same.isAsFirst());
        assertThat(bills.stream().map(bill -> ((Same) bill).text()).filter(text -> text.contains("C0000058")))
                .hasSize(3);
    }

    @Test
    void aBillWithoutAFirstDocumentIsMeasuredByTheBooks() {
        Database database = TestDatabases.fresh();
        new SampleUtility(20, 4).fill(database);
        BillingRun.execute(database, SampleUtility.settings("2020-03-01", 5), new BillingListener() {});
        assertThat(reprinted(database, rules()))
                .hasSizeGreaterThan(20)
                .allMatch(bill -> bill instanceof Same same && !same.isAsFirst());
    }

    /// Whatever the utility has decided since: the policies are those that were kept with the run.
    @Test
    void aBillIsMadeAgainByThePoliciesOfItsRun() {
        Database database = TestDatabases.fresh();
        new SampleUtility(20, 4).fill(database);
        BillingPolicy old = SampleUtility.POLICY;
        BillingRun.execute(database, SampleUtility.settings("2020-03-01", 5), new BillingListener() {});
        BillingPolicy lastYear =
                new BillingPolicy(old.allocation(), List.of(EstimationMethod.LAST_YEAR), 6, null, old.instalments());
        BillingRun.execute(database, SampleUtility.settings("2020-04-01", 5, lastYear), new BillingListener() {});
        assertThat(reprinted(database, rules()))
                .allMatch(Same.class::isInstance)
                .extracting(bill -> bill.stored().method())
                .contains("two-years", "last-year");
    }

    @Test
    void aPolicyThatIsNotReadAnyMoreOrAPriceBookThatIsGoneIsNamed() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(20, 4).fill(database);
        BillingRun.execute(database, SampleUtility.settings("2020-03-01", 5), new BillingListener() {});
        Reprint.Rules noBook = new Reprint.Rules(_ -> Optional.empty(), (_, _) -> Optional.empty());
        assertThat(reprinted(database, noBook)).isNotEmpty().allMatch(bill -> isFor(bill, Reason.NO_PRICE_BOOK));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // a run is never changed
            statement.execute("update billing_run set policy = 'BillingPolicy[allocation=ByDays[]]'");
        }
        assertThat(reprinted(database, rules())).isNotEmpty().allMatch(bill -> isFor(bill, Reason.POLICY_UNKNOWN));
    }

    private static boolean isFor(ReprintedBill bill, Reason reason) {
        return bill instanceof Different different && different.reason() == reason;
    }

    /// No line of a bill bears the price that has changed, so that only its run knows.
    @Test
    void aBillOfAChangedPriceBookIsRefusedAndOneOfALaterVersionIsNot() {
        Database database = TestDatabases.fresh();
        new SampleUtility(20, 4).fill(database);
        BillingRun.execute(database, SampleUtility.settings("2020-03-01", 5), new BillingListener() {});
        assertThat(reprinted(database, rules(RunPricesTest::withDearestBlock)))
                .hasSizeGreaterThan(20)
                .allMatch(bill -> isOfElectricity(bill)
                        ? bill instanceof Different different && different.reason() == Reason.PRICE_BOOK_CHANGED
                        : bill instanceof Same);
        assertThat(reprinted(database, rules(RunPricesTest::endingInTenYears)))
                .hasSizeGreaterThan(20)
                .allMatch(Same.class::isInstance);
    }

    /// The sample gives agreements on electricity even numbers, and those on water odd ones.
    private static boolean isOfElectricity(ReprintedBill bill) {
        return Integer.parseInt(bill.stored().agreement().substring(1)) % 2 == 0;
    }

    private static Reprint.Rules rules(UnaryOperator<Tariff> electricity) {
        return new Reprint.Rules(
                id -> SampleUtility.tariff(id)
                        .map(book -> id.equals("casablanca/electricity-household") ? electricity.apply(book) : book),
                (_, _) -> Optional.empty());
    }

    @Test
    void aDocumentThatCannotBeWrittenSaysWhy() throws IOException {
        Path folder = TestDatabases.folder("documents");
        DocumentFolder documents = new DocumentFolder(folder, (_, _) -> Optional.empty());
        BillNumber number = new BillNumber(7);
        Files.createDirectory(folder.resolve("." + number + ".part"));
        assertThatThrownBy(() -> documents.write(number, new byte[1]))
                .hasMessage("cannot write " + documents.file(number) + ": Is a directory");
    }

    @Test
    void aDocumentIsWrittenWholeUnderItsName() throws IOException {
        Path folder = TestDatabases.folder("documents").resolve("new");
        DocumentFolder documents = new DocumentFolder(folder, (_, _) -> Optional.empty());
        BillNumber number = new BillNumber(7);
        Files.writeString(folder.resolve("." + number + ".part"), "half of it: whoever wrote this was killed");
        for (String text : List.of("first", "second")) {
            documents.write(number, text.getBytes(StandardCharsets.UTF_8));
            assertThat(documents.file(number)).hasContent(text);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(documents.file(number));
        }
    }
}
