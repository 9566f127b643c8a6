package org.taswiya.deliver.explain;

import java.time.LocalDate;
import org.taswiya.core.budget.BudgetPlan;
import org.taswiya.core.budget.BudgetStanding;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What a notice says of a budget plan that runs: what of it is to be paid next in place of the bills, and how billed
/// and paid stand.
public final class BudgetNote {
    private BudgetNote() {}

    /// One sentence after the other, on one line.
    ///
    /// @param on the day of the standing
    /// @param currency the ISO code; empty where no price book at hand names it
    public static String of(
            BudgetPlan plan, BudgetStanding standing, LocalDate on, String currency, Language language) {
        Figures figures = new Figures(language, currency);
        LocalDate next = next(plan, standing, on);
        return Texts.of(language)
                .text(
                        "budget.note",
                        "number",
                        figures.isolated(Long.toString(plan.number())),
                        "amount",
                        figures.money(plan.dueTo(next).minus(standing.paid()).max(Money.ZERO)),
                        "date",
                        figures.date(next),
                        "from",
                        figures.date(plan.startsOn()),
                        "billed",
                        figures.money(standing.carried().plus(standing.billed())),
                        "paid",
                        figures.money(standing.paid()));
    }

    /// The first due day from the day on whose amounts are not all paid; the last where all are.
    private static LocalDate next(BudgetPlan plan, BudgetStanding standing, LocalDate on) {
        return plan.dueDays().stream()
                .filter(due -> !due.isBefore(on) && plan.dueTo(due).compareTo(standing.paid()) > 0)
                .findFirst()
                .orElse(plan.dueDays().getLast());
    }
}
