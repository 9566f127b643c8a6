package org.taswiya.cli.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.PaidRating;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariffs;
import org.taswiya.deliver.document.RatingWriter;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;
import org.taswiya.intake.urdb.UrdbRate;
import tools.jackson.core.JsonGenerator;

/// Answers what a month costs under a record of OpenEI's rate database.
final class UrdbAnswer {
    private static final String TOTAL = "total";

    private final UrdbRate record;
    private final JsonGenerator answer;

    UrdbAnswer(UrdbRate record, JsonGenerator answer) {
        this.record = record;
        this.answer = answer;
    }

    void write(JsonFields line, ResolvedTariffs tariffs) {
        DateRange period = line.dateRange();
        BillDeterminants use = BillDeterminants.of(usage(line), demand(line));
        boolean isUnrounded =
                line.optionalChoice("rounding", RateAnswerer.UNROUNDED).orElse(false);
        if (record.isOfDemand() && use.demand().isEmpty()) {
            throw new Refusal(
                    RefusalReason.MISSING_DEMAND,
                    "demand: found nothing, but " + record.tariff().id() + " charges the highest demand; expected "
                            + (record.demandBands().isEmpty()
                                    ? "it as {\"0\":\"12.5\"}"
                                    : "that of each of the periods " + inOrder(record.demandBands())));
        }
        Rating rating = tariffs.resolve(record.tariff(), period, 1).rate(use);
        answer.writeStringProperty("tariff", record.tariff().id());
        writeVersions();
        RatingWriter writer = new RatingWriter(answer);
        PaidRating paid = new PaidRating(rating, null);
        if (isUnrounded) {
            writer.writeUnrounded(paid);
        } else {
            writer.write(paid);
        }
        writeParts(rating.lines());
        writeNotes(period);
    }

    private void writeVersions() {
        answer.writeArrayPropertyStart("versions");
        if (record.from() != null) {
            answer.writeString(record.from().toString());
        }
        answer.writeEndArray();
    }

    /// What is charged for what, exact however the lines are rounded.
    private void writeParts(List<ChargeLine> lines) {
        writeSum("energy", lines, UrdbRate.ENERGY::equals);
        writeSum("demand", lines, code -> code.startsWith(UrdbRate.DEMAND));
        writeSum("fixed", lines, UrdbRate.FIXED::equals);
        writeSum("minimumTopup", lines, UrdbRate.MINIMUM::equals);
    }

    private void writeSum(String name, List<ChargeLine> lines, Predicate<String> component) {
        Fraction sum = lines.stream()
                .filter(line -> component.test(line.component()))
                .map(ChargeLine::unrounded)
                .reduce(Fraction.ZERO, Fraction::plus);
        answer.writeStringProperty(name, RatingWriter.exact(sum));
    }

    private void writeNotes(DateRange period) {
        List<String> notes = new ArrayList<>(record.leftOut());
        if ((record.from() != null && period.from().isBefore(record.from()))
                || (record.to() != null && period.to().isAfter(record.to().plusDays(1)))) {
            notes.add("the utility charges this from " + (record.from() == null ? "an unknown day" : record.from())
                    + " to " + (record.to() == null ? "an unknown day" : record.to())
                    + "; what is asked about lies outside");
        }
        answer.writeArrayPropertyStart("notes");
        notes.forEach(answer::writeString);
        answer.writeEndArray();
    }

    private Map<String, Fraction> usage(JsonFields line) {
        JsonFields usage = line.object("usage");
        Set<String> bands = record.energyBands();
        if (bands.size() == 1 && usage.names().equals(Set.of(TOTAL))) {
            return Map.of(bands.iterator().next(), Fraction.of(usage.quantity(TOTAL)));
        }
        return quantities(usage, bands, "usage", bands.size() == 1 ? "\"0\" or \"total\"" : inOrder(bands));
    }

    /// Of a record with no demand by time band the keys are nobody's.
    private Map<String, Fraction> demand(JsonFields line) {
        Optional<JsonFields> demand = line.optionalObject("demand").filter(given -> !given.names().isEmpty());
        return demand.map(given -> record.demandBands().isEmpty()
                        ? quantities(given, given.names(), "demand", "")
                        : quantities(given, record.demandBands(), "demand", inOrder(record.demandBands())))
                .orElse(Map.of());
    }

    private static Map<String, Fraction> quantities(
            JsonFields fields, Set<String> bands, String name, String expected) {
        Map<String, Fraction> quantities = new LinkedHashMap<>();
        for (String band : fields.names()) {
            if (!bands.contains(band)) {
                throw new Refusal(
                        RefusalReason.MISSING_FIELD,
                        name + ": found the period " + Quoted.of(band) + ", expected " + expected);
            }
            quantities.put(band, Fraction.of(fields.quantity(band)));
        }
        if (quantities.isEmpty()) {
            throw new Refusal(
                    RefusalReason.MISSING_FIELD, name + ": found no period, expected " + expected);
        }
        return quantities;
    }

    private static String inOrder(Set<String> bands) {
        return bands.stream().sorted(Comparator.comparingInt(Integer::parseInt)).collect(Collectors.joining(", "));
    }
}
