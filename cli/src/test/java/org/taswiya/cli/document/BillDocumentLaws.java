package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.document.CheckedDocument.Recomputed;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.estimation.PastUse;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.utility.PostalAddress;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.einvoice.BillInvoice;
import org.taswiya.deliver.einvoice.CiiInvoice;
import org.taswiya.deliver.einvoice.EInvoiceOutcome;
import org.taswiya.deliver.einvoice.EInvoiceReason;
import org.taswiya.deliver.einvoice.UblInvoice;
import org.taswiya.deliver.explain.Explanation;

/// Whatever is billed, its document verifies, comes back as the same bytes, and can be told in every language.
class BillDocumentLaws {
    private static final DocumentCheck CHECK = new DocumentCheck(BillCases.LIBRARY::read);
    private static final List<String> TARIFFS = List.of(
            "casablanca/electricity-household",
            "casablanca/electricity-professional",
            "casablanca/public-lighting",
            "casablanca/water-household",
            "casablanca/water-professional",
            "onee/electricity-household");
    private static final List<String> WORDS =
            List.of("", "Ali", "سلمى بنت \"أحمد\"", "a\\b\n\tc", "é\u0001\u2028", "😀 {x} }],:", "  ");

    private static final UtilityProfile SENDER = sender();

    private static UtilityProfile sender() {
        UtilityProfile plain = UtilityProfile.plain("sampletown");
        return new UtilityProfile(
                plain.utility(),
                plain.legalName(),
                plain.names(),
                plain.addresses(),
                new PostalAddress("", "Sampletown", "", "MA"),
                "000000000000000",
                "00000000",
                "",
                "",
                "",
                "",
                plain.waysToPay(),
                plain.help(),
                plain.colours(),
                null,
                null);
    }

    @Property(tries = 300)
    void anyBillVerifiesComesBackAndCanBeTold(@ForAll long seed) {
        BillDocument document = new RandomBill(new Random(seed)).document();
        Statistics.label("basis")
                .collect(
                        document == null
                                ? "held"
                                : document.bill().basis() instanceof Basis.OnEstimate ? "estimate" : "reading")
                .coverage(coverage -> {
                    coverage.check("estimate").percentage(share -> share > 10);
                    coverage.check("reading").percentage(share -> share > 30);
                });
        if (document == null) {
            return;
        }
        CheckedDocument checked = CHECK.check("bill.json", document.bytes());
        assertThat(CheckedDocumentText.faults(checked)).isEmpty();
        assertThat(checked).isInstanceOf(Recomputed.class);
        assertThat(((Recomputed) checked).recomputed().bytes()).isEqualTo(document.bytes());
        for (Language language : Language.values()) {
            assertThat(Explanation.of(document, null, language, true))
                    .as("a text in %s with every value filled in", language)
                    .doesNotContainPattern("\\{[a-z]+}(?<!\\{x})");
        }
    }

    /// What a named bill asks for, its invoice asks for, to the centime.
    @Property(tries = 600)
    void anyNamedBillIsAnInvoiceThatAsksForAsMuch(@ForAll long seed) {
        BillDocument document = new RandomBill(new Random(seed)).document();
        if (document == null || document.number() == null || document.addressee() == null) {
            return;
        }
        Money total = document.bill().total();
        for (Language language : Language.values()) {
            switch (BillInvoice.of(document, List.of(), SENDER, language)) {
                case EInvoiceOutcome.Made(var invoice) -> {
                    Statistics.label("invoice").collect("made");
                    assertThat(invoice.totals().payable()).isEqualTo(total.max(total.negated()));
                    assertThat(UblInvoice.of(invoice) + CiiInvoice.of(invoice))
                            .as("a text in %s with every value filled in", language)
                            .doesNotContainPattern("\\{[a-z]+}(?<!\\{x})");
                }
                case EInvoiceOutcome.Refused(var reason, var found) -> {
                    Statistics.label("invoice").collect(reason);
                    assertThat(reason)
                            .as(found)
                            .isIn(
                                    EInvoiceReason.UNKNOWN_BUYER,
                                    EInvoiceReason.UNKNOWN_PARTS,
                                    EInvoiceReason.UNKNOWN_RATES);
                }
            }
        }
    }

    private static final class RandomBill {
        private final Random random;
        private final Tariff tariff;
        private final int decimals;
        private final LocalDate start;
        private LocalDate end;

        RandomBill(Random random) {
            this.random = random;
            this.tariff = BillCases.LIBRARY.tariff(oneOf(TARIFFS)).orElseThrow();
            this.decimals = random.nextInt(3);
            this.start = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000));
            this.end = start;
        }

        @Nullable BillDocument document() {
            AgreementInput agreement = agreement();
            LocalDate billTo = end.plusDays(20L + random.nextInt(40));
            AccountInput account = new AccountInput(
                    "1204551837",
                    billTo,
                    billTo.plusDays(random.nextInt(9)),
                    policy(),
                    Money.ofMinor(random.nextInt(3) * 12_345L),
                    List.of(agreement),
                    random.nextInt(5) == 0 ? billTo.plusDays(9L + random.nextInt(30)) : null);
            List<DraftBill> bills = AccountBilling.bill(account).bills();
            if (bills.isEmpty()) {
                return null;
            }
            Addressee addressee =
                    maybe() ? new Addressee(oneOf(WORDS), oneOf(WORDS), oneOf(WORDS), "1204 551 837") : null;
            DraftBill bill = bills.getFirst();
            return maybe()
                    ? BillDocument.ofDraft(bill, account, addressee, BillCases.placeholders(tariff))
                    : BillDocument.of(
                            bill.issue(new BillNumber(1 + random.nextInt(1_000_000))),
                            account,
                            addressee,
                            BillCases.placeholders(tariff));
        }

        private AgreementInput agreement() {
            Decimal multiplier = oneOf(List.of(Decimal.ONE, Decimal.of(20), Decimal.parse("0.5")));
            Integer digits = maybe() ? Integer.valueOf(4 + random.nextInt(3)) : null;
            List<Reading> readings = new ArrayList<>();
            List<BilledPeriod> billed = new ArrayList<>();
            Decimal value = quantity(9_000);
            readings.add(new ActualReading(start, value, oneOf(WORDS)));
            int periods = random.nextInt(6);
            for (int i = 0; i < periods; i++) {
                DateRange period = DateRange.of(end, end.plusDays(20L + random.nextInt(25)));
                end = period.to();
                billed.add(billed(period));
                if (maybe()) {
                    readings.add(new EstimatedReading(end, value, oneOf(WORDS)));
                }
            }
            boolean read = random.nextInt(4) > 0;
            if (read) {
                LocalDate last = end.plusDays(periods == 0 ? 30 : random.nextInt(40) - 5L);
                Decimal usage = quantity(900);
                if (random.nextInt(4) == 0) {
                    readings.add(new CustomerReading(start.plusDays(7), value, oneOf(WORDS)));
                }
                readings.add(new ActualReading(last, value.plus(usage), oneOf(WORDS)));
            }
            List<MeterExchange> exchanges = read && random.nextInt(5) == 0
                    ? List.of(new MeterExchange(
                            start.plusDays(9),
                            value.plus(quantity(9)),
                            value,
                            random.nextBoolean() ? null : new Register(digits, decimals, Decimal.of(2), tariff.unit())))
                    : List.of();
            return new AgreementInput(
                    "C" + (10_000 + random.nextInt(90_000)),
                    tariff,
                    1 + random.nextInt(3),
                    new Register(digits, decimals, multiplier, tariff.unit()),
                    readings,
                    exchanges,
                    billed,
                    history(),
                    random.nextInt(6) == 0 ? List.of(DateRange.of(start, start.plusDays(400))) : List.of(),
                    random.nextInt(6) == 0
                            ? List.of(
                                    new ReadingSuspension(DateRange.of(start, end.plusDays(9)), "§ 7 " + oneOf(WORDS)))
                            : List.of(),
                    maybe() ? ClassUse.learn(meters(), DateRange.of(end, end.plusDays(30)), methods()) : null,
                    random.nextInt(4) == 0 ? quantity(9_000) : null,
                    maybe() ? Money.ofMinor(random.nextInt(30_000)) : null,
                    random.nextInt(4) == 0 ? oneOf(WORDS) : null,
                    switch (random.nextInt(6)) {
                        case 0 -> new EstimateInstruction.Stated(quantity(900));
                        case 1 -> new EstimateInstruction.ByMethod(oneOf(methods()));
                        default -> null;
                    });
        }

        private List<PastUse> meters() {
            return Stream.generate(() -> PastUse.of(history()))
                    .limit(random.nextInt(40))
                    .toList();
        }

        private BilledPeriod billed(DateRange period) {
            Decimal usage = quantity(700);
            Amounts amounts = Amounts.of(tariff.resolve(period, 1).rate(Fraction.of(usage)));
            return new BilledPeriod(
                    period,
                    usage,
                    random.nextInt(4) == 0 ? UsageQuality.ACTUAL : UsageQuality.ESTIMATED,
                    switch (random.nextInt(3)) {
                        case 0 -> null;
                        case 1 -> amounts;
                        default -> Amounts.totals(amounts.net(), amounts.tax());
                    });
        }

        private List<Usage> history() {
            List<Usage> history = new ArrayList<>();
            int months = random.nextInt(30);
            for (int i = months; i > 0; i--) {
                DateRange range = DateRange.of(start.minusDays(30L * i), start.minusDays(30L * (i - 1)));
                history.add(new Usage(range, quantity(500), oneOf(List.of(UsageQuality.values()))));
            }
            return history;
        }

        /// One of each kind, the recent average of any number of periods.
        private List<EstimationMethod> methods() {
            int periods = EstimationMethod.PERIODS_LEAST
                    + random.nextInt(EstimationMethod.PERIODS_MOST - EstimationMethod.PERIODS_LEAST + 1);
            return EstimationMethod.values().stream()
                    .map(method -> method.periods() == 0 ? method : new EstimationMethod(method.kind(), periods))
                    .toList();
        }

        private BillingPolicy policy() {
            return new BillingPolicy(
                    oneOf(List.of(
                            new AllocationPolicy.ByDays(),
                            new AllocationPolicy.EstimateShape(),
                            new AllocationPolicy.Favourable(Decimal.parse("0.25")))),
                    methods(),
                    12,
                    maybe() ? new BackBillingRule(1 + random.nextInt(4), oneOf(List.of(Anchor.values()))) : null,
                    maybe() ? new InstalmentRule(Decimal.parse("0.5"), 2 + random.nextInt(5)) : null);
        }

        private Decimal quantity(int most) {
            return Decimal.ofSteps(random.nextInt(most * 10), Math.min(1, decimals));
        }

        private boolean maybe() {
            return random.nextBoolean();
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
