package org.taswiya.cli.pricing;

import org.taswiya.cli.command.JsonLines;
import org.taswiya.core.billing.Settlement;
import org.taswiya.core.billing.SettlementOutcome;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.SettlementWriter;
import org.taswiya.intake.billing.SettlementRequest;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;
import tools.jackson.core.JsonGenerator;

/// Answers what is due when the meter has been read again.
final class SettleAnswerer implements JsonLines.Answerer {

    private final TariffLookup tariffs;

    private final SharedPrices prices = new SharedPrices();

    SettleAnswerer(TariffLookup tariffs) {
        this.tariffs = tariffs;
    }

    @Override
    public void answer(JsonFields line, JsonGenerator answer) {
        Tariff tariff = tariffs.tariff(line);
        SettlementRequest request = SettlementRequest.of(line, tariff);
        requireOneNumber(line, request.daysToPrice().map(tariff::in).orElse(tariff));
        request.daysToPrice().ifPresent(days -> TariffLookup.requireCovered(tariff, days));
        SettlementOutcome outcome = settle(request);
        answer.writeStringProperty("tariff", tariff.id());
        new SettlementWriter(answer).write(outcome);
        if (request.exception() != null) {
            answer.writeStringProperty("backBillingException", request.exception());
        }
    }

    private SettlementOutcome settle(SettlementRequest request) {
        try {
            return Settlement.settle(request.settlement(), prices);
        } catch (ArithmeticException e) {
            throw new Refusal(
                    RefusalReason.TOO_LARGE,
                    "usage and prices together need more digits than are kept exactly: " + e.getMessage());
        }
    }

    /// A meter with one register divides no usage over time bands, and tells no demand.
    private static void requireOneNumber(JsonFields line, Tariff tariff) {
        if (!tariff.isOfUsageAlone()) {
            throw line.refuse(
                    tariff.isOfDemand() ? RefusalReason.MISSING_DEMAND : RefusalReason.MISSING_FIELD,
                    "tariff",
                    "found " + tariff.id() + ", which prices time bands or demand; readings of one register tell"
                            + " neither");
        }
    }
}
