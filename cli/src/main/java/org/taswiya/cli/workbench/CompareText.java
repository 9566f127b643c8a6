package org.taswiya.cli.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.pricing.CurveWords;
import org.taswiya.cli.pricing.HeldWords;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.cli.workbench.ComparedBooks.ComparedUse;
import org.taswiya.cli.workbench.ComparedBooks.HeldBoth;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.BookComparison.Cliffs;
import org.taswiya.core.tariff.ChangedDay;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.RevenueParts.Part;
import org.taswiya.core.tariff.RevenueParts.Sums;
import org.taswiya.core.tariff.TariffChange;
import org.taswiya.deliver.tariff.TextDifference;
import org.taswiya.run.ShadowReport.HardHit;
import org.taswiya.run.ShadowSums;
import org.taswiya.run.UsesReport;

/// Two books side by side, for a person.
final class CompareText {
    /// Why something is assumed.
    static final String STATED = ", which the book states where nobody tells it";

    private static final String INDENT = "  ";
    private static final int PRICE_DECIMALS = 4;

    private final Look look;
    private final ComparedBooks compared;
    private final Fraction moreThan;
    private final String currency;
    private final String unit;
    private final List<String> lines = new ArrayList<>();

    CompareText(Look look, ComparedBooks compared, Fraction moreThan) {
        this.look = look;
        this.compared = compared;
        this.moreThan = moreThan;
        this.currency = compared.books().after().currency();
        this.unit = compared.books().after().unit().symbol();
    }

    List<String> lines() {
        lines.add(look.strong("old: " + compared.oldName()));
        lines.add(look.strong("new: " + compared.newName()));
        lines.add("");
        if (compared.days().isEmpty()) {
            changes("what changes", compared.books().changes());
        } else {
            compared.days().forEach(this::day);
        }
        text();
        compared.ofMany().ifPresent(this::many);
        uses();
        unknown();
        revenue(compared.ofMany().map(UsesReport::revenue).orElse(compared.revenue()));
        compared.curves().forEach(this::curve);
        if (compared.curves().isEmpty()) {
            lines.add("no curves: these prices hang on more than the usage; --profile or --demand says what is held");
        }
        return lines;
    }

    private void add(TextTable table) {
        lines.addAll(table.lines());
        lines.add("");
    }

    private void day(ChangedDay day) {
        if (day.isOfOne()) {
            lines.add("from " + day.day() + " on: only one of them has prices");
            lines.add("");
        } else if (day.changes().isEmpty()) {
            lines.add("from " + day.day() + " on: they state the same again");
            lines.add("");
        } else {
            changes("from " + day.day() + " on", day.changes());
        }
    }

    private void text() {
        TextDifference text = compared.text();
        if (text != null) {
            lines.addAll(DifferenceText.lines(look, text));
            lines.add("");
        }
    }

    private void changes(String what, List<TariffChange> changes) {
        if (changes.isEmpty()) {
            lines.add("nothing that is charged differs");
            lines.add("");
            return;
        }
        TextTable table = new TextTable(look, INDENT, what, "", "old", "new");
        for (TariffChange change : changes) {
            table.row(
                    FactWords.of(change.fact()),
                    FactWords.field(change.fact()),
                    FactWords.before(change),
                    FactWords.after(change));
        }
        add(table);
    }

    private void uses() {
        if (compared.lines().isEmpty()) {
            return;
        }
        boolean netted =
                compared.lines().stream().anyMatch(line -> line.priced().isNetted());
        List<String> head = new ArrayList<>(List.of("use", unit));
        if (netted) {
            head.addAll(List.of("netted, old", "netted, new"));
        }
        head.addAll(List.of("old " + currency, "new " + currency, "difference " + currency, "%"));
        TextTable table = new TextTable(look, INDENT, head.toArray(String[]::new));
        for (ComparedUse line : compared.lines()) {
            PricedTwice priced = line.priced();
            List<String> usages = new ArrayList<>(List.of(CurveWords.usage(priced.usage())));
            if (netted) {
                usages.add(CurveWords.usage(priced.before().usage()));
                usages.add(CurveWords.usage(priced.after().usage()));
            }
            table.row(cells(line.use().name(), usages, priced.before().total(), priced.difference()));
        }
        if (!compared.revenue().isEmpty()) {
            List<String> none = Collections.nCopies(netted ? 3 : 1, "");
            table.row(
                    cells("together", none, compared.before(), compared.after().minus(compared.before())));
        }
        add(table);
        if (netted) {
            lines.add("netted: what is left of the use to be priced when energy that was fed in has come off it");
            lines.add("");
        }
    }

    private void unknown() {
        compared.unknown()
                .forEach(one -> lines.add("left out: "
                        + UsesOption.named(one.use()).name() + ": " + one.lack().found()));
        compared.ofMany().ifPresent(report -> lines.addAll(unknown(report)));
        lines.addAll(assumed(compared.assumed()));
    }

    /// What is priced by a number that nobody has told.
    static List<String> assumed(Map<String, Long> assumed) {
        return assumed.entrySet().stream()
                .map(one -> "assumed for " + Grouped.count(one.getValue(), "period") + ": " + one.getKey() + STATED)
                .toList();
    }

    /// What nobody knows of how many periods.
    static List<String> unknown(UsesReport report) {
        return report.unknown().entrySet().stream()
                .map(one -> "left out: " + Grouped.count(one.getValue(), "billed period") + ", of which " + one.getKey()
                        + " is not known")
                .toList();
    }

    private static String[] cells(String name, List<String> usages, Money before, Money difference) {
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(usages);
        cells.add(Grouped.of(before));
        cells.add(Grouped.of(before.plus(difference)));
        cells.add(Grouped.signed(difference));
        cells.add(Grouped.signedPercent(difference, before));
        return cells.toArray(String[]::new);
    }

    private void many(UsesReport report) {
        ShadowSums accounts = report.accounts();
        if (accounts.bills() == 0) {
            lines.add(
                    report.unknown().isEmpty()
                            ? "nobody was billed by the old book in these days"
                            : "what was billed by the old book in these days cannot be priced by both");
            lines.add("");
            return;
        }
        lines.add(Grouped.count(report.uses(), "billed period") + " of " + Grouped.count(accounts.bills(), "account")
                + ", " + Grouped.of(accounts.before()) + " " + currency + " by the old book and "
                + Grouped.of(accounts.after()) + " by the new: "
                + look.strong(Grouped.signed(accounts.difference()) + " " + currency + ", "
                        + Grouped.signedPercent(accounts.difference(), accounts.before()) + " %"));
        lines.add("");
        TextTable who = new TextTable(look, INDENT, "who pays", "accounts", "share %", "by " + currency);
        who.row(who("more", accounts.more(), accounts, accounts.moreBy()));
        who.row(who("less", accounts.less(), accounts, accounts.lessBy().negated()));
        who.row(who("the same", accounts.same(), accounts, Money.ZERO));
        add(who);
        TextTable spread = new TextTable(look, INDENT, "of a hundred accounts", "pay at most " + currency);
        report.quantiles()
                .forEach(at -> spread.row(
                        at.percent() == 0 ? "the first" : at.percent() == 100 ? "the last" : "" + at.percent(),
                        Grouped.signed(at.difference())));
        add(spread);
        named("hit hardest", report.hardest());
        named("eased most", report.eased());
    }

    private static String[] who(String who, long some, ShadowSums all, Money by) {
        return new String[] {who, Grouped.of(some), Grouped.percent(some, all.bills()), Grouped.signed(by)};
    }

    private void named(String who, List<HardHit> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                look, INDENT, who, "periods", "old " + currency, "new " + currency, "difference " + currency, "%");
        for (HardHit hit : accounts) {
            table.row(cells(hit.account(), List.of(Grouped.of(hit.bills())), hit.before(), hit.difference()));
        }
        add(table);
    }

    private void revenue(SortedMap<Part, Sums> revenue) {
        if (revenue.isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable(look, INDENT, "revenue", "old " + currency, "new " + currency, "difference " + currency);
        revenue.forEach((part, sums) -> table.row(
                FactWords.of(part),
                Grouped.of(sums.before()),
                Grouped.of(sums.after()),
                Grouped.signed(sums.difference())));
        add(table);
    }

    private void curve(HeldBoth curve) {
        String held = HeldWords.of(curve.held());
        if (!held.isEmpty()) {
            lines.add("held: " + held);
        }
        cliffs(curve.both().cliffs(moreThan));
    }

    private void cliffs(List<Cliffs> cliffs) {
        if (cliffs.isEmpty()) {
            lines.add("no cliffs");
            return;
        }
        TextTable table = new TextTable(
                look, INDENT, "cliffs: the next " + unit + " above", "old " + currency, "new " + currency);
        cliffs.forEach(
                cliff -> table.row(CurveWords.usage(cliff.above()), price(cliff.before()), price(cliff.after())));
        lines.addAll(table.lines());
    }

    private static String price(@Nullable Fraction price) {
        return price == null ? "-" : price.toText(PRICE_DECIMALS);
    }
}
