package org.taswiya.cli.shadow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ShadowReport;
import org.taswiya.run.ShadowReport.HardHit;
import org.taswiya.run.ShadowSums;
import org.taswiya.store.run.Cycle;

/// What a shadow run found, for a person.
final class ShadowText {
    private static final String INDENT = "  ";

    private final Look look;
    private final Cycle cycle;
    private final ShadowBooks books;
    private final String currency;
    private final List<String> lines = new ArrayList<>();

    ShadowText(Look look, Cycle cycle, ShadowBooks books) {
        this.look = look;
        this.cycle = cycle;
        this.books = books;
        this.currency = books.pairs().getFirst().old().currency();
    }

    /// @param csv where a line for each bill was written; null when nobody wanted one
    List<String> lines(ShadowReport report, @Nullable Path csv) {
        head(report);
        if (report.all().bills() > 0) {
            whoPaysMore(report);
            apart(report);
            lines.addAll(ShadowHistogram.lines(report, currency, look));
            lines.add("");
            named("hit hardest", report.hardest());
            named("eased most", report.eased());
        }
        notCompared(report);
        lines.add(csv == null ? "a line for each bill: add --csv FILE" : "a line for each bill: " + csv);
        return lines;
    }

    private void head(ShadowReport report) {
        lines.add(look.strong("shadow run, " + cycle + ", no bill made"));
        books.pairs()
                .forEach(pair -> lines.add(INDENT + "in place of " + pair.old().id() + ": " + pair.named()));
        ShadowSums all = report.all();
        if (all.bills() == 0) {
            lines.add("no bill to compare: nobody is billed with these books in this cycle, or it is billed already;"
                    + " name a later day with --to");
            return;
        }
        lines.add(Grouped.of(all.bills()) + " bills of "
                + Grouped.of(report.byAccount().bills()) + " accounts, "
                + Grouped.of(all.before()) + " " + currency + " by the old books and " + Grouped.of(all.after())
                + " by the new: "
                + look.strong(Grouped.signed(all.difference()) + " " + currency + ", " + percent(all) + " %"));
        lines.add("");
    }

    private void whoPaysMore(ShadowReport report) {
        ShadowSums all = report.all();
        ShadowSums accounts = report.byAccount();
        TextTable table =
                new TextTable(look, INDENT, "who pays", "bills", "share %", sum(), "accounts", "share %", sum());
        table.row(cells("more", all.more(), all, all.moreBy(), accounts.more(), accounts, accounts.moreBy()));
        table.row(cells(
                "less",
                all.less(),
                all,
                all.lessBy().negated(),
                accounts.less(),
                accounts,
                accounts.lessBy().negated()));
        table.row(cells("the same", all.same(), all, Money.ZERO, accounts.same(), accounts, Money.ZERO));
        add(table);
    }

    private static String[] cells(
            String who, long bills, ShadowSums all, Money by, long some, ShadowSums accounts, Money accountsBy) {
        return new String[] {
            who,
            Grouped.of(bills),
            Grouped.percent(bills, all.bills()),
            Grouped.signed(by),
            Grouped.of(some),
            Grouped.percent(some, accounts.bills()),
            Grouped.signed(accountsBy)
        };
    }

    private String sum() {
        return "by " + currency;
    }

    private void apart(ShadowReport report) {
        TextTable byClass = sums("class");
        report.byClass().forEach((name, sums) -> byClass.row(cells(name, sums)));
        add(byClass);
        TextTable byTariff = sums("service, tariff");
        report.byTariff()
                .forEach((supply, sums) -> byTariff.row(cells(supply.service() + ", " + supply.tariff(), sums)));
        add(byTariff);
        TextTable byBlock = sums("block reached, of a month");
        report.byBlock().forEach((block, sums) -> byBlock.row(cells(blockWords(block), sums)));
        add(byBlock);
    }

    private String blockWords(ShadowReport.Block block) {
        String usage = books.usageOfBlock(
                block.tariff(), block.number(), cycle.billTo().minusDays(1));
        String name = block.number() == 0 ? "no blocks" : "block " + block.number();
        return block.tariff() + ", " + name + (usage.isEmpty() ? "" : ", " + usage);
    }

    private TextTable sums(String about) {
        return new TextTable(
                look,
                INDENT,
                about,
                "bills",
                "more",
                "less",
                "same",
                "old " + currency,
                "new " + currency,
                "difference " + currency,
                "%");
    }

    private static String[] cells(String name, ShadowSums sums) {
        return new String[] {
            name,
            Grouped.of(sums.bills()),
            Grouped.of(sums.more()),
            Grouped.of(sums.less()),
            Grouped.of(sums.same()),
            Grouped.of(sums.before()),
            Grouped.of(sums.after()),
            Grouped.signed(sums.difference()),
            percent(sums)
        };
    }

    private static String percent(ShadowSums sums) {
        return Grouped.signedPercent(sums.difference(), sums.before());
    }

    private void named(String who, List<HardHit> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                look,
                INDENT,
                who,
                "class",
                "bills",
                "old " + currency,
                "new " + currency,
                "difference " + currency,
                "%");
        for (HardHit hit : accounts) {
            table.row(
                    hit.account(),
                    hit.customerClass(),
                    Grouped.of(hit.bills()),
                    Grouped.of(hit.before()),
                    Grouped.of(hit.after()),
                    Grouped.signed(hit.difference()),
                    Grouped.signedPercent(hit.difference(), hit.before()));
        }
        add(table);
    }

    private void notCompared(ShadowReport report) {
        ShadowSums others = report.others();
        if (others.bills() > 0) {
            lines.add(Grouped.of(others.bills()) + " bills of other books stay as they are, "
                    + Grouped.of(others.before()) + " " + currency);
        }
        reasons("held or failed by the new books and not by the old", report.caused());
        reasons("without a bill under the old books, not compared", report.withheld());
    }

    private void reasons(String what, SortedMap<String, Long> reasons) {
        long sum = reasons.values().stream().mapToLong(Long::longValue).sum();
        lines.add(Grouped.of(sum) + " agreements " + what);
        if (!reasons.isEmpty()) {
            TextTable table = new TextTable(look, INDENT, "reason", "agreements");
            reasons.forEach((reason, count) -> table.row(reason, Grouped.of(count)));
            lines.addAll(table.lines());
        }
    }

    private void add(TextTable table) {
        lines.addAll(table.lines());
        lines.add("");
    }
}
