package org.taswiya.intake.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankStatement;
import org.taswiya.core.bank.BankTransaction;
import org.xml.sax.SAXException;

/// Published samples: what the schema refuses is refused, and of what it accepts what does not tie is refused too.
final class BankSamplesTest {
    private final List<BankEntry> entries = new ArrayList<>();

    private static Path samples() {
        String named = System.getenv("TASWIYA_ORACLE");
        Path folder = (named == null ? Path.of("..", "..", "shared", "oracle") : Path.of(named)).resolve("iso20022");
        assumeTrue(
                Files.isDirectory(folder),
                "no samples: " + folder + " is not there; TASWIYA_ORACLE names the folder above it");
        return folder;
    }

    @Test
    void everyCamtSampleIsInTheTableBelow() throws IOException {
        try (var files = Files.list(samples())) {
            assertThat(files.map(Path::getFileName).map(Path::toString).filter(name -> name.matches("camt.*xml")))
                    .hasSize(7);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // sample; its schema; whether the schema accepts it; what becomes of it: a reason, or the amounts
        "camt053.v2.wrong.xml,         camt.053.001.02, false, missing-field",
        "camt053.v2.five.decimals.xml, camt.053.001.02, true,  balance-does-not-tie", // 18.150 and 8.850, but 27.050
        "camt053.v2.minimal.xml,       camt.053.001.02, true,  other-currency", // closes in SEK what it opens in EUR
        "camt053.v8.xml,               camt.053.001.08, true,  other-currency",
        "camt054.v2.xml,               camt.054.001.02, true,  -200000.00", // three parts without amounts: stays whole
        "camt054.v8.xml,               camt.054.001.08, true,  -200000.00", // parts in another currency: stays whole
        "camt052.v8.xml,               camt.052.001.08, true,  not-a-statement",
    })
    void samplesAreTakenOrRefused(String name, String schema, boolean isValid, String expected) throws Exception {
        Path file = samples().resolve(name);
        assertThat(accepts(samples().resolve(schema + ".xsd").toFile(), file)).isEqualTo(isValid);
        String came = new StatementFile(file)
                .check(new StatementFile.Receiver() {
                    @Override
                    public void statement(BankStatement statement) {
                        assertThat(statement.account()).isNotEmpty();
                    }

                    @Override
                    public void entry(BankEntry entry) {
                        entries.add(entry);
                    }
                })
                .map(refusal -> refusal.fault().code())
                .orElseGet(() -> String.join(
                        " ",
                        entries.stream()
                                .flatMap(entry -> entry.transactions().stream())
                                .map(BankTransaction::amount)
                                .map(Object::toString)
                                .toList()));
        assertThat(came).isEqualTo(expected);
    }

    private static boolean accepts(File schema, Path file) throws SAXException, IOException {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema)
                    .newValidator()
                    .validate(new StreamSource(file.toFile()));
            return true;
        } catch (SAXException _) {
            return false;
        }
    }
}
