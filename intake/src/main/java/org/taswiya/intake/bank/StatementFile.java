package org.taswiya.intake.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankStatement;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.xml.XmlFile;
import org.taswiya.intake.xml.XmlNode;

/// A file of statements (camt.053) or notifications (camt.054), in the versions 2, 4 and 8.
///
/// It is read twice: first all of it is checked, the balances with it; only then is anything taken. One entry is in
/// memory at a time.
public final class StatementFile {
    private static final Pattern MESSAGE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.(05[0-9])\\.001\\.([0-9]{2})");
    private static final Set<String> VERSIONS = Set.of("02", "04", "08");

    private final Path path;

    public StatementFile(Path path) {
        this.path = path;
    }

    /// Who is given what the file holds, in its order.
    public interface Receiver {
        /// What the next entries belong to.
        void statement(BankStatement statement);

        void entry(BankEntry entry);
    }

    /// Looks through the whole file.
    ///
    /// @param looks is shown everything up to what is wrong
    /// @return why the file is not taken; empty when it is
    public Optional<BankRefusal> check(Receiver looks) throws IOException {
        try {
            pass(looks);
            return Optional.empty();
        } catch (BankRefused refused) {
            return Optional.of(refused.refusal());
        }
    }

    /// Gives everything to somebody, of a file that was checked.
    public void read(Receiver receiver) throws IOException {
        pass(receiver);
    }

    private void pass(Receiver receiver) throws IOException {
        try (XmlFile xml = new XmlFile(path, BankRefused::ofXml)) {
            boolean isStatement = document(xml);
            String message = isStatement ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn";
            if (!xml.nextChild(false) || !xml.name().equals(message)) {
                throw new BankRefused(xml.line(), BankFault.MISSING_FIELD, "found no " + message);
            }
            message(xml, isStatement ? "Stmt" : "Ntfctn", isStatement, receiver);
            if (xml.nextChild(false)) {
                throw unexpected(xml);
            }
            xml.end();
        }
    }

    /// @return whether it is a statement, and not a notification
    private static boolean document(XmlFile xml) {
        if (!xml.nextChild(false) || !xml.name().equals("Document")) {
            throw new BankRefused(
                    xml.line(),
                    BankFault.NOT_A_STATEMENT,
                    "found " + Quoted.of(xml.name()) + ", expected the Document of a camt.053 or camt.054");
        }
        Matcher message = MESSAGE.matcher(xml.namespace());
        if (!message.matches() || !Set.of("053", "054").contains(message.group(1))) {
            throw new BankRefused(
                    xml.line(),
                    BankFault.NOT_A_STATEMENT,
                    "found " + Quoted.of(xml.namespace()) + ", expected camt.053 or camt.054");
        }
        if (!VERSIONS.contains(message.group(2))) {
            throw new BankRefused(
                    xml.line(),
                    BankFault.UNKNOWN_VERSION,
                    "found version " + message.group(2) + ", expected 02, 04 or 08; ask the bank for one of them");
        }
        return message.group(1).equals("053");
    }

    private static void message(XmlFile xml, String name, boolean isStatement, Receiver receiver) {
        boolean hasHeader = false;
        boolean hasAny = false;
        while (xml.nextChild(false)) {
            if (xml.name().equals("GrpHdr") && !hasHeader) {
                XmlNode header = XmlNode.read(xml);
                Fields.required(header, "MsgId");
                Fields.required(header, "CreDtTm");
                hasHeader = true;
            } else if (xml.name().equals(name) && hasHeader) {
                new StatementReader(xml, isStatement, receiver).read();
                hasAny = true;
            } else if (xml.name().equals("SplmtryData") && hasAny) {
                xml.skip();
            } else {
                throw unexpected(xml);
            }
        }
        if (!hasAny) {
            throw new BankRefused(xml.line(), BankFault.MISSING_FIELD, "found a message without a " + name);
        }
    }

    static BankRefused unexpected(XmlFile xml) {
        return new BankRefused(
                xml.line(),
                BankFault.UNEXPECTED_ELEMENT,
                "found " + Quoted.of(xml.name()) + " where the schema has none of that name");
    }
}
