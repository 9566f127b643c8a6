package org.taswiya.deliver.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.BankOrder;
import org.taswiya.core.quantity.Money;
import org.xml.sax.SAXException;

/// Orders as files, word for word, and against the published schemas.
final class OrderFileTest {
    private static final BankAccountNumber OURS = new BankAccountNumber("MA64011519000001205000534921");
    private static final BankAccountNumber THEIRS = new BankAccountNumber("GB82WEST12345698765432");

    private static BankOrder order(String party, String text) {
        BankOrder.MandateTerms mandate = new BankOrder.MandateTerms("M-1", LocalDate.of(2020, 1, 31), true);
        BankOrder.MandateTerms used = new BankOrder.MandateTerms("M-2", LocalDate.of(2019, 1, 31), false);
        return new BankOrder(
                "TSW0000000001",
                LocalDateTime.of(2020, 6, 20, 9, 0),
                new BankOrder.Holder("Regie", OURS, "BMCEMAMC", "MA12ZZZ0001"),
                "MAD",
                LocalDate.of(2020, 6, 22),
                List.of(
                        new BankOrder.Line("RF0000000001", Money.parse("10.05"), THEIRS, party, text, mandate),
                        new BankOrder.Line("RF0000000002", Money.parse("1200"), OURS, "B", "refund", used)));
    }

    @Test
    void aTransferIsWrittenWithItsControlSums() {
        assertThat(CreditTransferFile.of(order("A. Alami", "credit")))
                .contains(
                        """
                        <MsgId>TSW0000000001</MsgId>
                        <CreDtTm>2020-06-20T09:00:00</CreDtTm>
                        <NbOfTxs>2</NbOfTxs>
                        <CtrlSum>1210.05</CtrlSum>
                        <InitgPty><Nm>Regie</Nm></InitgPty>
                        """,
                        "<ReqdExctnDt><Dt>2020-06-22</Dt></ReqdExctnDt>",
                        "<PmtId><EndToEndId>RF0000000001</EndToEndId></PmtId>",
                        "<InstdAmt Ccy=\"MAD\">10.05</InstdAmt>",
                        "<Cdtr><Nm>A. Alami</Nm></Cdtr>",
                        "<CdtrAcct><Id><IBAN>GB82WEST12345698765432</IBAN></Id></CdtrAcct>");
    }

    @Test
    void aDebitNamesItsMandate() {
        assertThat(DirectDebitFile.of(order("A. Alami", "bill")))
                .contains("<SeqTp>FRST</SeqTp>", "<SeqTp>RCUR</SeqTp>", "<MndtId>M-1</MndtId>")
                .contains("<DtOfSgntr>2020-01-31</DtOfSgntr>", "<Id>MA12ZZZ0001</Id>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A. Alami",
                "<b>&\"'",
                "فاطمة العلمي",
                "a\u0000\u0007b",
                "\ud83d\ude00",
                "\ud800x",
                "x\uFFFE",
                "\u0007"
            })
    void whatPeopleAreCalledNeverBreaksAFile(String name) throws Exception {
        String longName = name + "x".repeat(200);
        for (String party : List.of(name, longName)) {
            requireValid("pain.001.001.09", CreditTransferFile.of(order(party, party)));
            requireValid("pain.008.001.08", DirectDebitFile.of(order(party, party)));
        }
    }

    @Test
    void theSchemaRefusesWhatIsWrong() throws Exception {
        String good = CreditTransferFile.of(order("A", "b"));
        requireValid("pain.001.001.09", good);
        assertThat(isRefused(good.replace("<NbOfTxs>2<", "<NbOfTxs>two<"))).isTrue();
    }

    private static boolean isRefused(String text) {
        try {
            requireValid("pain.001.001.09", text);
            return false;
        } catch (SAXException | IOException _) {
            return true;
        }
    }

    private static void requireValid(String schema, String text) throws SAXException, IOException {
        String named = System.getenv("TASWIYA_ORACLE");
        Path folder = (named == null ? Path.of("..", "..", "shared", "oracle") : Path.of(named)).resolve("iso20022");
        assumeTrue(
                Files.isDirectory(folder),
                "no schemas: " + folder + " is not there; TASWIYA_ORACLE names the folder above it");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(folder.resolve(schema + ".xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
    }
}
