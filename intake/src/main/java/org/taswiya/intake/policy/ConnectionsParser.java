package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.connection.ConnectionRules.Item;
import org.taswiya.core.connection.ConnectionRules.Of;
import org.taswiya.core.connection.ConnectionRules.Terms;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what a utility asks of those who apply for a new connection, in how many days it answers, what it charges.
public final class ConnectionsParser {
    private static final Set<String> FIELDS =
            Set.of("documents", "connections", "targets", "validDays", "taxRate", "source", "placeholder");
    private static final Set<String> DOCUMENT = Set.of("code", "names", "source", "placeholder");
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final Set<String> CONNECTION =
            Set.of("class", "service", "billedWith", "documents", "quote", "source", "placeholder");
    private static final Set<String> ITEM = Set.of("item", "amount", "source", "placeholder");
    private static final String SERVICE = "a service such as water";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final String CODE_WORDS = "a code of small letters such as identity";
    private static final int DAYS_MOST = 366;

    private final Findings findings;

    private ConnectionsParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static ConnectionsReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static ConnectionsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<ConnectionRules> rules =
                YamlDocument.read(text, findings).flatMap(root -> new ConnectionsParser(findings).rules(root));
        return rules.isPresent()
                ? new ConnectionsReading.Read(rules.get())
                : new ConnectionsReading.Faulty(findings.inOrder());
    }

    private Optional<ConnectionRules> rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "new connections", FIELDS, findings);
        Map<String, Map<String, String>> documents = documents(fields);
        Map<Of, Terms> connections = connections(fields, documents.keySet());
        Map<ApplicationState, Integer> targets = targets(fields);
        int validDays = fields.whole("validDays", 1, DAYS_MOST);
        Decimal taxRate = fields.number("taxRate", Limit.SHARE);
        return findings.isEmpty()
                ? Optional.of(new ConnectionRules(documents, connections, targets, validDays, taxRate))
                : Optional.empty();
    }

    private Map<String, Map<String, String>> documents(YamlFields fields) {
        Map<String, Map<String, String>> documents = new TreeMap<>();
        for (YamlFields document : fields.items("documents", "a document that may be asked for", DOCUMENT)) {
            String code = document.name("code", CODE, CODE_WORDS);
            Map<String, String> names = new TreeMap<>();
            YamlFields stated = document.fields("names", "names by language", LANGUAGES);
            if (stated != null) {
                new TreeSet<>(LANGUAGES).forEach(language -> names.put(language, stated.text(language)));
            }
            if (!code.isEmpty() && documents.put(code, Map.copyOf(names)) != null) {
                findings.add(document.placeOf("code"), "a second document " + code, "each code once");
            }
        }
        return documents;
    }

    private Map<Of, Terms> connections(YamlFields fields, Set<String> known) {
        Map<Of, Terms> connections = new LinkedHashMap<>();
        Map<Of, YamlNode> withOthers = new HashMap<>();
        for (YamlFields one : fields.items("connections", "the connection of a class to a service", CONNECTION)) {
            CustomerClass of = one.choice("class", ArrangementsParser.classes());
            String service = one.name("service", CODE, SERVICE);
            @Nullable String billedWith = one.has("billedWith") ? one.name("billedWith", CODE, SERVICE) : null;
            Terms terms = new Terms(asked(one, known), items(one), billedWith);
            if (of == null || service.isEmpty()) {
                continue;
            }
            if (connections.put(new Of(of, service), terms) != null) {
                findings.add(
                        one.placeOf("service"),
                        "a second connection of " + of.code() + " to " + service,
                        "each class and service once");
            }
            if (billedWith != null) {
                withOthers.put(new Of(of, billedWith), one.placeOf("billedWith"));
            }
        }
        withOthers.forEach((other, place) -> {
            Terms terms = connections.get(other);
            if (terms == null || terms.billedWith() != null) {
                findings.add(
                        place,
                        other.service(),
                        "a service to which the same class is connected, with an agreement of its own");
            }
        });
        return connections;
    }

    private List<String> asked(YamlFields connection, Set<String> known) {
        Set<String> asked = new LinkedHashSet<>();
        for (YamlNode node : connection.list("documents", "the code of a document")) {
            String code = connection.textOf(node);
            if (!code.isEmpty() && !known.contains(code)) {
                findings.add(node, code, "one of the documents above: " + String.join(", ", new TreeSet<>(known)));
            } else if (!asked.add(code)) {
                findings.add(node, "a second " + code, "each document once");
            }
        }
        return List.copyOf(asked);
    }

    private List<Item> items(YamlFields connection) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (YamlFields one : connection.items("quote", "an item and its amount before tax", ITEM)) {
            String code = one.name("item", CODE, "a code of small letters such as branch");
            Money amount = AmountText.of(one, "amount", Limit.ABOVE_ZERO);
            if (!code.isEmpty() && amount.signum() > 0 && items.put(code, new Item(code, amount)) != null) {
                findings.add(one.placeOf("item"), "a second item " + code, "each item once");
            }
        }
        return new ArrayList<>(items.values());
    }

    private Map<ApplicationState, Integer> targets(YamlFields fields) {
        Map<ApplicationState, Integer> targets = new EnumMap<>(ApplicationState.class);
        Set<String> states = new TreeSet<>();
        for (ApplicationState state : ApplicationState.values()) {
            if (state.isWithUtility()) {
                states.add(state.code());
            }
        }
        YamlFields stated = fields.fields("targets", "working days by state", states);
        if (stated != null) {
            for (String code : states) {
                int days = stated.whole(code, 1, DAYS_MOST);
                ApplicationState.ofCode(code).ifPresent(state -> targets.put(state, days));
            }
        }
        return targets;
    }
}
