package org.taswiya.acceptance.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.utility.PostalAddress;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.einvoice.BillInvoice;
import org.taswiya.deliver.einvoice.CiiInvoice;
import org.taswiya.deliver.einvoice.EInvoice;
import org.taswiya.deliver.einvoice.EInvoice.Kind;
import org.taswiya.deliver.einvoice.EInvoiceOutcome;
import org.taswiya.deliver.einvoice.EInvoiceReason;
import org.taswiya.deliver.einvoice.UblInvoice;

/// Every golden bill is an invoice by the published rules of EN 16931, in both syntaxes, without so much as a warning.
class EInvoiceStandardTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "einvoices");
    private static final SortedMap<String, BillDocument> BILLS = GoldenInvoices.bills();

    private static EInvoiceOutcome outcome(String name, Language language) {
        BillDocument bill = Objects.requireNonNull(BILLS.get(name), name);
        return BillInvoice.of(bill, List.of(), GoldenInvoices.sender(bill), language);
    }

    private static EInvoice invoice(String name, Language language) {
        return switch (outcome(name, language)) {
            case EInvoiceOutcome.Made(var invoice) -> invoice;
            case EInvoiceOutcome.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    static Stream<String> invoiced() {
        return BILLS.keySet().stream().filter(name -> outcome(name, Language.EN) instanceof EInvoiceOutcome.Made);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoiced")
    void theInvoiceKeepsTheRules(String name) {
        requireValid(invoice(name, Language.FR));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"settled-charge, AR", "settled-charge, EN", "settled-credit, AR", "settled-credit, EN"})
    void itKeepsThemInEveryLanguage(String name, Language language) {
        requireValid(invoice(name, language));
    }

    /// A settlement and a credit note that name what they settle, one bill of the old system among it.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"settled-charge, FR", "settled-charge, AR", "settled-credit, EN", "settled-credit, AR"})
    void billsBeforeItKeepTheRules(String name, Language language) {
        BillDocument bill = Objects.requireNonNull(BILLS.get(name), name);
        List<PrecedingBill> preceding = List.of(
                new PrecedingBill("F/2019-117", LocalDate.of(2020, 2, 1)),
                new PrecedingBill("0000000017GM", LocalDate.of(2020, 3, 1)),
                new PrecedingBill("0000000042BQ", LocalDate.of(2020, 4, 1)));
        assertThat(BillInvoice.of(bill, preceding, GoldenInvoices.sender(bill), language))
                .isInstanceOfSatisfying(EInvoiceOutcome.Made.class, made -> {
                    requireValid(made.invoice());
                    assertThat(UblInvoice.of(made.invoice())).contains("<cbc:ID>F/2019-117</cbc:ID>");
                    assertThat(made.invoice().head().notes())
                            .as("in words all of them, whatever the syntax has room for")
                            .anyMatch(note -> note.contains("F/2019-117") && note.contains("0000000042BQ"));
                });
    }

    /// With an account to pay to, which none of the shipped utilities names.
    @Test
    void aTransferKeepsTheRules() {
        EInvoice invoice = invoice("settled-charge", Language.FR);
        EInvoice withAccount = new EInvoice(
                invoice.head(),
                invoice.seller(),
                invoice.buyer(),
                new EInvoice.Payment(invoice.payment().terms(), "MA64011519000001205000534921"),
                invoice.charges(),
                invoice.taxes(),
                invoice.lines(),
                invoice.totals());
        requireValid(withAccount);
        assertThat(UblInvoice.of(withAccount)).contains("<cbc:PaymentMeansCode>30<");
    }

    /// Of whom no more is known than has to be.
    @Test
    void aBareSenderAndBuyerKeepThem() {
        EInvoice invoice = invoice("settled-charge", Language.FR);
        requireValid(new EInvoice(
                invoice.head(),
                new EInvoice.Seller("U", "U", new PostalAddress("", "Town", "", "MA"), "1", "2", "", ""),
                new EInvoice.Buyer("B", "1", "", "MA"),
                invoice.payment(),
                invoice.charges(),
                invoice.taxes(),
                invoice.lines(),
                invoice.totals()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldens")
    void theBytesAreThoseOfTheFolder(String file) throws IOException {
        EInvoice invoice = invoice(file.substring(0, file.indexOf('.')), Language.FR);
        String written = file.endsWith(".ubl.xml") ? UblInvoice.of(invoice) : CiiInvoice.of(invoice);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN.resolve(file), written);
            fail("written anew: look at what changed, then test without golden.write");
        }
        assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve(file)));
    }

    static List<String> goldens() {
        return List.of(
                "settled-charge.ubl.xml",
                "settled-credit.ubl.xml",
                "national-office.ubl.xml",
                "energy-fed-in.ubl.xml",
                "arrears.cii.xml",
                "corrected-reading.cii.xml");
    }

    /// A meter read anew after bills of an old system of which only the totals came over.
    @Test
    void whatWasBilledByItsTotalAloneHasNoInvoice() {
        assertThat(rebilled(amounts -> Amounts.totals(amounts.net(), amounts.tax())))
                .isInstanceOfSatisfying(EInvoiceOutcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(EInvoiceReason.UNKNOWN_PARTS);
                    assertThat(refused.found()).contains("2020-03-01", "by its total alone");
                });
    }

    /// A charge of former days that comes back, at a rate that nobody knows.
    @Test
    void whatNoTariffKnowsHasNoInvoice() {
        assertThat(rebilled(amounts -> amounts.plus(
                        Amounts.itemised(Map.of("lamp", Money.parse("5.00")), Map.of("VAT", Money.parse("0.70"))))))
                .isInstanceOfSatisfying(EInvoiceOutcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(EInvoiceReason.UNKNOWN_RATES);
                    assertThat(refused.found()).contains("no lamp in");
                });
    }

    /// Tax that no rate gives: more than rounding leaves over.
    @Test
    void taxThatNoRateGivesHasNoInvoice() {
        assertThat(rebilled(amounts -> amounts.plus(Amounts.itemised(Map.of(), Map.of("VAT", Money.parse("1.00"))))))
                .isInstanceOfSatisfying(EInvoiceOutcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(EInvoiceReason.UNKNOWN_RATES);
                    assertThat(refused.found()).contains("rounding by period leaves");
                });
    }

    @Test
    void aUtilityThatHasNotSaidWhoItIsHasNoInvoices() {
        BillDocument bill = Objects.requireNonNull(BILLS.get("settled-charge"));
        assertThat(BillInvoice.of(bill, List.of(), UtilityProfile.plain("casablanca"), Language.FR))
                .isInstanceOfSatisfying(EInvoiceOutcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(EInvoiceReason.UNKNOWN_UTILITY);
                    assertThat(refused.found()).contains("utility.yaml");
                });
    }

    /// The settled charge, had its estimates been billed otherwise.
    private static EInvoiceOutcome rebilled(UnaryOperator<Amounts> change) {
        BillDocument bill = Objects.requireNonNull(BILLS.get("settled-charge"));
        List<BilledPeriod> billed = bill.agreement().billed().stream()
                .map(period -> new BilledPeriod(
                        period.range(),
                        period.usage(),
                        period.quality(),
                        change.apply(Objects.requireNonNull(period.amounts()))))
                .toList();
        AccountInput account = bill.account().with(List.of(bill.agreement().with(billed)));
        DraftBill draft = AccountBilling.bill(account).bills().getFirst();
        BillDocument other = BillDocument.of(
                draft.issue(Objects.requireNonNull(bill.number())), account, bill.addressee(), _ -> Optional.empty());
        return BillInvoice.of(other, List.of(), GoldenInvoices.sender(other), Language.FR);
    }

    private static void requireValid(EInvoice invoice) {
        Standard ubl = switch (invoice.head().kind()) {
            case INVOICE -> Standard.UBL_INVOICE;
            case CREDIT_NOTE -> Standard.UBL_CREDIT_NOTE;
        };
        assertThat(ubl.broken(UblInvoice.of(invoice))).isEmpty();
        String cii = CiiInvoice.of(invoice);
        assertThat(Standard.CII.broken(cii)).isEmpty();
        assertThat(Standard.FACTUR_X.broken(cii)).isEmpty();
        assertThat(Standard.FACTUR_X.broken(CiiInvoice.facturX(invoice))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoiced")
    void theInvoiceAsksForWhatTheBillAsksFor(String name) {
        Money total = Objects.requireNonNull(BILLS.get(name)).bill().total();
        EInvoice invoice = invoice(name, Language.FR);
        boolean isCredit = total.signum() < 0;
        assertThat(invoice.head().kind()).isEqualTo(isCredit ? Kind.CREDIT_NOTE : Kind.INVOICE);
        assertThat(invoice.totals().payable()).isEqualTo(isCredit ? total.negated() : total);
        assertThat(invoice.lines())
                .allSatisfy(line -> assertThat(line.price().signum()).isNotNegative());
    }

    @Test
    void allButTheseAreInvoiced() {
        assertThat(BILLS).hasSizeGreaterThanOrEqualTo(27);
        Set<String> invoiced = Set.copyOf(invoiced().toList());
        List<String> others =
                BILLS.keySet().stream().filter(name -> !invoiced.contains(name)).toList();
        assertThat(others).containsExactlyInAnyOrder("draft", "estimated-class-average");
        assertThat(outcome("draft", Language.EN))
                .isInstanceOfSatisfying(
                        EInvoiceOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(EInvoiceReason.DRAFT));
        assertThat(outcome("estimated-class-average", Language.EN))
                .isInstanceOfSatisfying(
                        EInvoiceOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(EInvoiceReason.UNKNOWN_BUYER));
    }

    /// A validator that lets everything pass would prove nothing.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sum     | (<cbc:LineExtensionAmount currencyID="MAD">)[^<]* | $1-1.00            | BR-CO-10
            order   | <cbc:BuyerReference>.*\\n                        | <cbc:Buyer>x</cbc:Buyer> | cvc-
            country | <cbc:IdentificationCode>MA                      | <cbc:IdentificationCode>ZZ | BR-CL-14
            price   | (<cbc:PriceAmount currencyID="MAD">)            | $1-               | BR-27
            """)
    void theValidatorFinds(String trap, String right, String wrong, String rule) {
        String xml = UblInvoice.of(invoice("settled-charge", Language.FR));
        String broken = xml.replaceFirst(right, wrong);
        assertThat(broken).isNotEqualTo(xml);
        assertThat(Standard.UBL_INVOICE.broken(broken).toString()).as(trap).contains(rule);
    }

    /// Programs read it: the marks of a page's tables and of its directions are no words.
    @ParameterizedTest(name = "{0}")
    @MethodSource("invoiced")
    void nothingInItIsForTheEye(String name) {
        for (Language language : Language.values()) {
            EInvoice invoice = invoice(name, language);
            assertThat(UblInvoice.of(invoice)).doesNotContainPattern("[▨■□\u200E\u200F\u202A-\u202E\u2066-\u2069]");
            assertThat(CiiInvoice.of(invoice)).doesNotContainPattern("[▨■□\u200E\u200F\u202A-\u202E\u2066-\u2069]");
        }
    }
}
