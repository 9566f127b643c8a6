package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.arrangement.Arrangement.ArrangedItem;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Schedule.Instalment;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.deliver.explain.ArrangementText.ArrangedPage;
import org.taswiya.deliver.explain.ReceiptPaper;
import org.taswiya.deliver.explain.ReceiptPaper.Balance;
import org.taswiya.deliver.explain.ReceiptText.PaidPage;
import org.taswiya.deliver.explain.SchedulePaper;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintedAccountPaper;
import org.taswiya.deliver.print.PrintedAccountPaper.AccountSheet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Receipts and schedules of instalments on paper.
final class AccountPaperTest {
    private static final ReceiptNumber NUMBER = new ReceiptNumber(42);
    private static final LocalDate DAY = LocalDate.of(2020, 6, 5);
    private static final Addressee ADDRESSEE = new Addressee(
            "فاطمة الزهراء الإدريسي", "Fatima-Zahra El Idrissi", "12, rue Atlas, 20100 Casablanca", "1204 551 837");

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static byte[] receipt(int items, Addressee to, @Nullable LocalDate reversedOn, PrintForm form) {
        List<Allocation> allocations = new ArrayList<>();
        Money paid = Money.ZERO;
        for (int i = 0; i < items; i++) {
            Money amount = Money.parse("12.40").plus(Money.ofMinor(i));
            ItemKey bill = ItemKey.bill(new BillNumber(i + 1L).toString());
            allocations.add(new Allocation(NUMBER.asCredit(), bill, amount, Money.ofMinor(3), true));
            paid = paid.plus(amount).plus(Money.ofMinor(3));
        }
        PaidPage page = new PaidPage(
                NUMBER,
                "1204 551 837",
                new Payment("1204551837", paid.plus(Money.parse("50.00")), DAY, Means.CASH, "till-1", null, List.of()),
                allocations,
                Money.ofMinor(3L * items),
                Money.parse("50.00"),
                reversedOn,
                "MAD");
        Balance balance = new Balance(DAY, Money.parse("17.35"), Money.ZERO);
        return PrintedAccountPaper.bytes(
                new AccountSheet(
                        language -> ReceiptPaper.of(page, balance, language),
                        page.number().toString(),
                        to,
                        DAY,
                        reversedOn != null),
                BillPaperTest.terms(form).utility(),
                form);
    }

    private static byte[] schedule(int instalments, PrintForm form) {
        List<Instalment> parts = new ArrayList<>();
        for (int i = 0; i < instalments; i++) {
            parts.add(new Instalment(DAY.plusMonths(i + 1L), Money.parse("155.56")));
        }
        Schedule schedule = new Schedule(parts);
        List<ArrangedItem> items =
                List.of(new ArrangedItem(ItemKey.bill(new BillNumber(17).toString()), schedule.total()));
        Arrangement arrangement = new Arrangement(3, "1204551837", DAY, items, schedule, 5, null);
        ArrangedPage page =
                new ArrangedPage(arrangement, arrangement.standingOn(DAY, List.of()), "1204 551 837", "MAD");
        return PrintedAccountPaper.bytes(
                new AccountSheet(language -> SchedulePaper.of(page, DAY, language), "3", ADDRESSEE, DAY, false),
                BillPaperTest.terms(form).utility(),
                form);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return BillPaperTest.plain(new PDFTextStripper().getText(read));
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return read.getNumberOfPages();
        }
    }

    /// A folder to look at, where one is named by `-Dtaswiya.look`.
    private static byte[] looked(String name, byte[] pdf) throws IOException {
        String folder = System.getProperty("taswiya.look");
        if (folder != null) {
            Files.write(Path.of(folder).resolve(name), pdf);
        }
        return pdf;
    }

    @ParameterizedTest
    @EnumSource
    void theyAreForKeepingAndForEveryReader(PrintForm form) throws Exception {
        for (int rows : List.of(1, 4, 60)) {
            String name = rows + "-" + form.code() + ".pdf";
            byte[] receipt = looked("receipt-" + name, receipt(rows, ADDRESSEE, null, form));
            byte[] schedule = looked("schedule-" + name, schedule(rows, form));
            for (byte[] pdf : List.of(receipt, schedule)) {
                BillPaperTest.assertValid(pdf, PDFAFlavour.PDFUA_1);
                BillPaperTest.assertValid(pdf, PDFAFlavour.PDFA_3_A);
                assertThat(pages(pdf)).isEqualTo(rows < 60 ? 1 : 2);
            }
            assertThat(receipt).isEqualTo(receipt(rows, ADDRESSEE, null, form));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FRENCH    | Reçu n° R0000000042BQ
            FRENCH    | Reçu de paiement
            FRENCH    | Reçu en espèces
            FRENCH    | quatre-vingt-dix-neuf dirhams et soixante-dix-huit centimes
            FRENCH    | Facture 0000000002AC 12,41 0,03
            FRENCH    | Ensemble 49,66 0,12
            FRENCH    | 50,00 DH restent à votre crédit
            FRENCH    | Au 5 juin 2020, il reste 17,35 DH à payer sur ce compte.
            FRENCH    | Fatima-Zahra El Idrissi
            ENGLISH   | Received in cash
            ENGLISH   | On 5 June 2020 17.35 DH is to be paid on this account.
            ARABIC    | وصل الأداء
            ARABIC    | فاطمة الزهراء الإدريسي
            BILINGUAL | Reçu de paiement
            BILINGUAL | وصل الأداء
            """)
    void aReceiptSays(PrintForm form, String words) throws IOException {
        assertThat(text(receipt(4, ADDRESSEE, null, form))).contains(BillPaperTest.plain(words));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FRENCH    | Facilité de paiement
            FRENCH    | À payer en 4 versements
            FRENCH    | 622,24 DH
            FRENCH    | six cent vingt-deux dirhams et vingt-quatre centimes
            FRENCH    | 1 5 juillet 2020 155,56 155,56 à venir
            FRENCH    | Ensemble 622,24 622,24
            FRENCH    | Elle porte sur : Facture 0000000017AR.
            ENGLISH   | Next: 155.56 DH by 5 July 2020.
            ARABIC    | تسهيل في الأداء
            BILINGUAL | Versements
            BILINGUAL | الأقساط
            """)
    void aScheduleSays(PrintForm form, String words) throws IOException {
        assertThat(text(schedule(4, form))).contains(BillPaperTest.plain(words));
    }

    /// A payment that was taken back is not to be shown as one that was made.
    @ParameterizedTest
    @EnumSource
    void aReceiptThatCountsNoMoreSaysSoFirst(PrintForm form) throws IOException {
        byte[] pdf = looked("void-" + form.code() + ".pdf", receipt(4, ADDRESSEE, DAY.plusDays(3), form));
        String said = text(pdf);
        assertThat(said).doesNotContain("restent à votre crédit", "Reçu en espèces", "Received in cash");
        if (form == PrintForm.FRENCH) {
            assertThat(said).contains("Ce paiement a été annulé le 8 juin 2020 : le reçu ne compte plus.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameOfThreeHundredLettersDoesNotBreakThePage(PrintForm form) throws Exception {
        for (String part : List.of("x", "م", "Abdelkader ")) {
            String name = part.repeat(300).substring(0, 300);
            byte[] pdf = receipt(4, new Addressee(name, name, "rue ".repeat(30).strip(), "1"), null, form);
            BillPaperTest.assertValid(pdf, PDFAFlavour.PDFUA_1);
            BillPaperTest.assertWithin(pdf, part + " in " + form);
            assertThat(pages(pdf)).isOne();
        }
    }
}
