package org.taswiya.cli.pricing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.taswiya.cli.command.JsonLines;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.PaidRating;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.ResolvedTariffs;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.deliver.document.RatingWriter;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;
import org.taswiya.intake.urdb.UrdbRate;
import tools.jackson.core.JsonGenerator;

/// Answers what a usage of one period costs.
public final class RateAnswerer implements JsonLines.Answerer {
    /// More than any building holds.
    private static final int HOUSEHOLDS_MAX = 1_000_000;

    private static final Map<String, PaymentChannel> CHANNELS = channels();
    static final Map<String, Boolean> UNROUNDED = Map.of("none", true);

    private final TariffLookup tariffs;
    private final UrdbLookup records = new UrdbLookup();
    private final ResolvedTariffs resolvedTariffs = new ResolvedTariffs();

    public RateAnswerer(TariffLookup tariffs) {
        this.tariffs = tariffs;
    }

    private static Map<String, PaymentChannel> channels() {
        Map<String, PaymentChannel> channels = new LinkedHashMap<>();
        for (PaymentChannel channel : PaymentChannel.values()) {
            channels.put(channel.code(), channel);
        }
        return channels;
    }

    @Override
    public void answer(JsonFields line, JsonGenerator answer) {
        Optional<UrdbRate> record = records.rate(line);
        if (record.isPresent()) {
            new UrdbAnswer(record.get(), answer).write(line, resolvedTariffs);
        } else {
            answerBook(line, answer);
        }
    }

    private void answerBook(JsonFields line, JsonGenerator answer) {
        Tariff tariff = tariffs.tariff(line);
        DateRange period = line.dateRange();
        BillDeterminants use = use(line, tariff, period);
        int households =
                line.optionalWholeNumber("households", 1, HOUSEHOLDS_MAX).orElse(1);
        Optional<PaymentChannel> channel = line.optionalChoice("paidBy", CHANNELS);
        boolean unrounded = line.optionalChoice("rounding", UNROUNDED).orElse(false);
        TariffLookup.requireCovered(tariff, period);

        ResolvedTariff resolved = resolvedTariffs.resolve(tariff, period, households);
        resolved.gap(use).ifPresent(gap -> {
            throw new Refusal(
                    gap.isMissing() ? RefusalReason.MISSING_DETERMINANT : RefusalReason.UNPRICED_DETERMINANT,
                    gap.toString());
        });
        Rating rating = resolved.rate(use);
        write(paid(rating, channel), unrounded, answer);
    }

    /// What the versions of the period ask for. Where they divide no usage it may be told by the time bands of others.
    private static BillDeterminants use(JsonFields line, Tariff tariff, DateRange period) {
        Tariff asked = tariff.covers(period) ? tariff.in(period) : tariff;
        boolean isWhole = line.object("usage").names().contains(DeterminantsReader.TOTAL);
        Set<String> bands = isWhole || asked.timeBands().size() > 1 ? asked.timeBands() : tariff.timeBands();
        return new DeterminantsReader(asked.id(), bands, asked.demandNames(), asked.isOfDemand()).read(line);
    }

    /// Nobody says when a bill that is only asked about will be paid: the day after the period is the first possible.
    private static PaidRating paid(Rating rating, Optional<PaymentChannel> channel) {
        return channel.map(known ->
                        PaidRating.of(rating, known, rating.resolved().period().to()))
                .orElseGet(() -> new PaidRating(rating, null));
    }

    private static void write(PaidRating paid, boolean unrounded, JsonGenerator answer) {
        ResolvedTariff resolved = paid.rating().resolved();
        answer.writeStringProperty("tariff", resolved.tariff().id());
        writeVersions(resolved, answer);
        RatingWriter writer = new RatingWriter(answer);
        if (unrounded) {
            writer.writeUnrounded(paid);
        } else {
            writer.write(paid);
        }
        writeCarriedOut(paid.rating(), answer);
    }

    /// Energy for the next period, in all or by time band, as the next period tells it again.
    private static void writeCarriedOut(Rating rating, JsonGenerator answer) {
        Map<String, Fraction> carried = new TreeMap<>(rating.carriedOut());
        Fraction whole = carried.get("");
        if (whole != null) {
            answer.writeStringProperty("carriedOut", RatingWriter.quantity(whole));
        } else if (!carried.isEmpty()) {
            answer.writeObjectPropertyStart("carriedOut");
            carried.forEach((band, quantity) -> answer.writeStringProperty(band, RatingWriter.quantity(quantity)));
            answer.writeEndObject();
        }
    }

    /// The versions in force, and a warning when a figure of one is reasoned rather than sourced.
    private static void writeVersions(ResolvedTariff resolved, JsonGenerator answer) {
        List<LocalDate> versions = resolved.versions();
        boolean placeholder = false;
        answer.writeArrayPropertyStart("versions");
        for (LocalDate version : versions) {
            answer.writeString(version.toString());
            placeholder |= resolved.tariff()
                    .versionOn(version)
                    .map(TariffVersion::placeholder)
                    .orElse(false);
        }
        answer.writeEndArray();
        if (placeholder) {
            answer.writeBooleanProperty("placeholder", true);
        }
    }
}
