package org.taswiya.cli.pricing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;

/// What a line says was used: `usage`, in all or by time band, and `demand`.
///
/// @param tariff its id, for refusals
/// @param bands the time bands of usage; empty where prices are the same at every hour
/// @param demandNames by which demand is told; empty where no time band divides it
/// @param isOfDemand whether the highest demand is charged
record DeterminantsReader(String tariff, Set<String> bands, Set<String> demandNames, boolean isOfDemand) {
    /// The key of usage that nothing divides.
    static final String TOTAL = "total";

    /// @throws Refusal `missing-field`, `missing-demand`, or what is wrong with a quantity
    BillDeterminants read(JsonFields line) {
        JsonFields usage = line.object("usage");
        Map<String, Fraction> demand = demand(line);
        if (isOfDemand && demand.isEmpty()) {
            throw new Refusal(
                    RefusalReason.MISSING_DEMAND,
                    "demand: found nothing, but " + tariff + " charges the highest demand; expected "
                            + (demandNames.isEmpty()
                                    ? "it as {\"0\":\"12.5\"}"
                                    : "that of each of the time bands " + inOrder(demandNames)));
        }
        if (bands.isEmpty() || (bands.size() == 1 && usage.names().equals(Set.of(TOTAL)))) {
            return ToldLine.add(
                    line, new BillDeterminants(Fraction.of(usage.quantity(TOTAL)), Map.of(), demand, Map.of()));
        }
        String expected = bands.size() == 1 ? "\"" + inOrder(bands) + "\" or \"total\"" : inOrder(bands);
        return ToldLine.add(line, BillDeterminants.of(quantities(usage, bands, "usage", expected), demand));
    }

    /// Where no time band divides demand its keys are nobody's.
    private Map<String, Fraction> demand(JsonFields line) {
        Optional<JsonFields> demand =
                line.optionalObject("demand").filter(given -> !given.names().isEmpty());
        return demand.map(given -> demandNames.isEmpty()
                        ? quantities(given, given.names(), "demand", "")
                        : quantities(given, demandNames, "demand", inOrder(demandNames)))
                .orElse(Map.of());
    }

    private static Map<String, Fraction> quantities(
            JsonFields fields, Set<String> bands, String name, String expected) {
        Map<String, Fraction> quantities = new LinkedHashMap<>();
        for (String band : fields.names()) {
            if (!bands.contains(band)) {
                throw new Refusal(
                        RefusalReason.MISSING_FIELD,
                        name + ": found the time band " + Quoted.of(band) + ", expected " + expected);
            }
            quantities.put(band, Fraction.of(fields.quantity(band)));
        }
        if (quantities.isEmpty()) {
            throw new Refusal(RefusalReason.MISSING_FIELD, name + ": found no time band, expected " + expected);
        }
        return quantities;
    }

    /// Numbers by their value: 2 before 10.
    private static String inOrder(Set<String> bands) {
        return new TreeSet<>(bands)
                .stream()
                        .sorted((one, other) -> one.length() == other.length()
                                ? one.compareTo(other)
                                : Integer.compare(one.length(), other.length()))
                        .collect(Collectors.joining(", "));
    }
}
