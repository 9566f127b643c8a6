package org.taswiya.cli.workbench;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Assumed;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.TaxLine;
import org.taswiya.run.UsesReport;

/// Bills that would come, for a person.
final class TryText {
    private static final String INDENT = "  ";
    private static final int DECIMALS = 6;

    private final Look look;
    private final String currency;
    private int bills;
    private Money sum = Money.ZERO;

    TryText(Look look, String currency) {
        this.look = look;
        this.currency = currency;
    }

    /// @param assumed what the book states in place of what nobody has told
    List<String> bill(PricedUse use, Rating rating, List<Assumed> assumed) {
        bills++;
        sum = sum.plus(rating.total());
        List<String> lines = new ArrayList<>();
        String unit = rating.resolved().tariff().unit().symbol();
        Fraction used = use.use().usage();
        String netted = rating.usage().compareTo(used) == 0
                ? ""
                : ", netted " + rating.usage().toCanonicalText(DECIMALS) + " " + unit;
        lines.add(look.strong(use.name() + ": " + used.toCanonicalText(DECIMALS) + " " + unit + netted + ", "
                + use.period().from() + " to " + use.period().to()));
        TextTable table = new TextTable(look, INDENT, "line", "quantity", "", "price", "share", "tax", currency);
        for (ChargeLine line : rating.lines()) {
            table.row(
                    name(line),
                    line.quantity().toCanonicalText(DECIMALS),
                    line.unit().symbol(),
                    line.price().toString(),
                    line.dayShare().map(ChargeLine.DayShare::toString).orElse(""),
                    line.taxRate().toString(),
                    Grouped.of(line.amount()));
        }
        for (TaxLine tax : rating.taxes()) {
            boolean isLevy = tax.baseUnit() != null;
            table.row(
                    "tax " + tax.code() + (rating.isTaxIncluded() && !isLevy ? ", in the prices" : ""),
                    base(tax.base()),
                    tax.baseUnit() == null ? currency : tax.baseUnit().symbol(),
                    "",
                    "",
                    tax.rate() == null ? "" : tax.rate().toString(),
                    Grouped.of(tax.amount()));
        }
        table.row("total", "", "", "", "", "", Grouped.of(rating.total()));
        lines.addAll(table.lines());
        assumed.forEach(one -> lines.add(INDENT + "assumed: " + one + CompareText.STATED));
        lines.add("");
        return lines;
    }

    private static String base(Fraction base) {
        return base.toCanonicalText(DECIMALS);
    }

    private static String name(ChargeLine line) {
        return line.component()
                + (line.band() == null ? "" : ", " + line.band())
                + (line.block() == 0 ? "" : ", block " + line.block());
    }

    /// Of all bills so far.
    List<String> together() {
        return List.of(look.strong(Grouped.count(bills, "bill") + ", " + Grouped.of(sum) + " " + currency));
    }

    /// Of many accounts.
    List<String> together(UsesReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(look.strong(Grouped.count(report.uses(), "bill") + " of "
                + Grouped.count(report.accounts().bills(), "account") + ", "
                + Grouped.of(report.accounts().after()) + " " + currency));
        lines.addAll(CompareText.unknown(report));
        lines.addAll(CompareText.assumed(report.assumed()));
        if (!report.revenue().isEmpty()) {
            TextTable table = new TextTable(look, INDENT, "part", currency);
            report.revenue().forEach((part, sums) -> table.row(FactWords.of(part), Grouped.of(sums.after())));
            lines.add("");
            lines.addAll(table.lines());
        }
        return lines;
    }
}
