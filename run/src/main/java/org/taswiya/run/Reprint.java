package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.DocumentFolder.PlaceholderNotes;
import org.taswiya.run.ReprintedBill.Different;
import org.taswiya.run.ReprintedBill.Reason;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bill.Addressees;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.bill.BilledRange.RangeBill;
import org.taswiya.store.bill.PrecedingBills;
import org.taswiya.store.bill.ReadingPhotos;
import org.taswiya.store.input.BillingInputs;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.input.LearntClasses;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.run.RunClasses;
import org.taswiya.store.run.Withheld;

/// Makes issued bills again, from what was known when they were billed, with the same engine, and compares what comes
/// out with the books.
///
/// Rows name the change that brought them and changes are numbered in the order of their commits; a batch keeps the
/// greatest one that it knew. So readings and corrections, exchanges, vacancies, cancellations and reopenings that came
/// later are left out, and of bills those of its own run and of later ones. The policies are those that were kept with
/// the run. What is kept without versions (names, addresses, the class of a customer, tariff and end of an agreement)
/// is taken as it is today: whatever of it has changed so that a bill differs is found by the comparison, and told.
/// A price book that charges something else now is taken as the home has kept it, where it has.
///
/// One batch is in memory at a time, whatever the number of bills.
public final class Reprint {
    private final Database database;
    private final Rules rules;
    private final Consumer<ReprintedBill> each;
    private final ThreadLocal<SharedPrices> prices = ThreadLocal.withInitial(SharedPrices::new);

    /// What bills are made with.
    ///
    /// @param tariffs by id
    /// @param notes what the price books say of placeholders
    /// @param monthsBefore of how many months before each bill the use is read, for a picture; zero for none
    public record Rules(Function<String, Optional<Tariff>> tariffs, PlaceholderNotes notes, int monthsBefore) {

        /// The bills alone.
        public Rules(Function<String, Optional<Tariff>> tariffs, PlaceholderNotes notes) {
            this(tariffs, notes, 0);
        }

        /// The same, with the use of so many months before each bill.
        public Rules withUseOf(int months) {
            return new Rules(tariffs, notes, months);
        }
    }

    private Reprint(Database database, Rules rules, Consumer<ReprintedBill> each) {
        this.database = database;
        this.rules = rules;
        this.each = each;
    }

    /// Makes bills again.
    ///
    /// @param each is given every one of them, in the order of their numbers
    public static void execute(Database database, Rules rules, List<BilledRange> ranges, Consumer<ReprintedBill> each) {
        Reprint reprint = new Reprint(database, rules, each);
        try {
            for (BilledRange range : ranges) {
                reprint.execute(range);
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void execute(BilledRange range) throws SQLException {
        Optional<BillingPolicy> policy = RunPolicy.of(range.policy());
        try (Connection reader = database.connect()) {
            Function<String, Optional<Tariff>> tariffs = PublishedBooks.ofRun(reader, range, rules.tariffs());
            List<RangeBill> bills = range.bills(reader);
            if (policy.isEmpty()) {
                bills.forEach(bill -> each.accept(policyUnknown(range, bill)));
                return;
            }
            List<String> agreements =
                    bills.stream().map(bill -> bill.bill().agreement()).toList();
            Map<String, Addressee> addressees = Addressees.read(reader, agreements);
            BillingInputs inputs = inputs(reader, range, policy.get(), tariffs);
            MadeAgain made = madeAgain(inputs.read(agreements));
            Map<String, List<Usage>> before =
                    rules.monthsBefore() == 0 ? Map.of() : inputs.usedBefore(agreements, rules.monthsBefore());
            Map<String, Map<LocalDate, String>> photos =
                    rules.monthsBefore() == 0 ? Map.of() : ReadingPhotos.read(reader, agreements, range.known());
            Set<String> unknown = rules.monthsBefore() == 0 ? Set.of() : Contacts.unknown(reader, agreements);
            Map<Long, List<PrecedingBill>> preceding = PrecedingBills.read(
                    reader, bills.stream().map(RangeBill::bill).toList(), range.known());
            ReprintComparison comparison = new ReprintComparison(
                    range,
                    rules,
                    made,
                    addressees,
                    before,
                    photos,
                    preceding,
                    unknown,
                    RunPrices.changed(reader, range, tariffs));
            bills.parallelStream().map(comparison::of).toList().forEach(each);
        }
    }

    private static ReprintedBill policyUnknown(BilledRange range, RangeBill bill) {
        return new Different(
                bill.bill(),
                Reason.POLICY_UNKNOWN,
                "an earlier Taswiya kept the policies of run " + range.run()
                        + " in a form that is not read any more; it is made again by that Taswiya only");
    }

    private static BillingInputs inputs(
            Connection reader, BilledRange range, BillingPolicy policy, Function<String, Optional<Tariff>> tariffs)
            throws SQLException {
        return new BillingInputs(
                reader,
                range.cycle().forEverybody(),
                policy,
                tariffs,
                false,
                range.known(),
                new LearntClasses(range.cycle(), policy, range.known(), RunClasses.of(reader, range.run())));
    }

    /// What came of billing a batch again, by agreement.
    record MadeAgain(Map<String, MadeBill> bills, Map<String, Withheld> withheld) {}

    /// A bill and what it was made from.
    record MadeBill(DraftBill draft, AccountInput account, AgreementInput input) {}

    private MadeAgain madeAgain(InputBatch batch) {
        MadeAgain made = new MadeAgain(new HashMap<>(), new HashMap<>());
        batch.withheld().forEach(withheld -> made.withheld().put(withheld.agreement(), withheld));
        List<BilledAccount> accounts = batch.accounts().parallelStream()
                .map(account -> BilledAccount.of(account, prices.get()))
                .toList();
        for (BilledAccount account : accounts) {
            account.withheld().forEach(withheld -> made.withheld().put(withheld.agreement(), withheld));
            Iterator<AgreementInput> inputs = account.input().agreements().iterator();
            for (AgreementOutcome outcome : account.outcome().agreements()) {
                AgreementInput input = inputs.next();
                if (outcome instanceof Billed(DraftBill draft)) {
                    made.bills().put(input.agreement(), new MadeBill(draft, account.input(), input));
                }
            }
        }
        return made;
    }
}
