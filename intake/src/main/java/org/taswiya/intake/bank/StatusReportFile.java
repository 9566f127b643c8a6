package org.taswiya.intake.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.taswiya.core.bank.StatusReport;
import org.taswiya.core.bank.StatusReport.Line;
import org.taswiya.core.bank.StatusReport.Status;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.xml.XmlFile;
import org.taswiya.intake.xml.XmlNode;

/// A bank's answer to an order (pain.002), in the versions 3 and 10. One message of it is in memory at a time.
public final class StatusReportFile {
    private static final Pattern MESSAGE = Pattern.compile("urn:iso:std:iso:20022:tech:xsd:pain\\.002\\.001\\.(03|10)");

    private final List<Line> lines = new ArrayList<>();
    private String id = "";
    private String order = "";

    private StatusReportFile() {}

    /// What a file holds.
    public sealed interface Reading {
        record Read(StatusReport report) implements Reading {}

        record Refused(BankRefusal refusal) implements Reading {}
    }

    public static Reading read(Path path) throws IOException {
        try (XmlFile xml = new XmlFile(path, BankRefused::ofXml)) {
            return new Reading.Read(new StatusReportFile().report(xml));
        } catch (BankRefused refused) {
            return new Reading.Refused(refused.refusal());
        }
    }

    private StatusReport report(XmlFile xml) {
        if (!xml.nextChild(false)
                || !xml.name().equals("Document")
                || !MESSAGE.matcher(xml.namespace()).matches()) {
            throw new BankRefused(
                    xml.line(),
                    BankFault.NOT_A_REPORT,
                    "found " + Quoted.of(xml.namespace()) + ", expected pain.002 of version 03 or 10");
        }
        if (!xml.nextChild(false) || !xml.name().equals("CstmrPmtStsRpt")) {
            throw new BankRefused(xml.line(), BankFault.MISSING_FIELD, "found no CstmrPmtStsRpt");
        }
        while (xml.nextChild(false)) {
            part(xml);
        }
        if (order.isEmpty()) {
            throw new BankRefused(xml.line(), BankFault.MISSING_FIELD, "found a report without an original message");
        }
        if (xml.nextChild(false)) {
            throw StatementFile.unexpected(xml);
        }
        xml.end();
        StatusReport report = new StatusReport(id, order, lines);
        requireConsistent(report);
        return report;
    }

    private void part(XmlFile xml) {
        if (xml.name().equals("GrpHdr") && id.isEmpty()) {
            id = text(XmlNode.read(xml), "MsgId");
        } else if (xml.name().equals("OrgnlGrpInfAndSts") && !id.isEmpty() && order.isEmpty()) {
            XmlNode group = XmlNode.read(xml);
            order = text(group, "OrgnlMsgId");
            add(group, "GrpSts", "");
        } else if (xml.name().equals("OrgnlPmtInfAndSts") && !order.isEmpty()) {
            payments(xml);
        } else if (xml.name().equals("SplmtryData")) {
            xml.skip();
        } else {
            throw StatementFile.unexpected(xml);
        }
    }

    /// Our messages have one batch, named as the message.
    private void payments(XmlFile xml) {
        XmlNode batch = XmlNode.read(xml);
        String name = text(batch, "OrgnlPmtInfId");
        if (!name.equals(order)) {
            throw new BankRefused(
                    batch.line(),
                    BankFault.BAD_VALUE,
                    "found the batch " + Quoted.of(name) + " of " + order + ", which has one of its own name");
        }
        add(batch, "PmtInfSts", "");
        for (XmlNode transaction : batch.all("TxInfAndSts")) {
            add(transaction, "TxSts", text(transaction, "OrgnlEndToEndId"));
        }
    }

    private static String text(XmlNode in, String name) {
        String text = Fields.required(in, name).text().strip();
        if (text.isEmpty()) {
            throw BankRefused.missing(in, name);
        }
        return text;
    }

    /// Where no status is stated nothing is said.
    private void add(XmlNode of, String name, String endToEnd) {
        XmlNode stated = of.find(name);
        if (stated != null) {
            lines.add(new Line(
                    endToEnd,
                    status(stated),
                    of.text("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry"),
                    of.text("StsRsnInf/AddtlInf"),
                    of.line()));
        }
    }

    private static Status status(XmlNode stated) {
        return switch (stated.text().strip()) {
            case "ACCP", "ACTC", "ACSP", "ACSC", "ACWC", "ACWP", "ACCC", "ACFC" -> Status.ACCEPTED;
            case "RCVD", "PDNG", "PART", "PATC" -> Status.PENDING;
            case "RJCT", "CANC" -> Status.REJECTED;
            case String other ->
                throw new BankRefused(
                        stated.line(),
                        BankFault.BAD_VALUE,
                        "found the status " + Quoted.of(other) + ", expected such as ACSC, PDNG or RJCT");
        };
    }

    private static void requireConsistent(StatusReport report) {
        for (Line line : report.lines()) {
            if (report.isRejectedWhole() && line.status() == Status.ACCEPTED) {
                throw new BankRefused(
                        line.line(),
                        BankFault.BAD_VALUE,
                        "found " + Quoted.of(line.endToEnd()) + " accepted in an order that is rejected whole");
            }
        }
    }
}
