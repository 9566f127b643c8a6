package org.taswiya.run;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.explain.ReceiptPaper;
import org.taswiya.deliver.explain.ReceiptPaper.Balance;
import org.taswiya.deliver.explain.ReceiptText.PaidPage;
import org.taswiya.deliver.print.PrintedAccountPaper.AccountSheet;
import org.taswiya.store.Database;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.bill.Addressees;
import org.taswiya.store.receivables.Receipt;

/// A receipt as it is told and drawn, from what the books say.
public final class ReceiptSheet {
    private ReceiptSheet() {}

    /// What it is told from.
    ///
    /// @param currency the ISO code; empty where no price book at hand names it
    public static PaidPage page(Receipt receipt, String currency) {
        return new PaidPage(
                receipt.number(),
                CustomerAccount.printed(receipt.payment().account()),
                receipt.payment(),
                receipt.allocations(),
                receipt.stamp(),
                receipt.credit(),
                receipt.reversedOn(),
                currency);
    }

    /// What it is drawn from, with how its account stands.
    ///
    /// @param on the day on which it is drawn
    public static AccountSheet of(Database database, Receipt receipt, String currency, LocalDate on) {
        String account = receipt.payment().account();
        PaidPage page = page(receipt, currency);
        AccountStatement stands =
                AccountStatement.of(database, List.of(account)).getFirst();
        Money left = stands.credit().minus(stands.owed());
        Balance balance = new Balance(on, stands.due(), left.max(Money.ZERO));
        return new AccountSheet(
                language -> ReceiptPaper.of(page, balance, language),
                receipt.number().toString(),
                Addressees.ofAccount(database, account).orElse(null),
                receipt.payment().receivedOn(),
                receipt.reversedOn() != null);
    }
}
