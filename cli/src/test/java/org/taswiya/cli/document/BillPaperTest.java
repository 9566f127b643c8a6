package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.einvoice.BillInvoice;
import org.taswiya.deliver.einvoice.CiiInvoice;
import org.taswiya.deliver.einvoice.EInvoiceOutcome;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.intake.policy.UtilityProfileParser;
import org.taswiya.intake.policy.UtilityProfileReading;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// The bills of the golden folder on paper: read and judged by programs that are not ours.
class BillPaperTest {
    private static final Map<String, BillDocument> CASES = BillCases.all();
    private static final int BYTES_MOST = 60 * 1024;

    /// Settlements of a year or more: four or five pages in two languages.
    private static final Set<String> LONG = Set.of("settled-twelve-months", "back-billing-cut");

    private static final int BYTES_OF_A_YEAR = 82 * 1024;

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Set<String> cases() {
        return CASES.keySet();
    }

    static PrintTerms terms(PrintForm form) {
        try {
            UtilityProfileReading reading =
                    UtilityProfileParser.parse("casablanca", Path.of("../utilities/casablanca/utility.yaml"));
            UtilityProfile profile = ((UtilityProfileReading.Read) reading).profile();
            return new PrintTerms(profile, form, BillPaperTest::titles);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Language, String> titles(String tariff) {
        Map<Language, String> titles = new EnumMap<>(Language.class);
        BillBooks.book(tariff).ifPresent(book -> {
            for (Language language : Language.values()) {
                titles.put(language, book.title().in(language));
            }
        });
        return titles;
    }

    static byte[] paper(BillDocument document, PrintForm form) {
        return PrintedBill.bytes(BillToPrint.alone(document), terms(form));
    }

    private static BillDocument bill(String name) {
        return Objects.requireNonNull(CASES.get(name), name);
    }

    static void assertValid(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            List<String> faults = validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
            assertThat(faults).as(flavour.toString()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyBillIsForKeepingAndForEveryReader(String name) throws Exception {
        byte[] pdf = paper(bill(name), PrintForm.BILINGUAL);
        assertValid(pdf, PDFAFlavour.PDFA_3_A);
        assertValid(pdf, PDFAFlavour.PDFUA_1);
        assertThat(pdf).hasSizeLessThan(LONG.contains(name) ? BYTES_OF_A_YEAR : BYTES_MOST);
    }

    @ParameterizedTest
    @EnumSource
    void inEveryForm(PrintForm form) throws Exception {
        byte[] pdf = paper(bill("settled-credit"), form);
        assertValid(pdf, PDFAFlavour.PDFA_3_A);
        assertValid(pdf, PDFAFlavour.PDFUA_1);
        assertThat(pdf).hasSizeLessThan(BYTES_MOST).isEqualTo(paper(bill("settled-credit"), form));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    /// Without the points, whose order programs see differently, and with one kind of space.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\u064B-\u0652\u200E\u200F\u2066-\u2069]", "")
                .replaceAll("[\\s\u00A0]+", " ");
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            settled-credit     | FRENCH    | 490,09 DH
            settled-credit     | FRENCH    | quatre cent quatre-vingt-dix dirhams et neuf centimes
            settled-credit     | FRENCH    | Facture d’électricité
            settled-credit     | FRENCH    | Sur ce qui avait été facturé, il y avait 490,09 DH de trop
            settled-credit     | FRENCH    | −155,62
            settled-credit     | FRENCH    | Fatima-Zahra El Idrissi
            settled-credit     | ARABIC    | فاتورة الكهرباء
            settled-credit     | ARABIC    | فاطمة الزهراء الإدريسي
            settled-credit     | ARABIC    | توزيع الماء والكهرباء بالدار البيضاء
            settled-credit     | BILINGUAL | فاتورة الكهرباء
            settled-credit     | BILINGUAL | Facture d’électricité
            settled-charge     | ENGLISH   | To pay by 22 July 2020
            professional-water | FRENCH    | Salon Annakhil
            draft              | ENGLISH   | draft, not issued
            arrears            | FRENCH    | Il reste 1 112,40 DH
            instalment-offer   | ENGLISH   | Pay by 22 June 2020 22 July 2020 22 August 2020 Amount (DH) 466.68 466.68
            """)
    void whatIsPrintedCanBeSearchedAndCopied(String name, PrintForm form, String words) throws IOException {
        assertThat(plain(text(paper(bill(name), form)))).contains(plain(words));
    }

    /// Of whoever nobody can reach, in the language of the paper; not on one that was taken back, nor on a copy.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARABIC    | لا نعرف لكم هاتفا ولا بريدا إلكترونيا
            FRENCH    | ni téléphone ni e-mail
            ENGLISH   | neither a telephone number nor an e-mail address
            BILINGUAL | ni téléphone ni e-mail
            """)
    void theFootAsksHowACustomerIsReachedWhereNobodyKnows(PrintForm form, String words) throws IOException {
        BillToPrint known = BillToPrint.alone(bill("arrears"));
        BillToPrint unknown = BillToPrint.of(bill("arrears"), List.of(), Map.of(), List.of(), true);
        BillToPrint copy = unknown.certified(new BillToPrint.Certified(1, LocalDate.of(2020, 7, 1), "Salma"));
        assertThat(said(unknown, form)).contains(plain(words));
        for (BillToPrint other : List.of(known, unknown.cancelled(), copy)) {
            assertThat(said(other, form)).doesNotContain(plain(words));
        }
        byte[] pdf = PrintedBill.bytes(unknown, terms(form));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
        }
    }

    private static String said(BillToPrint bill, PrintForm form) throws IOException {
        return plain(text(PrintedBill.bytes(bill, terms(form))));
    }

    /// Arabic keeps a number from being turned round, which makes it no other number.
    @Test
    void inTwoLanguagesTheInstalmentsAreNumberedOnce() throws IOException {
        assertThat(text(paper(bill("instalment-offer"), PrintForm.BILINGUAL)).lines())
                .map(BillPaperTest::plain)
                .filteredOn(line -> line.replaceAll("[^0-9]+", " ").strip().equals("1 2 3"))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}, at most {1}, {2}")
    @CsvSource({
        "estimated-two-years, 1, ARABIC",
        "arrears, 1, ARABIC",
        "estimated-suspended, 1, ARABIC",
        "estimated-suspended, 2, FRENCH",
        "estimated-two-years, 1, FRENCH",
        "professional-water, 1, FRENCH",
        "arrears, 1, FRENCH",
        "settled-credit, 2, ARABIC",
        "settled-charge, 2, ARABIC",
        "water-and-sanitation, 2, ARABIC",
        "settled-twelve-months, 3, ARABIC",
        "estimated-two-years, 1, BILINGUAL",
        "estimated-recent-average, 1, BILINGUAL",
        "professional-water, 1, BILINGUAL",
        "rollover-shared-meter, 1, BILINGUAL",
        "across-new-year-2024, 1, BILINGUAL",
        "arrears, 1, BILINGUAL",
        "estimated-own-reading, 2, BILINGUAL",
        "settled-credit, 3, BILINGUAL",
        "settled-twelve-months, 4, BILINGUAL",
        "back-billing-cut, 5, BILINGUAL"
    })
    void pagesAreFew(String name, int most, PrintForm form) throws IOException {
        try (PDDocument read = Loader.loadPDF(paper(bill(name), form))) {
            assertThat(read.getNumberOfPages()).isLessThanOrEqualTo(most);
        }
    }

    private static BillDocument to(String name, String address) {
        BillDocument plain = bill("settled-credit");
        return new BillDocument(
                plain.number(),
                plain.bill(),
                plain.account(),
                plain.agreement(),
                new Addressee(name, name, address, "1204 551 837"),
                plain.placeholders());
    }

    /// All lines of the window, top to bottom.
    static String window(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            PDFTextStripperByArea window = new PDFTextStripperByArea();
            window.addRegion("window", new Rectangle2D.Double(316, 104, 240, 88));
            window.extractRegions(read.getPage(0));
            return plain(window.getTextForRegion("window")).strip();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            three hundred letters without a space | 300 | x     | 30  | 12 rue~
            three hundred letters and a long way  | 300 | x     | 200 | 12 rue~
            a name of words                       | 30  | Abdel~ | 200 | rue~
            an address of one word                | 3   | Ali~  | 200 | r
            """)
    void theAddressIsAlwaysThereWhole(String trap, int times, String name, int length, String street)
            throws IOException {
        String address =
                street.replace('~', ' ').repeat(length).substring(0, length).strip();
        BillDocument document = to(name.replace('~', ' ').repeat(times).strip(), address);
        for (PrintForm form : PrintForm.values()) {
            String window = window(paper(document, form));
            assertThat(window.replace(" ", "")).as(trap + " in " + form).endsWith(address.replace(" ", ""));
            assertThat(window.contains("…")).as(trap + " in " + form).isEqualTo(times > 3);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an override       | Ali \u202Edraw   | Ali draw
            an embedding      | Ali \u202Bdraw   | Ali draw
            an open isolate   | Ali \u2067draw   | Ali draw
            a line feed       | Ali\\ndraw       | Ali draw
            a tab             | Ali\\tdraw       | Ali draw
            """)
    void aNameTurnsNothingRound(String trap, String name, String read) throws IOException {
        BillDocument document = to(name.translateEscapes(), "rue 1");
        for (PrintForm form : PrintForm.values()) {
            assertThat(plain(text(paper(document, form)))).as(trap).contains(read);
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            settled-credit   | FRENCH  | Votre crédit                   | true
            settled-credit   | FRENCH  | Il règle de lui-même           | true
            settled-credit   | FRENCH  | Pour payer                     | false
            settled-credit   | FRENCH  | Auprès des points de paiement  | false
            settled-credit   | FRENCH  | Téléphone : 05 00 00 00 00     | true
            settled-credit   | ARABIC  | رصيدكم                         | true
            settled-credit   | ARABIC  | للأداء                         | false
            settled-exactly  | ENGLISH | How to pay                     | false
            settled-exactly  | ENGLISH | Questions?                     | true
            settled-charge   | FRENCH  | Pour payer                     | true
            settled-credit   | FRENCH  | Ensemble : 490,09 DH en votre faveur         | true
            settled-charge   | FRENCH  | Ensemble : 343,20 DH à payer   | true
            settled-credit   | FRENCH  | −155,62 DH                     | true
            settled-credit   | FRENCH  | Taxe audiovisuelle (TPPAN) −84,40 DH         | true
            settled-charge   | FRENCH  | tout à 1,0220                  | true
            settled-credit   | FRENCH  | tout à                         | false
            settled-credit   | BILINGUAL | Écart (DH) الفرق (درهم)      | true
            settled-credit   | BILINGUAL | Index المؤشر                 | true
            """)
    void thePaperSays(String name, PrintForm form, String words, boolean isSaid) throws IOException {
        String read = plain(text(paper(bill(name), form)));
        if (isSaid) {
            assertThat(read).contains(plain(words));
        } else {
            assertThat(read).doesNotContain(plain(words));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            three hundred letters without a space | xxxxxxxxxx
            three hundred Arabic letters          | مممممممممم
            words                                 | Abdelkader~
            emoji                                 | 😀😀😀😀😀
            mixed scripts                         | علي Ali 中~
            a line break                          | a_b
            """)
    void nothingRunsOverTheEdge(String trap, String part) throws Exception {
        String name = part.replace("_", "\n").replace('~', ' ').repeat(30);
        BillDocument document = to(name, name);
        for (PrintForm form : PrintForm.values()) {
            byte[] pdf = paper(document, form);
            assertValid(pdf, PDFAFlavour.PDFUA_1);
            assertWithin(pdf, trap + " in " + form);
        }
    }

    static void assertWithin(byte[] pdf, String what) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    assertThat(at.getXDirAdj()).as(what + ", left").isGreaterThan(40);
                    assertThat(at.getXDirAdj() + at.getWidthDirAdj())
                            .as(what + ", right")
                            .isLessThan(555);
                    super.processTextPosition(at);
                }
            }.getText(read);
        }
    }

    @Test
    void theInvoiceIsInside() throws IOException {
        BillDocument document = bill("settled-credit");
        UtilityProfile sender = terms(PrintForm.FRENCH).utility();
        String invoice = switch (BillInvoice.of(document, List.of(), sender, Language.FR)) {
            case EInvoiceOutcome.Made(var made) -> CiiInvoice.of(made);
            case EInvoiceOutcome.Refused(var reason, var found) -> reason + ": " + found;
        };
        try (PDDocument read = Loader.loadPDF(paper(document, PrintForm.FRENCH))) {
            var files = read.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("factur-x.xml");
            assertThat(Objects.requireNonNull(files.get("factur-x.xml"))
                            .getEmbeddedFile()
                            .toByteArray())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(invoice);
        }
    }

    @Test
    void aDraftIsNoInvoice() throws IOException {
        try (PDDocument read = Loader.loadPDF(paper(bill("draft"), PrintForm.FRENCH))) {
            assertThat(read.getDocumentCatalog().getNames()).isNull();
        }
    }
}
