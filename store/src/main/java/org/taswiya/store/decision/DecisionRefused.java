package org.taswiya.store.decision;

import org.taswiya.core.metering.HoldFigures;

/// A decision about what waits is not done, and nothing was written. The message says what was found; the reason and
/// the values behind it say it in any language.
public final class DecisionRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// Under these names stand the values behind a reason.
    public static final String REASONS = "reasons";

    public static final String DAY = "day";
    public static final String VALUE = "value";
    public static final String VALUES = "values";
    public static final String DIGITS = "digits";
    public static final String DECIMALS = "decimals";

    private final DecisionRefusal reason;
    /// As the books would keep them.
    private final String figures;

    /// @param found what was found, and what to do
    public DecisionRefused(DecisionRefusal reason, String found, HoldFigures figures) {
        super(found);
        this.reason = reason;
        this.figures = figures.text();
    }

    public DecisionRefusal reason() {
        return reason;
    }

    /// Those that the reason is about, by name.
    public HoldFigures figures() {
        return HoldFigures.parse(figures);
    }
}
