package org.taswiya.intake.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;

/// What the fields of a row of money are together.
final class MoneyShapes {
    private static final int INSTALMENTS_MAX = 1_000;

    private final SourceMapping mapping;
    private final RowFields fields;

    MoneyShapes(SourceMapping mapping, RowFields fields) {
        this.mapping = mapping;
        this.fields = fields;
    }

    SourceRow openItem() {
        LocalDate issued = fields.date(SourceField.ISSUED);
        LocalDate due = fields.date(SourceField.DUE);
        fields.requireOrder(SourceField.DUE, issued, due);
        String document = fields.reference(SourceField.REFERENCE);
        Integer instalment = fields.wholeOrNull(SourceField.INSTALMENT, 1, INSTALMENTS_MAX);
        return new SourceRow.OpeningRow(new OpeningItem(
                fields.reference(SourceField.ACCOUNT_REFERENCE),
                instalment == null ? document : document + "/" + instalment,
                fields.amount(SourceField.AMOUNT),
                issued,
                due));
    }

    SourceRow credit() {
        return new SourceRow.OpeningRow(new OpeningItem(
                fields.reference(SourceField.ACCOUNT_REFERENCE),
                fields.reference(SourceField.REFERENCE),
                fields.amount(SourceField.AMOUNT).negated(),
                null,
                null));
    }

    /// Its name is unique for the mapping: the same operation in another file is the same payment.
    SourceRow payment() {
        String till = fields.referenceOrNull(SourceField.TILL);
        String bill = fields.referenceOrNull(SourceField.BILL);
        Means means = fields.choiceOrNull(
                SourceField.KIND, MoneyShapes::meansOf, "cheque, card, transfer, direct-debit or collector");
        Money amount = fields.amount(SourceField.AMOUNT);
        try {
            return new SourceRow.PaymentRow(new Payment(
                    fields.reference(SourceField.ACCOUNT_REFERENCE),
                    amount,
                    fields.date(SourceField.AT),
                    means == null ? Means.COLLECTOR : means,
                    till == null ? mapping.name() : till,
                    new Payment.Key(mapping.name(), fields.reference(SourceField.REFERENCE)),
                    bill == null ? List.of() : List.of(item(bill))));
        } catch (IllegalArgumentException e) {
            throw fields.bad(SourceField.TILL, e);
        }
    }

    private static Optional<Means> meansOf(String code) {
        return Means.ofCode(code).filter(means -> !means.bearsStamp());
    }

    private static ItemKey item(String number) {
        return ItemKey.ofNumber(number);
    }

    SourceRow formerBill() {
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.date(SourceField.TO);
        fields.requireOrder(SourceField.TO, from.plusDays(1), to);
        Money net = fields.money(SourceField.NET);
        Money tax = fields.money(SourceField.TAX);
        Money total = fields.money(SourceField.TOTAL);
        if (!net.plus(tax).equals(total)) {
            String expected = "found " + total + ", expected net and tax together, " + net.plus(tax);
            throw fields.refusal(RowReason.BAD_RECORD, SourceField.TOTAL, expected);
        }
        return new SourceRow.FormerBillRow(new FormerBill(
                fields.reference(SourceField.AGREEMENT_REFERENCE),
                fields.reference(SourceField.REFERENCE),
                DateRange.of(from, to),
                fields.date(SourceField.ISSUED),
                fields.shown(SourceField.USAGE),
                fields.choice(SourceField.KIND, MoneyShapes::billedOn, "actual or estimated"),
                net,
                tax));
    }

    private static Optional<UsageQuality> billedOn(String code) {
        return Stream.of(UsageQuality.ACTUAL, UsageQuality.ESTIMATED)
                .filter(of -> of.code().equals(code))
                .findFirst();
    }
}
