package org.taswiya.spark.billing;

import java.math.RoundingMode;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargeLine.DayShare;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of the priced lines behind a period.
final class LineColumns {
    /// Decimals of a quantity that no decimal holds exactly, as in the books and on the document.
    private static final int DECIMALS_MAX = 12;

    private final Group list;
    private final WordColumn component;
    private final WholeColumn block;
    private final WholeColumn from;
    private final WholeColumn to;
    private final DecimalColumn quantity;
    private final WordColumn unit;
    private final DecimalColumn price;
    private final BigColumn shareDays;
    private final BigColumn shareOfDays;
    private final DecimalColumn taxRate;
    private final BigColumn amount;
    private final WordColumn clause;

    LineColumns(Group list) {
        this.list = list;
        this.component = list.word("component");
        this.block = list.whole("block");
        this.from = list.whole("from");
        this.to = list.whole("to");
        this.quantity = list.decimal("quantity", "quantityScale");
        this.unit = list.word("unit");
        this.price = list.decimal("price", "priceScale");
        this.shareDays = list.big("shareDays");
        this.shareOfDays = list.big("shareOfDays");
        this.taxRate = list.decimal("taxRate", "taxRateScale");
        this.amount = list.big("amount");
        this.clause = list.word("clause");
    }

    void write(BillSegment segment) {
        list.each(segment.rating().lines(), line -> write(line, segment.range()));
    }

    private void write(ChargeLine line, DateRange whole) {
        component.put(line.component());
        block.put(line.block());
        if (line.range().equals(whole)) {
            from.none();
            to.none();
        } else {
            from.put(line.range().from());
            to.put(line.range().to());
        }
        quantity.put(line.quantity().round(DECIMALS_MAX, RoundingMode.HALF_EVEN));
        unit.put(line.unit().symbol());
        price.put(line.price());
        DayShare share = line.share();
        if (share == null) {
            shareDays.none();
            shareOfDays.none();
        } else {
            shareDays.put(share.days());
            shareOfDays.put(share.ofDays());
        }
        taxRate.put(line.taxRate());
        amount.put(line.amount().minorUnits());
        clause.put(line.clause());
    }
}
