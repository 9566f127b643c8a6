package org.taswiya.intake.yaml;

import java.util.List;
import java.util.Map;

/// One node of a YAML document with its place. Scalars keep the text of the file: a price is never a binary number.
public sealed interface YamlNode {

    /// 1-based.
    public int line();

    /// 1-based.
    public int column();

    /// What stands here, for a finding.
    public String describe();

    /// One value.
    ///
    /// @param plain whether it stands without quotes
    record Scalar(int line, int column, String text, boolean plain) implements YamlNode {

        private static final int TEXT_SHOWN_MAX = 60;

        boolean isEmpty() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String describe() {
            if (isEmpty()) {
                return "nothing";
            }
            String shown = text.length() > TEXT_SHOWN_MAX ? text.substring(0, TEXT_SHOWN_MAX) + "..." : text;
            return plain ? shown : '"' + shown + '"';
        }
    }

    /// A list.
    record Sequence(int line, int column, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /// YamlFields by name.
    ///
    /// @param entries by key, in the order of the file
    record Mapping(int line, int column, Map<String, Entry> entries) implements YamlNode {

        /// One field.
        ///
        /// @param key where the key stands
        public record Entry(Scalar key, YamlNode value) {}

        @Override
        public String describe() {
            return "fields";
        }
    }
}
