package org.taswiya.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.quantity.Decimal;

/// How far estimates were from what really flowed, over the whole gap of each meter.
///
/// Shares are whole thousandths, so that the same meters give the same figures everywhere.
final class EstimateError {
    /// From which error on an estimate counts as off, in thousandths.
    private static final long OFF_ABOVE = 200;

    private final List<Long> errorsPermille = new ArrayList<>();
    private BigDecimal absolute = BigDecimal.ZERO;
    private BigDecimal bias = BigDecimal.ZERO;
    private BigDecimal truth = BigDecimal.ZERO;
    private long unused;

    /// One meter's gap. A meter that truly used nothing has no relative error; its absolute one counts for [#wape] and
    /// [#bias].
    void add(Decimal estimated, Decimal trueUse) {
        BigDecimal error = estimated.minus(trueUse).toBigDecimal();
        absolute = absolute.add(error.abs());
        bias = bias.add(error);
        truth = truth.add(trueUse.toBigDecimal());
        if (trueUse.signum() > 0) {
            BigDecimal share = error.abs().movePointRight(3).divide(trueUse.toBigDecimal(), 0, RoundingMode.HALF_UP);
            errorsPermille.add(share.longValueExact());
        } else {
            unused++;
        }
    }

    long meters() {
        return errorsPermille.size() + unused;
    }

    /// The sum of absolute errors, of what was used, in percent.
    String wape() {
        return Grouped.percent(absolute, truth);
    }

    /// Above zero: billed too much.
    String bias() {
        String percent = Grouped.percent(bias, truth);
        return bias.signum() > 0 ? "+" + percent : percent;
    }

    /// The error in the middle of all meters that used anything, in percent.
    String median() {
        if (errorsPermille.isEmpty()) {
            return "-";
        }
        Collections.sort(errorsPermille);
        int middle = errorsPermille.size() / 2;
        long twice = errorsPermille.size() % 2 == 1
                ? 2 * errorsPermille.get(middle)
                : errorsPermille.get(middle - 1) + errorsPermille.get(middle);
        return BigDecimal.valueOf(twice, 1)
                .divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /// The share of the meters that used anything whose estimate is off by more than a fifth, in percent.
    String off() {
        long off = errorsPermille.stream().filter(e -> e > OFF_ABOVE).count();
        return Grouped.percent(off, errorsPermille.size());
    }
}
