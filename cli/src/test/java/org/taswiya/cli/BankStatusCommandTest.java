package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// Two refunds of one account went to the bank in one order; the bank rejects the second.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BankStatusCommandTest {
    private static final String ONE = "0000000001";
    private static final String IBAN = "GB82WEST12345698765432";
    private static final String ANSWER = """
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
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void refundsAreSent() throws IOException {
        town = CommandTown.withBills(folder, 120);
        String[] bank = {"bank", "add", "bmce", BankFile.RIB, "--bic", "BMCEMAMC", "--holder", "Regie", "--why", "c"};
        town.good(bank);
        town.good("pay", ONE, "429.46", "--by", "transfer", "--till", "main", "--on", "2020-03-10");
        for (String amount : new String[] {"100", "40"}) {
            town.good("refund", "ask", ONE, "--amount", amount, "--bank", "bmce", "--to", IBAN, "--why", "asked");
        }
        town.good("refund", "approve", "1", "--author", "badr", "--why", "checked");
        town.good("refund", "approve", "2", "--author", "badr", "--why", "checked");
        String file = folder.resolve("order.xml").toString();
        town.good("refund", "send", "--bank", "bmce", "--file", file, "--why", "weekly");
    }

    @AfterEach
    void theBooksHold() {
        assertThat(town.good("ledger", "check")).isNotEmpty();
    }

    private static String answer(String text) throws IOException {
        return Files.writeString(folder.resolve("answer.xml"), text).toString();
    }

    private static String refused(String text) throws IOException {
        return town.home()
                .expect(ExitCode.SOME_REFUSED, "bank", "status", answer(text))
                .err();
    }

    @Test
    @Order(1)
    void whatIsNoAnswerToUsIsRefusedAndChangesNothing() throws IOException {
        assertThat(refused(ANSWER.replace("TSW0000000001", "TSW0000000009")))
                .contains("answer.xml: unknown-order: no order TSW0000000009 was sent from here");
        assertThat(refused(ANSWER.substring(0, 700))).contains("answer.xml, line", "truncated");
        assertThat(refused(ANSWER.replace("pain.002", "pain.001"))).contains("not-a-report");
        assertThat(town.good("refund", "list")).contains("RF0000000001  sent", "RF0000000002  sent");
    }

    @Test
    @Order(2)
    void whatIsRejectedIsACreditAgain() throws IOException {
        assertThat(town.good("bank", "status", answer(ANSWER))).isEqualTo("""
                RF0000000002  ended  AC04 closed
                Order TSW0000000001: 1 rejected, answer A1
                """);
        assertThat(town.good("refund", "list")).contains("RF0000000001  sent", "RF0000000002  back");
        assertThat(town.good("ledger", "balance", "--json")).contains("\"liabilities:customer-credit\":\"-200.00\"");
    }

    @Test
    @Order(3)
    void theSameAnswerAgainChangesNothing() throws IOException {
        assertThat(town.good("bank", "status", answer(ANSWER)))
                .contains("Order TSW0000000001: taken before, nothing is changed, answer A1");
        assertThat(town.good("bank", "status", answer(ANSWER), "--json")).isEmpty();
        assertThat(town.good("ledger", "balance", "--json")).contains("\"liabilities:customer-credit\":\"-200.00\"");
    }

    @Test
    @Order(4)
    void aNameThatIsNotInTheOrderIsRefused() throws IOException {
        assertThat(refused(ANSWER.replace("<MsgId>A1<", "<MsgId>A2<").replace("RF0000000002", "RF0000000077")))
                .contains("not-in-order: line 8: RF0000000077 is not in order TSW0000000001");
    }

    @Test
    @Order(5)
    void aLaterAnswerMayRejectWhatWasAccepted() throws IOException {
        String later = ANSWER.replace("<MsgId>A1<", "<MsgId>A3<").replace("ACSC", "RJCT");
        assertThat(town.good("bank", "status", answer(later), "--json"))
                .contains("{\"name\":\"RF0000000001\",\"effect\":\"ended\"")
                .contains("{\"name\":\"RF0000000002\",\"effect\":\"ended-before\",\"reason\":\"AC04\"");
        assertThat(town.good("ledger", "balance", "--json")).contains("\"liabilities:customer-credit\":\"-300.00\"");
    }
}
