package org.taswiya.spark.billing;

import java.math.RoundingMode;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargeLine.DayShare;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;

/// The columns of the priced lines behind a period.
final class LineColumns {
    /// Decimals of a quantity that no decimal holds exactly, as in the books and on the document.
    private static final int DECIMALS_MAX = 12;

    private final Group list;
    private final Column component;
    private final Column block;
    private final Column from;
    private final Column to;
    private final DecimalColumn quantity;
    private final Column unit;
    private final DecimalColumn price;
    private final Column shareDays;
    private final Column shareOfDays;
    private final DecimalColumn taxRate;
    private final Column amount;
    private final Column clause;

    LineColumns(Group list) {
        this.list = list;
        this.component = list.column("component");
        this.block = list.column("block");
        this.from = list.column("from");
        this.to = list.column("to");
        this.quantity = DecimalColumn.of(list, "quantity", "quantityScale");
        this.unit = list.column("unit");
        this.price = DecimalColumn.of(list, "price", "priceScale");
        this.shareDays = list.column("shareDays");
        this.shareOfDays = list.column("shareOfDays");
        this.taxRate = DecimalColumn.of(list, "taxRate", "taxRateScale");
        this.amount = list.column("amount");
        this.clause = list.column("clause");
    }

    void write(int first, BillSegment segment) {
        list.each(first, segment.rating().lines(), (repetition, line) -> write(repetition, line, segment.range()));
    }

    private void write(int repetition, ChargeLine line, DateRange whole) {
        component.word(repetition, line.component());
        block.whole(repetition, line.block());
        if (line.range().equals(whole)) {
            from.none(repetition);
            to.none(repetition);
        } else {
            from.day(repetition, line.range().from());
            to.day(repetition, line.range().to());
        }
        quantity.put(repetition, line.quantity().round(DECIMALS_MAX, RoundingMode.HALF_EVEN));
        unit.word(repetition, line.unit().symbol());
        price.put(repetition, line.price());
        DayShare share = line.share();
        if (share == null) {
            shareDays.none(repetition);
            shareOfDays.none(repetition);
        } else {
            shareDays.big(repetition, share.days());
            shareOfDays.big(repetition, share.ofDays());
        }
        taxRate.put(repetition, line.taxRate());
        amount.big(repetition, line.amount().minorUnits());
        clause.word(repetition, line.clause());
    }
}
