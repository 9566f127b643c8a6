package org.taswiya.deliver.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountOutcome.Notice;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.bill.Title;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The one notice for all bills of an account, in one language: what they come to together and by when, each bill in a
/// row, and apart from them what is open from before.
public final class NoticeText {
    private final AccountPage account;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    /// What the notice is of.
    ///
    /// @param reference the account's, as it is printed
    /// @param arrears from before, shown apart
    /// @param currency the ISO code; empty where no price book at hand names it
    /// @param bills in the order of their numbers, at least one
    public record AccountPage(
            String reference, LocalDate billedOn, Money arrears, String currency, List<NoticedBill> bills) {
        public AccountPage {
            bills = List.copyOf(bills);
        }

        /// What its bills that stand come to together; empty when none does.
        public Optional<Notice> notice() {
            return Notice.of(
                    reference,
                    bills.stream()
                            .filter(bill -> !bill.isCancelled())
                            .map(bill -> new Notice.Part(bill.total(), bill.dueOn()))
                            .toList(),
                    arrears);
        }
    }

    /// One bill in a row.
    ///
    /// @param hasSanitation whether it also bills what leaves through the drain
    /// @param isProvisional whether a price behind it is a placeholder
    /// @param isCancelled whether it was taken back, so that it counts no more
    public record NoticedBill(
            BillNumber number,
            String service,
            boolean hasSanitation,
            DateRange period,
            LocalDate dueOn,
            Money total,
            boolean isProvisional,
            boolean isCancelled) {}

    private NoticeText(AccountPage account, Language language, boolean colour) {
        this.account = account;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, account.currency());
        this.page = new TextPage(language, colour);
    }

    /// The whole text, ending with a line feed.
    public static String of(AccountPage account, Language language, boolean colour) {
        NoticeText text = new NoticeText(account, language, colour);
        text.write();
        return text.page.toString();
    }

    private void write() {
        @Nullable Notice notice = account.notice().orElse(null);
        page.title(texts.text("notice.title", "date", figures.date(account.billedOn())));
        page.paragraph(texts.text("notice.account", "reference", figures.isolated(account.reference())));
        page.blank();
        page.result(notice == null ? texts.text("result.none") : result(notice));
        page.blank();
        writeBills(notice);
        page.blank();
        if (account.bills().stream().anyMatch(bill -> bill.isProvisional() && !bill.isCancelled())) {
            page.paragraph(texts.text("notice.provisional"));
        }
        for (NoticedBill bill : account.bills()) {
            if (bill.isCancelled()) {
                page.paragraph(texts.text(
                        "notice.cancelled",
                        "number",
                        figures.isolated(bill.number().toString())));
            }
        }
        page.paragraph(
                account.arrears().signum() > 0
                        ? texts.text("notice.arrears", "amount", figures.money(account.arrears()))
                        : texts.text("notice.arrears.none"));
    }

    private String result(Notice notice) {
        Money total = notice.total();
        return switch (total.signum()) {
            case 1 -> texts.text("result.pay", "amount", figures.money(total), "date", figures.date(notice.dueOn()));
            case -1 -> texts.text("result.credit", "amount", figures.money(total.negated()));
            default -> texts.text("result.none");
        };
    }

    private void writeBills(@Nullable Notice notice) {
        Table table = new Table(
                List.of(Column.WORDS, Column.WORDS, Column.WORDS, Column.WORDS, Column.FIGURES),
                List.of(
                        texts.text("column.bill"),
                        "",
                        texts.text("column.period"),
                        texts.text("column.pay-by"),
                        texts.text(
                                "column.amount", "currency", account.currency().isEmpty() ? "–" : figures.currency())));
        for (NoticedBill bill : account.bills()) {
            if (!bill.isCancelled()) {
                table.row(
                        figures.isolated(bill.number().toString()),
                        texts.text(
                                Title.key(bill.service(), bill.hasSanitation()),
                                "service",
                                figures.foreign(bill.service())),
                        figures.period(bill.period()),
                        bill.total().signum() > 0 ? figures.date(bill.dueOn()) : "",
                        (bill.isProvisional() ? "≈ " : "") + figures.amount(bill.total()));
            }
        }
        if (notice != null) {
            table.total(texts.text("months.total"), "", "", "", figures.amount(notice.total()));
        }
        TextTable.print(table, page);
    }
}
