package org.taswiya.cli.command;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Metrics as text in the exposition format of Prometheus (version 0.0.4), which collectors read from files.
///
/// Every sample bears the same labels first; a family with several samples adds its own.
public final class MetricsText {
    private final StringBuilder text = new StringBuilder();
    private final String labels;

    /// @param labels that every sample bears, in their order; none for none
    public MetricsText(SequencedMap<String, String> labels) {
        this.labels = labels.entrySet().stream()
                .map(label -> label(label.getKey(), label.getValue()))
                .collect(Collectors.joining(","));
    }

    /// A label as samples bear it; several are put together with a comma.
    public static String label(String name, String value) {
        return name + "=\"" + escaped(value) + '"';
    }

    /// What only grows. Its name ends in `_total`.
    public MetricsText counter(String name, String help, Number value) {
        return head(name, "counter", help).sample(name, "", value);
    }

    /// The same, a sample for each value of one more label.
    public MetricsText counters(String name, String help, String label, Map<String, ? extends Number> values) {
        return samples(head(name, "counter", help), name, label, values);
    }

    /// What goes up and down.
    public MetricsText gauge(String name, String help, Number value) {
        return head(name, "gauge", help).sample(name, "", value);
    }

    /// The same, a sample for each value of one more label.
    public MetricsText gauges(String name, String help, String label, Map<String, ? extends Number> values) {
        return samples(head(name, "gauge", help), name, label, values);
    }

    private static MetricsText samples(
            MetricsText text, String name, String label, Map<String, ? extends Number> values) {
        values.forEach((of, value) -> text.sample(name, label(label, of), value));
        return text;
    }

    /// Begins a family whose samples follow.
    ///
    /// @param type `counter`, `gauge` or `histogram`
    public MetricsText head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /// One more of the family begun last.
    ///
    /// @param more its own labels; empty for none
    public MetricsText sample(String name, String more, Number value) {
        String all = labels + (labels.isEmpty() || more.isEmpty() ? "" : ",") + more;
        text.append(name).append(all.isEmpty() ? "" : '{' + all + '}').append(' ');
        text.append(new BigDecimal(value.toString()).toPlainString()).append('\n');
        return this;
    }

    /// As the format wants label values.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
