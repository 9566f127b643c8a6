package org.taswiya.intake.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankStatement;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;

/// Statements written here, and what is wrong with them.
final class StatementFileTest {
    private static final String ENTRY = """
            <Ntry><Amt Ccy="MAD">350.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
            <BookgDt><Dt>2020-06-20</Dt></BookgDt><ValDt><Dt>2020-06-21</Dt></ValDt><AcctSvcrRef>B1</AcctSvcrRef>
            <BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>
            <RltdPties><Dbtr><Nm>A. Alami</Nm></Dbtr><DbtrAcct><Id><IBAN>MA64 0115 19</IBAN></Id></DbtrAcct></RltdPties>
            <RmtInf><Ustrd>facture 0000 000 001</Ustrd><Ustrd>merci</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            """;

    @TempDir
    private Path folder;

    private final List<BankEntry> entries = new ArrayList<>();
    private final List<BankStatement> statements = new ArrayList<>();

    private static String statement(String opening, String closing, String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <GrpHdr><MsgId>M1</MsgId><CreDtTm>2020-06-21T00:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>S1</Id><CreDtTm>2020-06-21T00:00:00</CreDtTm>
                <Acct><Id><Othr><Id>011 780 0000</Id></Othr></Id><Ccy>MAD</Ccy></Acct>
                %s%s%s</Stmt></BkToCstmrStmt></Document>
                """.formatted(balance("OPBD", opening), balance("CLBD", closing), entries);
    }

    private static String balance(String type, String amount) {
        return amount.isEmpty()
                ? ""
                : "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"MAD\">" + amount
                        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2020-06-20</Dt></Dt></Bal>\n";
    }

    private Optional<BankRefusal> read(String text) throws IOException {
        Path file = folder.resolve("s.xml");
        Files.writeString(file, text);
        return new StatementFile(file).check(new StatementFile.Receiver() {
            @Override
            public void statement(BankStatement statement) {
                statements.add(statement);
            }

            @Override
            public void entry(BankEntry entry) {
                entries.add(entry);
            }
        });
    }

    @Test
    void anEntryComesWithAllThatItSays() throws IOException {
        assertThat(read(statement("100.00", "450.50", ENTRY))).isEmpty();
        assertThat(statements)
                .containsExactly(new BankStatement(
                        4,
                        "S1",
                        "0117800000",
                        "MAD",
                        new BankStatement.Balances(
                                Money.parse("100"), Money.parse("450.50"), LocalDate.of(2020, 6, 20))));
        assertThat(entries)
                .containsExactly(new BankEntry(
                        8,
                        "B1",
                        LocalDate.of(2020, 6, 20),
                        LocalDate.of(2020, 6, 21),
                        Money.parse("350.50"),
                        false,
                        List.of(new BankTransaction(
                                Money.parse("350.50"),
                                "E1",
                                "",
                                "facture 0000 000 001\nmerci",
                                "A. Alami",
                                "MA64011519",
                                ""))));
    }

    @ParameterizedTest
    @CsvSource({
        // what is put in place of what; the reason; its line
        "350.50</Amt,              -350.50</Amt,           negative-amount,       8",
        "350.50</Amt,              350.505</Amt,           finer-than-currency,   8",
        "350.50</Amt,              350.500000</Amt,        bad-value,             8",
        "350.50</Amt,              1e3</Amt,               bad-value,             8",
        "<Amt Ccy=\"MAD\">350.50,  <Amt Ccy=\"EUR\">350.50, other-currency,       8",
        "350.50</Amt,              350.51</Amt,            balance-does-not-tie,  4",
        "CRDT</CdtDbtInd><Sts>,    DBIT</CdtDbtInd><Sts>,  balance-does-not-tie,  4",
        "CRDT</CdtDbtInd><Sts>,    PLUS</CdtDbtInd><Sts>,  bad-value,             8",
        "<Sts>BOOK</Sts>,          <Sts>MAYB</Sts>,        bad-value,             8",
        "<Sts>BOOK</Sts>,          '',                     missing-field,         8",
        "2020-06-20</Dt></Book,    2020-06-31</Dt></Book,  bad-value,             9",
        "camt.053.001.02,          camt.053.001.06,        unknown-version,       2",
        "camt.053.001.02,          camt.052.001.02,        not-a-statement,       2",
        "camt.053.001.02,          pain.001.001.03,        not-a-statement,       2",
        "<Id>S1</Id>,              <Id>S1</Id><Other/>,    unexpected-element,    4",
        "<MsgId>M1</MsgId>,        '',                     missing-field,         3",
        "<Cd>OPBD</Cd>,            <Cd>OPAV</Cd>,          no-balance,            4",
        "<Cd>CLBD</Cd>,            <Cd>CLAV</Cd>,          no-balance,            4",
        "<Stmt><Id>,               <Stmt>x<Id>,            unexpected-element,    4",
        "<?xml,                    <!DOCTYPE a><?xml,      has-document-type,     1",
        "merci,                    &evil;,                 not-well-formed,       12",
    })
    void aWrongFileIsRefusedWithItsReasonAndItsLine(String what, String by, String reason, long line)
            throws IOException {
        String good = statement("100.00", "450.50", ENTRY);
        assertThat(good).contains(what);
        assertThat(read(good.replace(what, by))).hasValueSatisfying(refusal -> {
            assertThat(refusal.fault().code()).as(refusal.toString()).isEqualTo(reason);
            assertThat(refusal.line()).as(refusal.toString()).isEqualTo(line);
        });
    }

    @Test
    void aFileCutAnywhereBringsNothing() throws IOException {
        String good = statement("100.00", "450.50", ENTRY);
        for (int end = 1; end < good.strip().length(); end += 7) {
            assertThat(read(good.substring(0, end))).as("cut at " + end).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "350.50,    350.50", // as written
        "350.500,   350.50", // the schema has five decimals; zeros change nothing
        "350.50000, 350.50",
        "350.5,     350.50",
        "350,       350.00",
        "+350,      350.00",
        ".50,       0.50",
        "0,         0.00",
    })
    void whatIsExactInTheCurrencyIsTaken(String written, Money amount) throws IOException {
        assertThat(read(statement("0", amount.toString(), ENTRY.replace("350.50", written))))
                .isEmpty();
        assertThat(entries).extracting(BankEntry::amount).containsExactly(amount);
    }

    @ParameterizedTest
    @CsvSource({
        // a batch of 350.50 in two: what each says; the amounts that come
        "100.50, 250,    '100.50 250.00'",
        "350.50, 0,      '350.50 0.00'",
        "100.50, '',     '350.50'", // one has no amount: it cannot be taken apart
        "100.50, 250.01, details-do-not-sum",
    })
    void aBatchIsTakenApartWhereItsPartsAreKnown(String one, String other, String expected) throws IOException {
        String parts = part(one) + part(other);
        String batch = ENTRY.replaceAll("(?s)<TxDtls>.*</TxDtls>", parts);
        Optional<BankRefusal> refusal = read(statement("0", "350.50", batch));
        String came = refusal.map(it -> it.fault().code())
                .orElseGet(() -> entries.getFirst().transactions().stream()
                        .map(part -> part.amount().toString())
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow());
        assertThat(came).isEqualTo(expected);
    }

    private static String part(String amount) {
        String said = amount.isEmpty() ? "" : "<AmtDtls><TxAmt><Amt Ccy=\"MAD\">" + amount + "</Amt></TxAmt></AmtDtls>";
        return "<TxDtls>" + said + "</TxDtls>";
    }

    @ParameterizedTest
    @CsvSource({
        // AcctSvcrRef of the entry, of its transaction, NtryRef; the reference
        "A, B, C,  A",
        "'', B, C, B",
        "'', '', C, C@2020-06-20",
        "'', '', '', ~10fc@2020-06-20",
    })
    void anEntryIsCalledAsTheBankCallsIt(String ofEntry, String ofTransaction, String place, String reference)
            throws IOException {
        String entry = ENTRY.replace("<Ntry>", place.isEmpty() ? "<Ntry>" : "<Ntry><NtryRef>" + place + "</NtryRef>")
                .replace("<AcctSvcrRef>B1</AcctSvcrRef>", ref(ofEntry))
                .replace("<Refs>", "<Refs>" + ref(ofTransaction));
        assertThat(read(statement("0", "350.50", entry))).isEmpty();
        assertThat(entries.getFirst().reference().replaceAll("(~....)[0-9a-f]{28}", "$1"))
                .isEqualTo(reference);
    }

    private static String ref(String text) {
        return text.isEmpty() ? "" : "<AcctSvcrRef>" + text + "</AcctSvcrRef>";
    }

    @Test
    void whatIsNotBookedYetIsLeftOut() throws IOException {
        String pending = ENTRY.replace("BOOK<", "PDNG<");
        assertThat(read(statement("100", "450.50", pending + ENTRY))).isEmpty();
        assertThat(entries).hasSize(1);
    }

    @Test
    void aReturnNamesItsReasonAndWhoseItWas() throws IOException {
        String returned = ENTRY.replace("CRDT", "DBIT")
                .replace("</TxDtls>", "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls>");
        assertThat(read(statement("350.50", "0", returned))).isEmpty();
        BankTransaction only = entries.getFirst().transactions().getFirst();
        assertThat(only.returnReason()).isEqualTo("AM04");
        assertThat(only.party()).isEqualTo("A. Alami");
        assertThat(only.amount()).isEqualTo(Money.parse("-350.50"));
    }
}
