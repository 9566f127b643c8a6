package org.taswiya.cli.measuring;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.bench.backtest.BacktestRow;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// How good estimates were, for people and for machines.
final class BacktestText {
    private BacktestText() {}

    static String head(boolean withMoney) {
        return String.format(
                        Locale.ROOT,
                        "%-24s %-7s %-18s %7s %7s %7s %7s %7s %7s%s",
                        "set",
                        "window",
                        "method",
                        "meters",
                        "WAPE",
                        "APE",
                        "off",
                        "bias",
                        "covered",
                        withMoney ? String.format(Locale.ROOT, " %16s %16s", "charged", "credited") : "")
                .stripTrailing();
    }

    static String line(BacktestRow row) {
        return String.format(
                        Locale.ROOT,
                        "%-24s %-7s %-18s %7s %7s %7s %7s %7s %7s%s%s",
                        row.set(),
                        row.window(),
                        row.method(),
                        Grouped.of(row.n()),
                        percent(row, "%.1f", row.wape()),
                        percent(row, "%.1f", row.medianApe()),
                        percent(row, "%.1f", row.off20()),
                        percent(row, "%+.1f", row.bias()),
                        percent(row, "%.1f", row.coverage()),
                        money(row.charged()) + money(row.credited()),
                        row.unknown() == 0 ? "" : "  " + Grouped.of(row.unknown()) + " not estimated")
                .stripTrailing();
    }

    /// Of no meter nothing is known, which is not an error of nothing.
    private static String percent(BacktestRow row, String form, double value) {
        return row.n() == 0 ? "-" : String.format(Locale.ROOT, form, value);
    }

    private static String money(@Nullable Money money) {
        return money == null ? "" : String.format(Locale.ROOT, " %16s", Grouped.of(money));
    }

    static String json(List<BacktestRow> rows) {
        return JsonLine.object(json -> {
            json.writeArrayPropertyStart("rows");
            rows.forEach(row -> write(json, row));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, BacktestRow row) {
        json.writeStartObject();
        json.writeStringProperty("set", row.set());
        json.writeStringProperty("window", row.window());
        json.writeStringProperty("method", row.method());
        json.writeNumberProperty("n", row.n());
        json.writeNumberProperty("wape", rounded(row.wape()));
        json.writeNumberProperty("medianApe", rounded(row.medianApe()));
        json.writeNumberProperty("off20", rounded(row.off20()));
        json.writeNumberProperty("bias", rounded(row.bias()));
        json.writeNumberProperty("coverage", rounded(row.coverage()));
        json.writeNumberProperty("notEstimated", row.unknown());
        write(json, "charged", row.charged());
        write(json, "credited", row.credited());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable Money money) {
        if (money != null) {
            json.writeStringProperty(name, money.toString());
        }
    }

    /// To a hundredth.
    private static double rounded(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
