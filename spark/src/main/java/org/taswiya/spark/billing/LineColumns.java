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

/// The columns of the priced lines behind a period.
final class LineColumns {
    /// Decimals of a quantity that no decimal holds exactly, as in the books and on the document.
    private static final int DECIMALS_MAX = 12;

    private final Group list;
    private final RateNumbers rates;
    private final BigColumn rate;
    private final WholeColumn from;
    private final WholeColumn to;
    private final DecimalColumn quantity;
    private final BigColumn shareDays;
    private final BigColumn shareOfDays;
    private final BigColumn amount;

    LineColumns(Group list, RateNumbers rates) {
        this.list = list;
        this.rates = rates;
        this.rate = list.big("rate");
        this.from = list.whole("from");
        this.to = list.whole("to");
        this.quantity = list.decimal("quantity", "quantityScale");
        this.shareDays = list.big("shareDays");
        this.shareOfDays = list.big("shareOfDays");
        this.amount = list.big("amount");
    }

    void write(BillSegment segment) {
        list.each(segment.rating().lines(), line -> write(line, segment.range()));
    }

    private void write(ChargeLine line, DateRange whole) {
        rate.put(rates.of(line));
        if (line.range().equals(whole)) {
            from.none();
            to.none();
        } else {
            from.put(line.range().from());
            to.put(line.range().to());
        }
        quantity.put(line.quantity().round(DECIMALS_MAX, RoundingMode.HALF_EVEN));
        DayShare share = line.share();
        if (share == null) {
            shareDays.none();
            shareOfDays.none();
        } else {
            shareDays.put(share.days());
            shareOfDays.put(share.ofDays());
        }
        amount.put(line.amount().minorUnits());
    }
}
