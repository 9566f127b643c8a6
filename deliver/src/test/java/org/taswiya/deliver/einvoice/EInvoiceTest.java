package org.taswiya.deliver.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.utility.PostalAddress;
import org.taswiya.deliver.einvoice.EInvoice.DocumentCharge;
import org.taswiya.deliver.einvoice.EInvoice.Kind;
import org.taswiya.deliver.einvoice.EInvoice.Totals;
import org.taswiya.deliver.einvoice.EInvoice.VatRate;

class EInvoiceTest {
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 1));

    /// Lines as `net at rate`, a levy, what the bill asks for; then the sums as anyone would write them down.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            oneRate          | 124.82 0.14 | 0 | 142.29            | 124.82 | 17.47 | 142.29 | 0.00
            taxOnTheSum      | 0.25 0.14, 0.25 0.14 | 0 | 0.58     | 0.50   | 0.07  | 0.57   | 0.01
            threeRates       | 124.82 0.14, 6.50 0.20, 1.40 0.07 | 0 | 151.59 | 132.72 | 18.87 | 151.59 | 0.00
            halfACentimeUp   | 1.50 0.07 | 0 | 1.61                | 1.50   | 0.11  | 1.61   | 0.00
            exempt           | 47.77 0 | 0 | 47.77                 | 47.77  | 0.00  | 47.77  | 0.00
            withALevy        | 296.61 0.14 | 38.00 | 376.14        | 334.61 | 41.53 | 376.14 | 0.00
            levyComesBack    | 296.61 0.14 | -38.00 | 300.14       | 258.61 | 41.53 | 300.14 | 0.00
            eitherSign       | 100.00 0.14, -40.00 0.20 | 0 | 66.00 | 60.00 | 6.00  | 66.00  | 0.00
            belowZeroAtARate | 0.50 0.14, -1.50 0.07 | 0 | -1.04   | -1.00  | -0.04 | -1.04  | 0.00
            nothing          | 0.00 0.14 | 0 | 0.00                | 0.00   | 0.00  | 0.00   | 0.00
            """)
    void sumsAreThoseOfTheStandard(
            String trap, String lines, String levy, String asked, String net, String tax, String gross, String rest) {
        EInvoice invoice = invoice(lines, levy, asked);
        Totals totals = invoice.totals();
        assertThat(List.of(totals.net(), totals.tax(), totals.gross(), totals.rounding()))
                .as(trap)
                .containsExactly(Money.parse(net), Money.parse(tax), Money.parse(gross), Money.parse(rest));
        assertThat(totals.payable()).isEqualTo(Money.parse(asked));
    }

    @Test
    void taxesStandByRateTheExemptFirst() {
        EInvoice invoice = invoice("1 0.20, 2 0.07, 3 0, 4 0.07", "5", "15.62");
        assertThat(invoice.taxes())
                .extracting(group -> group.vat().category().code() + " "
                        + group.vat().percent() + " " + group.base() + " " + group.tax() + " " + group.exemption())
                .containsExactly("E 0 8.00 0.00 why", "S 7 6.00 0.42 ", "S 20 1.00 0.20 ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            BR-CO-10 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0
            BR-CO-11 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0
            BR-CO-12 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0
            BR-CO-13 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0
            BR-CO-14 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0
            BR-CO-15 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0
            BR-CO-16 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0
            BR-CO-16 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1
            """)
    void anInvoiceThatDoesNotAddUpIsABug(
            String rule,
            long lines,
            long allowances,
            long charges,
            long net,
            long tax,
            long gross,
            long rest,
            long pay) {
        EInvoice good = invoice("124.82 0.14", "38.00", "180.29");
        Totals right = good.totals();
        Totals wrong = new Totals(
                more(right.lines(), lines),
                more(right.allowances(), allowances),
                more(right.charges(), charges),
                more(right.net(), net),
                more(right.tax(), tax),
                more(right.gross(), gross),
                more(right.rounding(), rest),
                more(right.payable(), pay));
        assertThatThrownBy(() -> new EInvoice(
                        good.head(),
                        good.seller(),
                        good.buyer(),
                        good.payment(),
                        good.charges(),
                        good.taxes(),
                        good.lines(),
                        wrong))
                .hasMessageContaining(rule);
    }

    private static Money more(Money amount, long minor) {
        return amount.plus(Money.ofMinor(minor));
    }

    @Test
    void taxThatIsNotItsShareIsABug() {
        EInvoice good = invoice("124.82 0.14", "0", "142.29");
        EInvoice.TaxGroup group = good.taxes().getFirst();
        EInvoice.TaxGroup less = new EInvoice.TaxGroup(group.vat(), group.base(), Money.parse("17.46"), "");
        assertThat(InvoiceRules.broken(good.charges(), List.of(less), good.lines(), good.totals()))
                .containsExactly("BR-CO-14", "BR-CO-17");
        EInvoice.TaxGroup otherBase = new EInvoice.TaxGroup(group.vat(), Money.parse("124.81"), group.tax(), "");
        assertThat(InvoiceRules.broken(good.charges(), List.of(otherBase), good.lines(), good.totals()))
                .containsExactly("BR-S-08");
        assertThat(InvoiceRules.broken(List.of(), List.of(), List.of(), good.totals()))
                .contains("BR-16", "BR-CO-18");
    }

    @ParameterizedTest(name = "{0} at {1} is not {2}")
    @CsvSource({"1, -1, 1", "1, 2, -2", "-1, 2, 2"})
    void aPriceIsNeverBelowZeroAndTheQuantityBearsTheSign(String quantity, String price, String net) {
        assertThatThrownBy(() -> new InvoiceLine(
                        "Energy",
                        "",
                        Decimal.parse(quantity),
                        "KWH",
                        Decimal.parse(price),
                        Money.parse(net),
                        MARCH,
                        VatRate.EXEMPT,
                        List.of()))
                .hasMessageContaining("Energy");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() {
        EInvoice good = invoice("1 0.14", "0", "1.14");
        EInvoice.Buyer odd = new EInvoice.Buyer("A<&>\u0001B\uFFFE", "1", "x\ny", "MA");
        EInvoice invoice = new EInvoice(
                good.head(),
                good.seller(),
                odd,
                good.payment(),
                good.charges(),
                good.taxes(),
                good.lines(),
                good.totals());
        assertThat(UblInvoice.of(invoice))
                .contains("A&lt;&amp;&gt; B<", ">x y<")
                .isEqualTo(UblInvoice.of(invoice));
        assertThat(CiiInvoice.of(invoice))
                .contains("A&lt;&amp;&gt; B<", ">x y<")
                .isEqualTo(CiiInvoice.of(invoice));
    }

    /// D16B has room for one, UBL and the D22B of Factur-X for all.
    @Test
    void billsBeforeItAreNamedAsManyAsThereIsRoomFor() {
        EInvoice invoice = invoice(
                "1 0.14",
                "0",
                "1.14",
                List.of(
                        new PrecedingBill("OLD/7", LocalDate.of(2020, 1, 31)),
                        new PrecedingBill("0000000042BQ", LocalDate.of(2020, 3, 1))));
        assertThat(UblInvoice.of(invoice).replace("\n", ""))
                .contains("<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>OLD/7</cbc:ID>"
                        + "<cbc:IssueDate>2020-01-31</cbc:IssueDate></cac:InvoiceDocumentReference>")
                .contains("<cbc:ID>0000000042BQ</cbc:ID><cbc:IssueDate>2020-03-01</cbc:IssueDate>");
        String last = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>0000000042BQ</ram:IssuerAssignedID>"
                + "<ram:FormattedIssueDateTime><qdt:DateTimeString format=\"102\">20200301</qdt:DateTimeString>"
                + "</ram:FormattedIssueDateTime></ram:InvoiceReferencedDocument>";
        assertThat(CiiInvoice.of(invoice).replace("\n", "")).contains(last).doesNotContain("OLD/7");
        assertThat(CiiInvoice.facturX(invoice).replace("\n", ""))
                .contains("<ram:IssuerAssignedID>OLD/7</ram:IssuerAssignedID>", last);
    }

    private static EInvoice invoice(String nets, String levy, String asked) {
        return invoice(nets, levy, asked, List.of());
    }

    private static EInvoice invoice(String nets, String levy, String asked, List<PrecedingBill> preceding) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (String line : nets.split(", ", -1)) {
            Money net = Money.parse(line.split(" ", -1)[0]);
            lines.add(new InvoiceLine(
                    "Energy",
                    "",
                    Decimal.of(net.signum() < 0 ? -1 : 1),
                    "C62",
                    Decimal.parse(net.max(net.negated()).toString()),
                    net,
                    MARCH,
                    VatRate.of(Decimal.parse(line.split(" ", -1)[1])),
                    List.of()));
        }
        Money charged = Money.parse(levy);
        List<DocumentCharge> charges = charged.isZero()
                ? List.of()
                : List.of(new DocumentCharge(
                        charged.signum() > 0, "Levy", charged.max(charged.negated()), VatRate.EXEMPT));
        EInvoice.Head head = new EInvoice.Head(
                Kind.INVOICE,
                "1",
                MARCH.to(),
                MARCH.to(),
                "MAD",
                "account",
                "contract",
                preceding,
                MARCH,
                List.of("note"));
        PostalAddress address = new PostalAddress("", "Town", "", "MA");
        EInvoice.Seller seller = new EInvoice.Seller("Utility SA", "Utility", address, "1", "2", "", "");
        EInvoice.Buyer buyer = new EInvoice.Buyer("Somebody", "account", "", "MA");
        return EInvoice.of(
                head, seller, buyer, new EInvoice.Payment("terms", ""), charges, lines, "why", Money.parse(asked));
    }
}
