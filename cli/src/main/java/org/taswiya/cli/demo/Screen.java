package org.taswiya.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.taswiya.cli.demo.SettlementLaws.Law;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.quantity.Money;

/// The last screen: what happened, in figures that a manager can read and that all come from the books.
final class Screen {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final Look look;
    private final Currency currency;
    private final List<String> lines = new ArrayList<>();
    private String gap = "";

    Screen(Look look, Currency currency) {
        this.look = look;
        this.currency = currency;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    List<String> lines(Headline headline, BillCounts counts, Figures figures, Checks checks) {
        title(headline);
        bills(counts);
        settlement(figures);
        errors(figures);
        proof(figures);
        apart(figures, counts);
        checked(figures, checks);
        return lines;
    }

    /// What the screen is about.
    ///
    /// @param title for example the place and the time
    /// @param aside what it was made of
    /// @param gap the months that nobody read, in words
    /// @param notes what a reader of the figures must know
    record Headline(String title, String aside, String gap, List<String> notes) {
        Headline {
            notes = List.copyOf(notes);
        }
    }

    private void title(Headline headline) {
        int space =
                Math.max(3, WIDTH - headline.title().length() - headline.aside().length());
        lines.add(look.strong(headline.title()) + " ".repeat(space) + look.faint(headline.aside()));
        headline.notes().forEach(this::note);
        lines.add("");
        gap = headline.gap();
    }

    /// A sentence over as many lines as it takes.
    private void note(String note) {
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : note.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                line.append(INDENT).append(INDENT);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    private void bills(BillCounts counts) {
        TextTable table = new TextTable(
                look, INDENT, "bills, " + day(counts.first()) + " to " + day(counts.last()), "bills", "share %");
        table.row("issued", Grouped.of(counts.issued()), "");
        table.row("on estimates", Grouped.of(counts.estimated()), Grouped.percent(counts.estimated(), counts.issued()));
        table.row(
                "of these for " + gap,
                Grouped.of(counts.gapEstimated()),
                Grouped.percent(counts.gapEstimated(), counts.issued()));
        add(table);
    }

    private void settlement(Figures figures) {
        TextTable table = new TextTable(
                look,
                INDENT,
                "settlement of the estimates",
                "charged",
                currency.code(),
                "credited",
                currency.code(),
                "even",
                "together " + currency.code());
        figures.groups()
                .forEach((group, direction) ->
                        row(table, group.service() + ", " + group.customerClass() + ", bills", direction));
        row(table, "all bills", figures.all());
        row(table, "customers, all bills together", figures.customers());
        add(table);
    }

    private void row(TextTable table, String name, Direction direction) {
        table.row(
                name,
                Grouped.of(direction.chargedCount()),
                currency.amount(direction.charged()),
                Grouped.of(direction.creditedCount()),
                currency.amount(direction.credited()),
                Grouped.of(direction.evenCount()),
                currency.signed(direction.net()));
    }

    private void errors(Figures figures) {
        TextTable table = new TextTable(
                look,
                INDENT,
                "estimates against what was used",
                "meters",
                "WAPE %",
                "median error %",
                "off by > 20 %: share %",
                "bias %");
        figures.errors()
                .forEach((service, error) -> table.row(
                        service, Grouped.of(error.meters()), error.wape(), error.median(), error.off(), error.bias()));
        add(table);
    }

    private void proof(Figures figures) {
        Money own = figures.monthWise();
        TextTable table = new TextTable(
                look,
                INDENT,
                "the settled volume, priced in other ways",
                currency.code(),
                "more than billed " + currency.code(),
                "%");
        for (var division : List.of(
                Map.entry("the cheapest division there is", figures.cheapest()),
                Map.entry("each month in its own blocks, as billed", own),
                Map.entry("all in one lump", figures.lump()),
                Map.entry("the dearest division there is", figures.dearest()))) {
            Money more = division.getValue().minus(own);
            table.row(
                    division.getKey(),
                    currency.amount(division.getValue()),
                    more.isZero() ? "" : currency.signed(more),
                    more.isZero() ? "" : percent(more, own));
        }
        lines.addAll(table.lines());
        Money saved = figures.lump().minus(own);
        String way = " " + currency.code() + (saved.signum() < 0 ? " less" : " more");
        lines.add(INDENT
                + look.strong("A lump would have cost the customers "
                        + currency.amount(saved.signum() < 0 ? saved.negated() : saved) + way)
                + ", and made " + Grouped.of(figures.worseAsLump()) + " of "
                + Grouped.of(figures.laws().checked()) + " bills dearer.");
        lines.add("");
    }

    private static String percent(Money part, Money whole) {
        String percent = Grouped.percent(BigDecimal.valueOf(part.minorUnits()), BigDecimal.valueOf(whole.minorUnits()));
        return part.signum() > 0 ? "+" + percent : percent;
    }

    private void apart(Figures figures, BillCounts counts) {
        StringJoiner held = new StringJoiner(", ");
        counts.held().forEach((reason, times) -> held.add(Grouped.of(times) + " " + reason));
        lines.add(INDENT + look.accent("instalments offered  ") + Grouped.of(figures.offers()) + " bills, "
                + currency.amount(figures.offered()) + " " + currency.code() + " together");
        lines.add(INDENT + look.accent("held for a person    ") + (counts.held().isEmpty() ? "none" : held));
        if (counts.letOut() > 0) {
            lines.add(INDENT + look.accent("looked at, let out   ") + Grouped.of(counts.letOut())
                    + (counts.letOut() == 1 ? " bill" : " bills") + " that only a check held, the same day");
        }
        lines.add("");
    }

    private void checked(Figures figures, Checks checks) {
        SettlementLaws laws = figures.laws();
        String settlements = Grouped.of(laws.checked()) + " settlements";
        check(
                checks.trialBalance().isZero(),
                "ledger balanced",
                Grouped.of(checks.entries()) + " entries, all accounts together "
                        + currency.amount(checks.trialBalance()) + " " + currency.code());
        check(laws.hold(Law.READ_MONTHLY), "settled equals read monthly", settlements);
        check(laws.hold(Law.NOTHING_NEW), "settled again, nothing new: 0.00", settlements);
        check(laws.hold(Law.PROOF), "cheapest ≤ month by month ≤ dearest", settlements);
        check(
                checks.differing().isEmpty(),
                "bills verify",
                Grouped.of(checks.verified()) + " documents recomputed from their own inputs");
        for (String broken : laws.broken().stream().limit(3).toList()) {
            lines.add(INDENT + INDENT + broken);
        }
        for (String differing : checks.differing().stream().limit(3).toList()) {
            lines.add(INDENT + INDENT + differing);
        }
        lines.add("");
    }

    private void check(boolean holds, String what, String found) {
        String mark = holds ? look.accent("✓") : look.strong("✗");
        lines.add(INDENT + mark + " " + String.format("%-38s", what) + found + (holds ? "" : look.strong("  FAILED")));
    }

    private void add(TextTable table) {
        lines.addAll(table.lines());
        lines.add("");
    }
}
