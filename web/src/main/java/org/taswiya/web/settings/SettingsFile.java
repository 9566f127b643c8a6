package org.taswiya.web.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// A file of settings: YAML, a line each, named as the options are without their hyphens in front.
///
/// @param faults what cannot be read or is no setting, each with its place; then no value counts
public record SettingsFile(Path path, Map<String, String> values, String faults) {
    /// @param known the names that there are
    static SettingsFile read(Path path, Set<String> known) throws IOException {
        Findings findings = new Findings(path.toString());
        Map<String, String> values = new TreeMap<>();
        Optional<YamlNode> root = YamlDocument.read(YamlDocument.text(path), findings);
        if (root.isPresent()) {
            YamlFields fields = YamlFields.of(root.get(), "settings", known, findings);
            for (String name : known) {
                if (fields.has(name)) {
                    values.put(name, fields.text(name));
                }
            }
        }
        StringBuilder faults = new StringBuilder();
        findings.inOrder()
                .forEach(finding -> faults.append(faults.isEmpty() ? "" : "\n").append(finding));
        return new SettingsFile(path, Map.copyOf(values), faults.toString());
    }
}
