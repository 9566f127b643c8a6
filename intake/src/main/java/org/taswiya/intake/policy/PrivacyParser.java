package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads how long a utility keeps what it knows of people.
public final class PrivacyParser {
    private static final Set<String> FIELDS = Set.of("codes", "messages", "contacts", "taxDocuments");
    private static final int DAYS_MOST = 366;
    private static final int MONTHS_MOST = 120;
    private static final int YEARS_MOST = 30;

    private final Findings findings;

    private PrivacyParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static PrivacyReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static PrivacyReading parse(String file, String text) {
        Findings findings = new Findings(file);
        PrivacyRules rules = YamlDocument.read(text, findings)
                .flatMap(root -> Optional.ofNullable(new PrivacyParser(findings).rules(root)))
                .orElse(null);
        return findings.isEmpty() && rules != null
                ? new PrivacyReading.Read(rules)
                : new PrivacyReading.Faulty(findings.inOrder());
    }

    /// The rules, or null after a finding.
    private @Nullable PrivacyRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "how long personal data is kept", FIELDS, findings);
        int codes = kept(fields, "codes", "days", 0, DAYS_MOST);
        int messages = kept(fields, "messages", "months", 1, MONTHS_MOST);
        int contacts = kept(fields, "contacts", "months", 1, MONTHS_MOST);
        int documents = kept(fields, "taxDocuments", "years", 1, YEARS_MOST);
        return findings.isEmpty() ? new PrivacyRules(codes, messages, contacts, documents) : null;
    }

    private static int kept(YamlFields fields, String what, String unit, int least, int most) {
        YamlFields of = fields.fields(what, "how long " + what + " are kept", Set.of(unit, "source", "placeholder"));
        return of == null ? least : of.whole(unit, least, most);
    }
}
