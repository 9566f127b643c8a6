package org.taswiya.cli.billing;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.deliver.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// What the old system billed an account, for a person or a program.
record ShownFormerBills(String account, List<FormerBill> bills) {
    ShownFormerBills {
        bills = List.copyOf(bills);
    }

    /// Nothing where there are none.
    List<String> lines(Look look) {
        if (bills.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(
                look, "", "billed by the old system", "agreement", "from", "to", "on", "usage", "net", "tax", "total");
        for (FormerBill bill : bills) {
            table.row(
                    bill.reference(),
                    bill.agreement(),
                    bill.range().from().toString(),
                    bill.range().to().toString(),
                    bill.quality().code(),
                    bill.usage().toString(),
                    Grouped.of(bill.net()),
                    Grouped.of(bill.tax()),
                    Grouped.of(bill.total()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        return lines;
    }

    /// Of an account that has no bill of these books yet.
    String json() {
        return JsonLine.object(json -> {
            json.writeStringProperty("account", account);
            write(json);
        });
    }

    /// Its one field, into an object that is begun.
    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("formerBills");
        for (FormerBill bill : bills) {
            json.writeStartObject();
            json.writeStringProperty("agreement", bill.agreement());
            json.writeStringProperty("reference", bill.reference());
            json.writeStringProperty("from", bill.range().from().toString());
            json.writeStringProperty("to", bill.range().to().toString());
            json.writeStringProperty("issuedOn", bill.issuedOn().toString());
            json.writeStringProperty("usage", bill.usage().toString());
            json.writeStringProperty("quality", bill.quality().code());
            json.writeStringProperty("net", bill.net().toString());
            json.writeStringProperty("tax", bill.tax().toString());
            json.writeStringProperty("total", bill.total().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
