package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads above what a utility has a person say that a payment is meant.
public final class PaymentLimitsParser {
    private static final Set<String> FIELDS = Set.of("limits", "source", "placeholder");
    private static final Set<String> LIMIT = Set.of("by", "most", "source", "placeholder");
    private static final Map<String, Means> MEANS =
            Arrays.stream(Means.values()).collect(Collectors.toMap(Means::code, means -> means));

    private PaymentLimitsParser() {}

    /// The limits of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static PaymentLimitsReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The limits of a text.
    ///
    /// @param file what findings call it
    static PaymentLimitsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<PaymentLimits> limits = YamlDocument.read(text, findings).map(root -> limits(root, findings));
        return findings.isEmpty() && limits.isPresent()
                ? new PaymentLimitsReading.Read(limits.get())
                : new PaymentLimitsReading.Faulty(findings.inOrder());
    }

    private static PaymentLimits limits(YamlNode root, Findings findings) {
        YamlFields fields = YamlFields.of(root, "the limits of payments of a utility", FIELDS, findings);
        Map<Means, Money> most = new EnumMap<>(Means.class);
        for (YamlFields limit : fields.items("limits", "a limit", LIMIT)) {
            Means means = limit.choice("by", MEANS);
            Money amount = AmountText.of(limit, "most", Limit.ABOVE_ZERO);
            if (means != null && most.put(means, amount) != null) {
                findings.add(limit.placeOf("by"), "a second limit by " + means.code(), "each means once");
            }
        }
        return new PaymentLimits(most);
    }
}
