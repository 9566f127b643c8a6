package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.receivables.AgeBand;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads which share of a debt a utility does not expect, by its age.
public final class ProvisionParser {
    private static final Set<String> FIELDS = Set.of("provision", "source", "placeholder");
    private static final Set<String> RULE = Set.of("age", "share", "source", "placeholder");

    private final Findings findings;

    private ProvisionParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static ProvisionReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static ProvisionReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<ProvisionRules> rules =
                YamlDocument.read(text, findings).map(root -> new ProvisionParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new ProvisionReading.Read(rules.get())
                : new ProvisionReading.Faulty(findings.inOrder());
    }

    private ProvisionRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "the provision for bad debts", FIELDS, findings);
        Map<String, AgeBand> bands = new HashMap<>();
        for (AgeBand band : AgeBand.values()) {
            bands.put(band.code(), band);
        }
        Map<AgeBand, Decimal> shares = new EnumMap<>(AgeBand.class);
        for (YamlFields rule : fields.items("provision", "the share of an age", RULE)) {
            AgeBand band = rule.choice("age", bands);
            Decimal share = rule.number("share", Limit.SHARE);
            if (band != null && shares.put(band, share) != null) {
                findings.add(rule.placeOf("age"), "a second share for " + band.code(), "each age once");
            }
        }
        return findings.isEmpty() ? new ProvisionRules(shares) : ProvisionRules.NONE;
    }
}
