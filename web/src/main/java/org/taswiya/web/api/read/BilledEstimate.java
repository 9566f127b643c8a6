package org.taswiya.web.api.read;

import java.time.LocalDate;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.web.api.json.Says;

/// What was estimated, because nobody could read the meter.
public record BilledEstimate(
        @Says("The first day.") LocalDate from,
        @Says("The day after the last.") LocalDate to,
        @Says("What it is taken to have been.") Decimal quantity,
        @Says("The lower end of the interval in which four of five lie.") Decimal low,
        @Says("Its upper end.") Decimal high,
        @Says("By which method.") String method) {}
