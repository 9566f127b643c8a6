package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;

/// Wrong books in plain SQL, past all Java: the database itself refuses them.
final class BooksGuardTest {
    private static final String ENTRY =
            "insert into journal_entry values (%d, %s, %s, '2020-06-03', '0000000001', 'by hand')";
    private static final String BILL = "insert into bill (serial, agreement, account, run, billed_on, due_on, basis,"
            + " gap_from, billed_to, next_gap_from, net, tax, stamp_if_cash, open_bills, recent)"
            + " values (%d, 'C00001', '0000000001', 1, '2020-06-03', '2020-06-21', 'reading', '2020-05-01',"
            + " '2020-06-01', '2020-06-01', %d, %d, 0, 0, '{0}')";

    private static final List<String> PARTS_OF_BILL_2 = List.of(
            "insert into bill_segment values (2, 1, 'actual', '2020-05-01', '2020-06-01', 1, '{1}', '{5}', '{5}')",
            "insert into charge_line values (2, 5, 1, 1, 1, 1)",
            "insert into estimate values (2, '{2019-05-01}', '{2019-06-01}', '{5}')",
            "insert into settlement values (2, 5, 0, 0, 0, 0, 0, 0)");

    private static final String BILL_OF_NEXT_RUN = BILL.replace(", 1, '2020-06-03',", ", 2, '2020-06-03',");

    private static final String RUN_OF_SOME = "insert into billing_run (id, bill_to, billed_on, released_only, policy,"
            + " accounts_per_batch, change, chosen) values (3, '2020-07-01', '2020-07-03', false, 'p', 10, 1, '"
            + "0".repeat(64) + "')";

    private static final Database DATABASE = TestDatabases.fresh();

    @BeforeAll
    static void oneBillByHand() throws SQLException {
        execute(
                "insert into change values (1, '2020-06-03T00:00Z', 'test', 'start')",
                "insert into customer values ('P1', 'household', 'ا', 'A', 'ar', 1)",
                "insert into customer_account values ('0000000001', 'P1', 1)",
                "insert into premise values ('L1', 'here', 'Maarif', 1)",
                "insert into usage_point values ('U1', 'L1', 'electricity', 1)",
                "insert into service_agreement values"
                        + " ('C00001', '0000000001', 'U1', 't', 1, '2020-01-01', null, '2020-05-01', 1)",
                "insert into reading values ('U1', '2020-05-01', 1, 'actual', 100, 'round', 1)",
                "insert into billing_run values (1, '2020-06-01', '2020-06-03', null, false, 'p', 10, 1)",
                "insert into billing_run values (2, '2020-07-01', '2020-07-03', null, false, 'p', 10, 1)",
                "insert into ledger_account values (1, 'assets:receivable'), (2, 'revenue:electricity:energy')",
                "insert into charge_rate values (1, 'energy', 1, 'kWh', 0.8, 0.14, 'Grid of 2017')",
                "insert into amount_code (id, name) values (1, 'energy'), (2, 'tax:VAT')");
        execute(
                postings("(1, 1, 1, 1000), (1, 2, 2, -1000)"),
                ENTRY.formatted(1, "1", "null"),
                "insert into bill_segment values (1, 1, 'actual', '2020-05-01', '2020-06-01', 12.5, '{1}', '{1000}',"
                        + " '{1000}')",
                "insert into charge_line values (1, 1000, 1, 1, 1, 12.5)",
                BILL.formatted(1, 1000, 0));
    }

    @AfterAll
    static void theGoodBillStandsAlone() throws SQLException {
        assertThat(count("select count(*) from bill")).isEqualTo(1);
        assertThat(count("select count(*) from journal_entry")).isEqualTo(1);
        assertThat(count("select last_number from number_series where name = 'bill'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bill set net = 0",
                "delete from bill",
                "truncate bill cascade",
                "update bill_segment set usage = 0",
                "update bill_segment set claimed = '{0}'",
                "delete from amount_code",
                "update charge_line set amount = 0",
                "update journal_entry set booked_on = '2021-01-01'",
                "delete from posting",
                "update posting set amount = -amount",
                "update reading set value = 0",
                "delete from reading",
                "delete from usage_point",
                "update change set author = 'nobody'",
                "delete from hold_release",
                "update bill_request set after_bill = 99",
                "delete from bill_request",
                "update estimate_instruction set usage = 0",
                "truncate estimate_instruction",
                "update held_agreement set at_risk = 0",
                "delete from run_account",
                "update run_account set run = 2",
                "update billing_run set outside_window = null",
                "delete from abandoned_run",
                "update billing_run set billed_on = '2021-01-01'",
                "update number_series set last_number = 7 where name = 'bill'",
                "insert into number_series values ('other', 1)",
                "delete from service_agreement",
                "update service_agreement set account = '0000000002'",
                "truncate customer_account cascade",
                "delete from customer_account"
            })
    void whatIsWrittenStays(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("refused");
    }

    @Test
    void anEntryThatDoesNotBalanceIsRefused() {
        assertRefused(
                "does not balance",
                postings("(2, 1, 1, 1000), (2, 2, 2, -999)"),
                ENTRY.formatted(2, "null", "'hand/1'"));
    }

    @Test
    void anEntryWithoutPostingsIsRefused() {
        assertRefused("has no postings", ENTRY.formatted(2, "null", "'hand/2'"));
    }

    @Test
    void postingsWithoutAnEntryAreRefusedAtTheCommit() {
        assertRefused("without the entry", postings("(2, 1, 1, 1000), (2, 2, 2, -1000)"));
    }

    @Test
    void nothingIsAddedToAnEntryThatStands() {
        assertRefused("stands already", postings("(1, 3, 1, 5), (1, 4, 2, -5)"));
    }

    @Test
    void anEntryIsBookedOnce() {
        assertRefused(
                "journal_entry_bill_key", postings("(2, 1, 1, 1), (2, 2, 2, -1)"), ENTRY.formatted(2, "1", "null"));
    }

    @Test
    void aKeyIsUsedOnce() {
        assertRefused(
                "journal_entry_key",
                postings("(2, 1, 1, 1), (2, 2, 2, -1), (3, 1, 1, 1), (3, 2, 2, -1)"),
                ENTRY.formatted(2, "null", "'hand/6'") + ", (3, null, 'hand/6', '2020-06-03', '0000000001', 'again')");
    }

    @Test
    void postingsAreNumberedAndComeInOnePiece() {
        assertRefused("does not balance", postings("(2, 1, 1, 1), (2, 1, 2, -1)"));
        assertRefused("does not balance", postings("(2, 1, 1, 1), (2, 3, 2, -1)"));
        assertRefused("without gaps", postings("(2, 1, 1, 1), (2, 2, 2, -1)"), postings("(2, 1, 1, 1), (2, 2, 2, -1)"));
        assertRefused("without gaps", postings("(3, 1, 1, 1), (3, 2, 2, -1)"));
    }

    @Test
    void linesOfABillComeInOnePiece() {
        String segment = PARTS_OF_BILL_2.getFirst();
        String line = PARTS_OF_BILL_2.get(1);
        assertRefused("has its lines already", segment, line, line.replace("(2, 1, 1,", "(2, 1, 2,"));
    }

    @Test
    void anEntryOfABillIsFollowedByTheBill() {
        assertRefused("without the bill", postings("(2, 1, 1, 1), (2, 2, 2, -1)"), ENTRY.formatted(2, "2", "null"));
    }

    @Test
    void billsAndEntriesAreNumberedWithoutGaps() {
        assertRefused("without gaps", BILL_OF_NEXT_RUN.formatted(3, 0, 0));
        assertRefused("without gaps", postings("(3, 1, 1, 1), (3, 2, 2, -1)"), ENTRY.formatted(3, "null", "'hand/3'"));
    }

    @Test
    void aBillIsTheSumOfWhatItsSegmentsClaim() {
        assertRefused("not the sum", PARTS_OF_BILL_2.get(0), BILL_OF_NEXT_RUN.formatted(2, 6, 0));
    }

    @Test
    void aBillIsBooked() {
        assertRefused("not booked", PARTS_OF_BILL_2.get(0), BILL_OF_NEXT_RUN.formatted(2, 5, 0));
    }

    @Test
    void whatABillNamesIsThere() {
        assertRefused(
                "an agreement that its account does not have",
                BILL_OF_NEXT_RUN.replace("C00001", "C00002").formatted(2, 0, 0));
        assertRefused(
                "a run that was never begun",
                BILL_OF_NEXT_RUN.replace(", 2, '", ", 3, '").formatted(2, 0, 0));
    }

    @Test
    void whatAReadingNamesIsThere() {
        String reading = "insert into reading values ('%s', '2020-05-02', 1, 'actual', 100, 'round', %d)";
        assertRefused("a reading of a usage point that is not there", reading.formatted("U2", 1));
        assertRefused("a reading with a change that is not there", reading.formatted("U1", 7));
    }

    /// NaN and infinity pass for numbers in PostgreSQL, and are greater than any.
    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-1", "1e12", "0.0000001"})
    void whatAMeterShowsIsANumberThatItCanShow(String value) {
        assertRefused(
                "shown", "insert into reading values ('U1', '2020-05-02', 1, 'actual', '" + value + "', 'round', 1)");
        assertRefused("shown", "insert into meter_exchange values ('U1', '2020-05-02', '" + value + "', 0, 1)");
        assertRefused("shown", "insert into meter_exchange values ('U1', '2020-05-02', 0, '" + value + "', 1)");
    }

    @Test
    void whatALineOrAnAmountNamesIsThere() {
        String segment = PARTS_OF_BILL_2.getFirst();
        String line = PARTS_OF_BILL_2.get(1);
        assertRefused("an amount with a code that is not there", segment.replace("'{1}'", "'{7}'"));
        assertRefused("bill_segment", segment.replace("'{5}', '{5}'", "'{5}', '{5,5}'"));
        assertRefused("a line of a segment that is not there", line);
        assertRefused("a rate that is not there", segment, line.replace("(2, 5, 1,", "(2, 5, 9,"));
        assertRefused("not numbered from one on", segment, line + ", " + line.substring(line.indexOf("(2")));
    }

    @Test
    void whatAnEntryNamesIsThere() {
        assertRefused(
                "a customer account that is not there",
                postings("(2, 1, 1, 1), (2, 2, 2, -1)"),
                ENTRY.formatted(2, "null", "'hand/4'").replace("0000000001", "0000000009"));
        assertRefused(
                "a ledger account that is not there",
                postings("(2, 1, 1, 1), (2, 2, 9, -1)"),
                ENTRY.formatted(2, "null", "'hand/5'"));
    }

    @Test
    void nothingIsAddedToABillThatStands() {
        assertRefused("stands already", PARTS_OF_BILL_2.get(0).replace("(2, 1, 'actual'", "(1, 2, 'actual'"));
    }

    @Test
    void partsWithoutABillAreRefusedAtTheCommit() {
        String segment = PARTS_OF_BILL_2.getFirst();
        assertRefused("without the bill", segment);
        assertRefused("without the bill", segment, PARTS_OF_BILL_2.get(1));
        assertRefused("without the bill", PARTS_OF_BILL_2.get(2));
        assertRefused("without the bill", PARTS_OF_BILL_2.get(3));
    }

    @Test
    void aReadingIsCorrectedOnlyRightAfterItself() {
        assertRefused(
                "the one before it", "insert into reading values ('U1', '2020-05-01', 3, 'actual', 90, 'again', 1)");
        assertRefused("reading_pkey", "insert into reading values ('U1', '2020-05-01', 1, 'actual', 90, 'again', 1)");
    }

    @Test
    void theAccountsOfARunAreThoseThatItWasBegunFor() {
        String named = "insert into run_account values (%d, '0000000001')";
        assertRefused("not those that it was begun for", named.formatted(1));
        assertRefused("not those that it was begun for", RUN_OF_SOME, named.formatted(3));
        assertRefused("check constraint", RUN_OF_SOME.replace("0000000", "x"));
        assertRefused(
                "check constraint",
                "insert into billing_run (id, bill_to, billed_on, released_only, policy, accounts_per_batch, change,"
                        + " outside_window) values (3, '2020-07-01', '2020-07-03', false, 'p', 10, 1, 'why')");
    }

    @Test
    void aRunThatNamesAccountsNamesThem() {
        assertRefused("not those that it was begun for", RUN_OF_SOME);
    }

    @Test
    void anEstimateIsWantedInOneWay() {
        String wanted = "insert into estimate_instruction values (1, 'C00001', '0000000001', 1, %s, %s)";
        assertRefused("check constraint", wanted.formatted("'last-year'", "5"));
        assertRefused("check constraint", wanted.formatted("null", "null"));
        assertRefused("check constraint", wanted.formatted("null", "-1"));
    }

    @Test
    void printedBillNumbersAreThoseOfCore() throws SQLException {
        for (long serial : new long[] {1, 42, 672, 673, 674, 9_999_999_999L}) {
            try (Connection connection = DATABASE.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select bill_number(" + serial + ")")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(number(serial));
            }
        }
    }

    private static String number(long serial) {
        return new BillNumber(serial).toString();
    }

    private static String postings(String rows) {
        return "insert into posting values " + rows;
    }

    private static void assertRefused(String because, String... statements) {
        assertThatThrownBy(() -> execute(statements))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
