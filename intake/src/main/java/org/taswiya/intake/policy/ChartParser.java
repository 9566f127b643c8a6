package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.taswiya.core.ledger.AccountKind;
import org.taswiya.core.ledger.ChartAccount;
import org.taswiya.core.ledger.ChartOfAccounts;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads the chart of accounts of a utility.
public final class ChartParser {
    private static final Set<String> FIELDS = Set.of("accounts", "source", "placeholder");
    private static final Set<String> ACCOUNT = Set.of("number", "kind", "names", "of", "placeholder");
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
    private static final Pattern OURS = Pattern.compile("[a-zA-Z0-9-]+(:[a-zA-Z0-9-]+)*");

    private final Findings findings;
    private final Map<String, ChartAccount> places = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();

    private ChartParser(Findings findings) {
        this.findings = findings;
    }

    /// The chart of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static ChartReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The chart of a text.
    ///
    /// @param file what findings call it
    static ChartReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<ChartOfAccounts> chart =
                YamlDocument.read(text, findings).map(root -> new ChartParser(findings).chart(root));
        return findings.isEmpty() && chart.isPresent()
                ? new ChartReading.Read(chart.get())
                : new ChartReading.Faulty(findings.inOrder());
    }

    private ChartOfAccounts chart(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "a chart of accounts", FIELDS, findings);
        fields.items("accounts", "an account", ACCOUNT).forEach(this::add);
        return new ChartOfAccounts(places);
    }

    private void add(YamlFields account) {
        String number = account.name("number", NUMBER, "a number in quotes, of digits alone");
        if (!number.isEmpty() && !numbers.add(number)) {
            findings.add(account.placeOf("number"), "a second account " + number, "each number once");
        }
        AccountKind kind = account.choice("kind", kinds());
        Map<String, String> names = names(account);
        ChartAccount place = number.isEmpty() || kind == null || !names.containsKey("en")
                ? null
                : new ChartAccount(number, kind, names);
        for (YamlNode item : account.list("of", "an account of ours such as assets:receivable")) {
            String ours = account.textOf(item);
            if (!ours.isEmpty() && !OURS.matcher(ours).matches()) {
                findings.add(item, item.describe(), "words joined by colons such as assets:receivable");
            } else if (place != null && places.put(ours, place) != null) {
                findings.add(item, "a second place of " + ours, "each of our accounts once");
            }
        }
    }

    private Map<String, String> names(YamlFields account) {
        YamlFields stated = account.fields("names", "names by language", LANGUAGES);
        Map<String, String> names = new TreeMap<>();
        if (stated != null) {
            names.put("en", stated.text("en"));
            for (String language : LANGUAGES) {
                if (stated.has(language)) {
                    names.put(language, stated.text(language));
                }
            }
        }
        return names;
    }

    private static Map<String, AccountKind> kinds() {
        Map<String, AccountKind> kinds = new TreeMap<>();
        for (AccountKind kind : AccountKind.values()) {
            kinds.put(kind.code(), kind);
        }
        return kinds;
    }
}
