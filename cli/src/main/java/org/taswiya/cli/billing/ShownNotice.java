package org.taswiya.cli.billing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.taswiya.cli.terminal.Look;
import org.taswiya.core.billing.AccountOutcome.Notice;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Language;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.explain.NoticeText;
import org.taswiya.deliver.explain.NoticeText.AccountPage;
import org.taswiya.deliver.explain.NoticeText.NoticedBill;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.bill.AccountBills;
import org.taswiya.store.bill.AccountBills.AccountBill;
import org.taswiya.store.bill.StoredBill;
import org.taswiya.store.bill.StoredBill.Segment;
import tools.jackson.core.JsonGenerator;

/// The bills of an account in one run and the notice that goes out with them, for a person or a program. All figures
/// are those of the books.
///
/// @param bills in the order of the account's
/// @param former what the old system billed; none where one run was asked for
/// @param arranged what runs of its payment facilities, as of the day on which it is shown
/// @param budget its budget plan, as of that day
record ShownNotice(
        AccountBills of,
        List<ShownBill> bills,
        ShownFormerBills former,
        ShownArrangements arranged,
        ShownBudget budget,
        TariffLibrary library) {
    ShownNotice {
        bills = List.copyOf(bills);
    }

    /// As the customer reads it.
    String text(Language language, Look look) {
        return NoticeText.of(page(), language, look == Look.COLOURED)
                + arranged.notes(currency(), language)
                + budget.notes(currency(), language);
    }

    private AccountPage page() {
        List<NoticedBill> noticed = new ArrayList<>();
        Iterator<AccountBill> others = of.bills().iterator();
        for (ShownBill shown : bills) {
            noticed.add(noticed(shown, others.next().service()));
        }
        return new AccountPage(
                new CustomerAccount(of.account(), "").printed(),
                bills.getFirst().bill().stored().billedOn(),
                of.arrears(),
                currency(),
                noticed);
    }

    private static NoticedBill noticed(ShownBill shown, String service) {
        StoredBill stored = shown.bill().stored();
        return new NoticedBill(
                stored.number(),
                service,
                stored.segments().stream()
                        .flatMap(segment -> segment.lines().stream())
                        .anyMatch(line -> line.component().equals("sanitation")),
                period(stored.segments()),
                stored.dueOn(),
                stored.total(),
                shown.bill() instanceof ReprintedBill.Same same
                        && !same.document().placeholders().isEmpty(),
                shown.cancelled() != null);
    }

    private static DateRange period(List<Segment> segments) {
        return DateRange.of(
                segments.getFirst().range().from(), segments.getLast().range().to());
    }

    /// All tariffs of a utility are in one currency; the books do not name it.
    private String currency() {
        return of.bills().stream()
                .map(bill -> library.tariff(bill.tariff()))
                .flatMap(Optional::stream)
                .map(Tariff::currency)
                .findFirst()
                .orElse("");
    }

    String json() {
        return JsonLine.object(json -> {
            json.writeStringProperty("account", of.account());
            json.writeNumberProperty("run", of.run());
            json.writeArrayPropertyStart("bills");
            for (ShownBill bill : bills) {
                json.writeStartObject();
                bill.write(json);
                json.writeEndObject();
            }
            json.writeEndArray();
            writeNotice(json);
            arranged.write(json);
            budget.write(json);
            former.write(json);
        });
    }

    private void writeNotice(JsonGenerator json) {
        Notice notice = page().notice().orElse(null);
        if (notice == null) {
            json.writeNullProperty("notice");
            return;
        }
        json.writeObjectPropertyStart("notice");
        json.writeStringProperty("total", notice.total().toString());
        json.writeStringProperty("arrears", notice.arrears().toString());
        json.writeStringProperty("dueOn", notice.dueOn().toString());
        json.writeEndObject();
    }
}
