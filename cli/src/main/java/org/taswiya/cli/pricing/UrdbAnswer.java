package org.taswiya.cli.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.PaidRating;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariffs;
import org.taswiya.deliver.document.RatingWriter;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.urdb.UrdbRate;
import tools.jackson.core.JsonGenerator;

/// Answers what a month costs under a record of OpenEI's rate database.
final class UrdbAnswer {
    /// What a line may tell that books alone charge by.
    private static final List<String> OF_BOOKS = List.of("determinants", "households", "paidBy");

    private final UrdbRate record;
    private final JsonGenerator answer;

    UrdbAnswer(UrdbRate record, JsonGenerator answer) {
        this.record = record;
        this.answer = answer;
    }

    void write(JsonFields line, ResolvedTariffs tariffs) {
        DateRange period = line.dateRange();
        BillDeterminants use = new DeterminantsReader(
                        record.tariff().id(),
                        record.energyBands(),
                        record.demandBands(),
                        record.tariff().isOfDemand())
                .read(line);
        boolean isUnrounded =
                line.optionalChoice("rounding", RateAnswerer.UNROUNDED).orElse(false);
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
        writeNotes(period, use, line);
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

    private void writeNotes(DateRange period, BillDeterminants use, JsonFields line) {
        List<String> notes = new ArrayList<>(record.notes());
        if (!use.demand().isEmpty() && !record.tariff().isOfDemand()) {
            notes.add("demand is told, and this record charges none");
        }
        OF_BOOKS.stream()
                .filter(name -> line.value(name).isPresent())
                .forEach(name -> notes.add(name + " is told, and no record charges by it"));
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
}
