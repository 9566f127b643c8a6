package org.taswiya.intake.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Mapping;

/// Reads by which methods unread meters are estimated: one chain for everybody, or one for each class of customers that
/// has its own and a `default` for the others. Where every class has its own, nobody needs a default.
final class ChainReader {
    private static final String CHAIN = "chain";
    private static final String DEFAULT = "default";
    private static final String METHODS = "a method such as two-years";
    private static final String WITHOUT_EDITION =
            "the method without an edition: estimates are always made by that of today, which bills name";

    private final YamlFields fields;

    /// @param fields that have a `chain`
    ChainReader(YamlFields fields) {
        this.fields = fields;
    }

    /// What the field says.
    ///
    /// @param forOthers the chain of the classes that have none of their own
    record Chains(List<EstimationMethod> forOthers, Map<CustomerClass, List<EstimationMethod>> own) {
        static final Chains NONE = new Chains(List.of(), Map.of());
    }

    Chains read() {
        YamlNode node = fields.optional(CHAIN);
        return node instanceof Mapping
                ? byClass(YamlFields.of(node, "a chain by class of customers", names(), fields.findings()))
                : new Chains(chain(fields, CHAIN), Map.of());
    }

    private static Chains byClass(YamlFields stated) {
        Map<CustomerClass, List<EstimationMethod>> own = new EnumMap<>(CustomerClass.class);
        for (CustomerClass of : CustomerClass.values()) {
            if (stated.has(of.code())) {
                own.put(of, chain(stated, of.code()));
            }
        }
        boolean isOfAll = own.size() == CustomerClass.values().length && !stated.has(DEFAULT);
        return new Chains(isOfAll ? own.values().iterator().next() : chain(stated, DEFAULT), own);
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(DEFAULT));
        for (CustomerClass of : CustomerClass.values()) {
            names.add(of.code());
        }
        return names;
    }

    private static List<EstimationMethod> chain(YamlFields of, String name) {
        List<EstimationMethod> chain = new ArrayList<>();
        for (YamlNode item : of.list(name, METHODS)) {
            String code = of.textOf(item);
            EstimationMethod method = EstimationMethod.ofCode(code).orElse(EstimationMethod.STATED);
            String before = chain.stream()
                    .filter(other -> other.kind() == method.kind())
                    .map(EstimationMethod::code)
                    .findFirst()
                    .orElse(null);
            if (before != null) {
                of.findings().add(item, item.describe(), "a kind once, and " + before + " stands before it");
            } else if (!method.isOfChains()) {
                of.findings().add(item, item.describe(), isEdition(code) ? WITHOUT_EDITION : expected());
            } else {
                chain.add(method);
            }
        }
        return chain;
    }

    /// Whether a method is named as bills show it, with the edition of all by which it was made.
    private static boolean isEdition(String code) {
        int slash = code.indexOf('/');
        return slash > 0
                && EstimationMethod.ofCode(code.substring(0, slash))
                        .filter(method -> method.isOfChains() && method.kind() != EstimationMethod.Kind.RECENT_AVERAGE)
                        .isPresent();
    }

    private static String expected() {
        String methods = EstimationMethod.values().stream()
                .filter(EstimationMethod::isOfChains)
                .map(EstimationMethod::code)
                .collect(Collectors.joining(", "));
        String average = EstimationMethod.RECENT_AVERAGE.code() + "/";
        return "one of " + methods + ", each once; " + average + EstimationMethod.PERIODS_LEAST + " to " + average
                + EstimationMethod.PERIODS_MOST + " for so many periods";
    }
}
