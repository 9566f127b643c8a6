package org.taswiya.intake.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers of banks to orders, written here, and what is wrong with them.
final class StatusReportFileTest {
    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>A1</MsgId><CreDtTm>2020-06-21T00:00:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>TSW0000000001</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId>
            <GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>TSW0000000001</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>
            <TxInfAndSts><OrgnlEndToEndId>RF0000000001</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>RF0000000002</OrgnlEndToEndId><TxSts>RJCT</TxSts>
            <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></StsRsnInf></TxInfAndSts>
            </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;

    @TempDir
    private Path folder;

    private String read(String text) throws IOException {
        Path file = folder.resolve("a.xml");
        Files.writeString(file, text);
        return switch (StatusReportFile.read(file)) {
            case StatusReportFile.Reading.Read(var report) ->
                report.id() + " " + report.order() + ": "
                        + report.lines().stream()
                                .map(line -> String.join(
                                        " ", line.endToEnd(), line.status().name(), line.reason(), line.said()))
                                .collect(Collectors.joining("; "));
            case StatusReportFile.Reading.Refused(var refusal) ->
                "line " + refusal.line() + " " + refusal.fault().code();
        };
    }

    @Test
    void whatABankSaysOfAnOrder() throws IOException {
        assertThat(read(GOOD))
                .isEqualTo("A1 TSW0000000001:  PENDING  ;  PENDING  ; RF0000000001 ACCEPTED  ; "
                        + "RF0000000002 REJECTED AC04 closed");
        assertThat(read(GOOD.replace("001.10", "001.03"))).startsWith("A1 TSW0000000001");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            rejectedWhole      | <GrpSts>PART</GrpSts>   | <GrpSts>RJCT</GrpSts>  | line 7 bad-value
            anotherMessage     | pain.002                | pain.001               | line 2 not-a-report
            anotherVersion     | 001.10                  | 001.02                 | line 2 not-a-report
            unknownStatus      | ACSC                    | GOOD                   | line 7 bad-value
            withoutOriginal    | OrgnlGrpInfAndSts       | Other                  | line 4 unexpected-element
            withoutName        | <MsgId>A1</MsgId>       | <MsgId></MsgId>        | line 3 missing-field
            batchOfAnother     | PmtInfId>TSW0000000001  | PmtInfId>TSW0000000009 | line 6 bad-value
            cutInTheMiddle     | </CstmrPmtStsRpt></Document> | </CstmrPmtStsRpt>  | line 11 truncated
            """)
    void whatIsWrong(String trap, String good, String bad, String refused) throws IOException {
        assertThat(read(GOOD.replace(good, bad))).as(trap).isEqualTo(refused);
    }
}
