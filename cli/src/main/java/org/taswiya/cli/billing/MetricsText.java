package org.taswiya.cli.billing;

import java.math.BigDecimal;
import java.util.Map;

/// Metrics as text in the exposition format of Prometheus (version 0.0.4), which collectors read from files.
///
/// Every sample bears the same labels first; a family with several samples adds one of its own.
final class MetricsText {
    private final StringBuilder text = new StringBuilder();
    private final String labels;

    /// @param run its number
    /// @param cycle what it bills
    MetricsText(long run, String cycle) {
        this.labels = "run=\"" + run + "\",cycle=\"" + escaped(cycle) + '"';
    }

    /// What only grows. Its name ends in `_total`.
    MetricsText counter(String name, String help, Number value) {
        return head(name, "counter", help).sample(name, "", value);
    }

    /// The same, a sample for each value of one more label.
    MetricsText counters(String name, String help, String label, Map<String, ? extends Number> values) {
        return samples(head(name, "counter", help), name, label, values);
    }

    /// What goes up and down.
    MetricsText gauge(String name, String help, Number value) {
        return head(name, "gauge", help).sample(name, "", value);
    }

    /// The same, a sample for each value of one more label.
    MetricsText gauges(String name, String help, String label, Map<String, ? extends Number> values) {
        return samples(head(name, "gauge", help), name, label, values);
    }

    private static MetricsText samples(
            MetricsText text, String name, String label, Map<String, ? extends Number> values) {
        values.forEach((of, value) -> text.sample(name, "," + label + "=\"" + escaped(of) + '"', value));
        return text;
    }

    private MetricsText head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    private MetricsText sample(String name, String more, Number value) {
        text.append(name).append('{').append(labels).append(more).append("} ");
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
