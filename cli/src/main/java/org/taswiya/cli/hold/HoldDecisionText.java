package org.taswiya.cli.hold;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.decision.HoldDecisions.Decided;
import org.taswiya.store.decision.OpenHold;

/// What a decision about agreements that wait came to, for a person.
final class HoldDecisionText {
    private HoldDecisionText() {}

    /// @param what was done, as in `5 released`
    /// @param left what to say of those among many that were left, as in `need a correction and still wait`
    static void print(PrintWriter out, Decided decided, String what, String left, boolean isTrial) {
        out.println(String.format(
                Locale.ROOT,
                "%,d %s%s, %s at risk in all%s",
                decided.done().size(),
                isTrial ? "would be " : "",
                what,
                Grouped.of(atRisk(decided.done())),
                isTrial ? "; nothing stored" : ""));
        if (!decided.before().isEmpty()) {
            out.println(String.format(
                    Locale.ROOT, "%,d were %s before", decided.before().size(), what));
        }
        if (!decided.left().isEmpty()) {
            out.println(String.format(Locale.ROOT, "%,d %s", decided.left().size(), left));
        }
        if (!isTrial && !decided.done().isEmpty()) {
            out.println("Bill them off the cycle: ./taswiya bill --to "
                    + decided.done().getFirst().billTo() + " --on DAY --released");
        }
        out.flush();
    }

    private static Money atRisk(List<OpenHold> holds) {
        Money sum = Money.ZERO;
        for (OpenHold hold : holds) {
            Money of = hold.atRisk();
            sum = of == null ? sum : sum.plus(of);
        }
        return sum;
    }
}
