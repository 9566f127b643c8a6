package org.taswiya.cli.document;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.intake.tariff.TariffPlaceholder;

/// The bills of the golden folder, each under the name of its folder. All customers are invented.
final class BillCases {

    static final TariffLibrary LIBRARY = TariffLibrary.of(Path.of("../utilities"));

    private static final String HOUSEHOLD = "casablanca/electricity-household";
    private static final Addressee FATIMA = new Addressee(
            "فاطمة الزهراء الإدريسي", "Fatima-Zahra El Idrissi", "12, rue des Orangers, Casablanca", "1204 551 837");
    private static final Addressee SHOP = new Addressee(
            "صالون النخيل للحلاقة", "Salon Annakhil", "شارع 2 مارس، رقم 48، الدار البيضاء", "1877 204 016");

    private final AgreementExample agreement;
    private @Nullable Addressee addressee = FATIMA;
    private LocalDate billTo = LocalDate.of(2020, 4, 1);
    private LocalDate billedOn = LocalDate.of(2020, 4, 3);
    private AllocationPolicy allocation = new AllocationPolicy.ByDays();
    private List<EstimationMethod> chain = List.of(
            EstimationMethod.TWO_YEARS,
            EstimationMethod.LAST_YEAR,
            EstimationMethod.RECENT_AVERAGE,
            EstimationMethod.CLASS_AVERAGE);
    private @Nullable BackBillingRule backBilling;
    private @Nullable InstalmentRule instalments;
    private String arrears = "0.00";
    private boolean draft;

    private BillCases(AgreementExample agreement) {
        this.agreement = agreement;
    }

    /// Every case of the golden folder.
    static Map<String, BillDocument> all() {
        Map<String, BillCases> cases = new LinkedHashMap<>();
        cases.put("estimated-two-years", estimatedTwoYears());
        cases.put("estimated-last-year", estimatedLastYear());
        cases.put("estimated-recent-average", estimatedRecent());
        cases.put("estimated-class-average", estimatedClass());
        cases.put("estimated-vacant", estimatedVacant());
        cases.put("settled-charge", settledCharge());
        cases.put("settled-credit", settledCredit());
        cases.put("settled-exactly", settledExactly());
        cases.put("settled-twelve-months", settledTwelveMonths());
        cases.put("settled-partly", settledPartly());
        cases.put("water-and-sanitation", waterAndSanitation());
        cases.put("professional-water", professionalWater());
        cases.put("placeholder-tariff", placeholderTariff());
        cases.put("arrears", arrears());
        cases.put("back-billing-cut", backBillingCut());
        cases.put("back-billing-exception", backBillingException());
        cases.put("instalment-offer", instalmentOffer());
        cases.put("exchange-and-customer-reading", exchange());
        cases.put("rollover-shared-meter", rollover());
        cases.put("across-new-year-2024", acrossNewYear());
        cases.put("national-office", nationalOffice());
        cases.put("draft", draft());
        cases.put("corrected-reading", correctedReading());
        cases.put("estimated-best", estimatedBest());
        cases.put("estimated-suspended", estimatedSuspended());
        cases.put("estimated-own-reading", estimatedOwnReading());
        cases.put("estimated-annual-volume", estimatedAnnualVolume());
        cases.put("time-bands-and-power", billedTo("2020-05-01", MoreThanUsage.workshop()));
        cases.put("energy-fed-in", billedTo("2020-04-01", MoreThanUsage.ownProduction()));
        MoreThanUsage.byRegisters().forEach((name, agreement) -> cases.put(name, billedTo("2020-05-01", agreement)));
        Map<String, BillDocument> documents = new LinkedHashMap<>();
        cases.forEach((name, bill) -> documents.put(name, bill.document(documents.size() + 1L)));
        return documents;
    }

    private static BillCases estimatedTwoYears() {
        return new BillCases(new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "41200")
                .used("2018-02-15", "2018-03-15", "154")
                .used("2018-03-15", "2018-04-16", "144")
                .used("2019-02-14", "2019-03-16", "150")
                .used("2019-03-16", "2019-04-15", "165")
                .learnt("spread-of-two-years", 710_000L, 1_330_000L));
    }

    /// Nobody reads from the twentieth of March on, by decree; the bill before was on an estimate too.
    private static BillCases estimatedSuspended() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "41200")
                .estimated("2020-03-01", "162")
                .used("2018-03-15", "2018-05-16", "304")
                .used("2019-03-16", "2019-05-15", "331")
                .suspended("2020-03-20", "2020-05-01", "Décret n° 2.20.293");
        return billedTo("2020-05-01", agreement);
    }

    /// Two years of months that grow by a twentieth, and a class that uses a little less in March than before.
    private static BillCases estimatedBest() {
        BillCases bill = new BillCases(new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "41200")
                .usedEachMonth("2018-03-01", 24, 130)
                .learnt("quick", 970_000L, 960_000L, -1L, -1L, -1L, 400_000L, 3_000_000L)
                .learnt("steady", 980_000L, 990_000L, -1L, -1L, -1L, 400_000L, 3_000_000L)
                .learnt("trend", 1_020_000L)
                .learnt("spread-of-best", 850_000L, 1_160_000L));
        bill.chain = List.of(EstimationMethod.BEST);
        return bill;
    }

    /// March was estimated; on 25 April, in the middle of the order, she tells what the meter shows.
    private static BillCases estimatedOwnReading() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "41200")
                .estimated("2020-03-01", "162")
                .readByCustomer("2020-04-25", "41475")
                .used("2018-03-15", "2018-05-16", "304")
                .used("2019-03-16", "2019-05-15", "331")
                .suspended("2020-03-20", "2020-05-01", "Décret n° 2.20.293");
        BillCases bill = billedTo("2020-05-01", agreement);
        bill.chain = List.of(EstimationMethod.CUSTOMER_READING, EstimationMethod.TWO_YEARS);
        return bill;
    }

    /// Moved in on 9 March and said what to expect of a year; March is nine tenths of a mean month of the class.
    private static BillCases estimatedAnnualVolume() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD).read("2020-03-09", "0");
        agreement.annualVolume = Decimal.of(1_825);
        agreement.learntSeason(3, 900_000L);
        BillCases bill = new BillCases(agreement);
        bill.chain = List.of(EstimationMethod.ANNUAL_VOLUME, EstimationMethod.CLASS_AVERAGE);
        return bill;
    }

    private static BillCases estimatedLastYear() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "10512")
                .estimated("2020-03-01", "118", "121")
                .used("2019-04-20", "2019-07-20", "273");
        return billedTo("2020-06-01", agreement);
    }

    private static BillCases estimatedRecent() {
        AgreementExample agreement = new AgreementExample("casablanca/water-household").read("2020-03-01", "37");
        agreement.history.add(new Usage(
                DateRange.of(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 3, 1)),
                Decimal.of(14),
                UsageQuality.ESTIMATED));
        return new BillCases(agreement);
    }

    private static BillCases estimatedClass() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD).read("2020-03-09", "0");
        agreement.learnt("per-day", 4_350_000L).learnt("spread-of-class-average", 380_000L, 1_870_000L);
        BillCases bill = new BillCases(agreement);
        bill.addressee = null;
        return bill;
    }

    private static BillCases estimatedVacant() {
        AgreementExample agreement =
                new AgreementExample("casablanca/electricity-professional").read("2020-03-01", "88013");
        agreement.vacancies.add(DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 7, 1)));
        BillCases bill = new BillCases(agreement);
        bill.addressee = SHOP;
        return bill;
    }

    private static BillCases billedTo(String day, AgreementExample agreement) {
        BillCases bill = new BillCases(agreement);
        bill.billTo = LocalDate.parse(day);
        bill.billedOn = bill.billTo.plusDays(3);
        return bill;
    }

    /// Three estimates and the month of June, settled in July, and the reading of 1 July found wrong in August.
    private static BillCases correctedReading() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "41200")
                .estimated("2020-03-01", "140", "150", "145")
                .billedAsRead("2020-06-01", "230")
                .read("2020-07-01", "41760")
                .read("2020-08-01", "41905");
        return billedTo("2020-08-01", agreement);
    }

    private static BillCases settledCharge() {
        return billedTo(
                "2020-07-01",
                new AgreementExample(HOUSEHOLD)
                        .read("2020-03-01", "41200")
                        .estimated("2020-03-01", "150", "146", "148")
                        .read("2020-07-01", "41880"));
    }

    private static BillCases settledCredit() {
        return billedTo(
                "2020-06-01",
                new AgreementExample(HOUSEHOLD)
                        .read("2020-03-01", "7020")
                        .estimated("2020-03-01", "212", "220", "215")
                        .read("2020-06-01", "7431"));
    }

    private static BillCases settledExactly() {
        BillCases bill = billedTo(
                "2020-05-01",
                new AgreementExample(HOUSEHOLD)
                        .read("2020-03-01", "7020")
                        .estimated("2020-03-01", "93", "90")
                        .read("2020-05-01", "7203"));
        bill.allocation = new AllocationPolicy.EstimateShape();
        return bill;
    }

    private static BillCases settledTwelveMonths() {
        BillCases bill = billedTo(
                "2021-03-01",
                new AgreementExample(HOUSEHOLD)
                        .read("2020-03-01", "12850")
                        .estimated("2020-03-01", "160 150 140 150 190 205 170 150 140 150 165 160".split(" ", -1))
                        .read("2021-03-01", "14590"));
        bill.allocation = new AllocationPolicy.Favourable(new Decimal(1, 1));
        return bill;
    }

    private static BillCases settledPartly() {
        return billedTo(
                "2020-06-16",
                new AgreementExample(HOUSEHOLD)
                        .read("2020-04-01", "900")
                        .estimated("2020-04-01", "130", "130", "130")
                        .read("2020-06-16", "1180"));
    }

    private static BillCases waterAndSanitation() {
        return billedTo(
                "2020-07-01",
                new AgreementExample("casablanca/water-household")
                        .read("2020-03-01", "318")
                        .estimated("2020-03-01", "9", "10", "9")
                        .read("2020-07-01", "374"));
    }

    private static BillCases professionalWater() {
        BillCases bill = billedTo(
                "2020-03-01",
                new AgreementExample("casablanca/water-professional")
                        .read("2020-02-01", "5102")
                        .read("2020-03-01", "5138"));
        bill.addressee = SHOP;
        return bill;
    }

    private static BillCases placeholderTariff() {
        BillCases bill = billedTo(
                "2020-06-01",
                new AgreementExample("casablanca/electricity-professional")
                        .read("2020-03-01", "60411")
                        .estimated("2020-03-01", "512", "498", "530")
                        .read("2020-06-01", "60459"));
        bill.addressee = SHOP;
        return bill;
    }

    private static BillCases arrears() {
        BillCases bill = billedTo(
                "2020-03-01",
                new AgreementExample(HOUSEHOLD).read("2020-02-01", "100").read("2020-03-01", "365"));
        bill.arrears = "1112.40";
        return bill;
    }

    private static BillCases backBillingCut() {
        BillCases bill = billedTo(
                "2021-05-01",
                new AgreementExample(HOUSEHOLD)
                        .read("2020-02-01", "0")
                        .estimated("2020-02-01", "90 90 90 90 90 90 90 90 90 90 90 90 90 90".split(" ", -1))
                        .read("2021-05-01", "1830"));
        bill.backBilling = new BackBillingRule(12, Anchor.BILLED_ON);
        return bill;
    }

    private static BillCases backBillingException() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "500")
                .estimated("2020-03-01", "60", "60")
                .read("2020-05-01", "690");
        agreement.exception = "تعذر الولوج إلى العداد رغم رسالة مضمونة";
        BillCases bill = billedTo("2020-05-01", agreement);
        bill.backBilling = new BackBillingRule(1, Anchor.LAST_READING);
        return bill;
    }

    private static BillCases instalmentOffer() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "2000")
                .estimated("2020-03-01", "100", "100", "100")
                .read("2020-06-01", "3021");
        agreement.usualBill = Money.parse("106.15");
        BillCases bill = billedTo("2020-06-01", agreement);
        bill.instalments = new InstalmentRule(Decimal.of(2), 6);
        return bill;
    }

    private static BillCases exchange() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD)
                .read("2020-03-01", "98200")
                .estimated("2020-03-01", "140", "140", "140")
                .read("2020-07-01", "310");
        agreement.exchanges.add(new MeterExchange(LocalDate.of(2020, 5, 11), Decimal.of(98540), Decimal.ZERO));
        agreement.readings.add(new CustomerReading(LocalDate.of(2020, 4, 20), Decimal.of(98455), "telephone"));
        return billedTo("2020-07-01", agreement);
    }

    private static BillCases rollover() {
        AgreementExample agreement = new AgreementExample(HOUSEHOLD);
        agreement.households = 3;
        agreement.register = new Register(4, 1, Decimal.of(10), agreement.tariff.unit());
        agreement.read("2020-02-01", "9990.5").read("2020-03-01", "22.1");
        return billedTo("2020-03-01", agreement);
    }

    private static BillCases acrossNewYear() {
        return billedTo(
                "2024-01-16",
                new AgreementExample(HOUSEHOLD).read("2023-12-16", "4410").read("2024-01-16", "4560"));
    }

    private static BillCases nationalOffice() {
        BillCases bill = billedTo(
                "2020-06-01",
                new AgreementExample("onee/electricity-household")
                        .read("2020-04-01", "4410")
                        .estimated("2020-04-01", "180")
                        .read("2020-06-01", "4810"));
        bill.instalments = new InstalmentRule(Decimal.ONE, 2);
        bill.agreement.usualBill = Money.parse("150.00");
        return bill;
    }

    private static BillCases draft() {
        BillCases bill = billedTo(
                "2020-03-01",
                new AgreementExample(HOUSEHOLD).read("2020-02-01", "100").read("2020-03-01", "100"));
        bill.draft = true;
        return bill;
    }

    private BillDocument document(long serial) {
        AgreementInput input = agreement.input("C12045" + serial);
        BillingPolicy policy = new BillingPolicy(allocation, chain, 12, backBilling, instalments);
        String reference = (addressee == null ? FATIMA : addressee).reference().replace(" ", "");
        AccountInput account =
                new AccountInput(reference, billTo, billedOn, policy, Money.parse(arrears), List.of(input));
        DraftBill bill = AccountBilling.bill(account).bills().getFirst();
        return draft
                ? BillDocument.ofDraft(bill, account, addressee, placeholders(agreement.tariff))
                : BillDocument.of(
                        bill.issue(new BillNumber(4_200_000_000L + serial * 7919)),
                        account,
                        addressee,
                        placeholders(agreement.tariff));
    }

    static Function<ChargeLine, Optional<String>> placeholders(Tariff tariff) {
        TariffBook book = BillBooks.book(tariff.id()).orElseThrow();
        return line -> book.placeholderOf(line).map(TariffPlaceholder::why);
    }
}
