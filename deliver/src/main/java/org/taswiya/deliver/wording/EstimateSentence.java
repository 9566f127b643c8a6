package org.taswiya.deliver.wording;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Unit;

/// How an estimate came about, in plain words.
public final class EstimateSentence {

    private EstimateSentence() {}

    public static String of(Estimate estimate, Unit unit, Language language) {
        Texts texts = Texts.of(language);
        Figures figures = new Figures(language);
        List<String> basis = new ArrayList<>();
        for (Usage usage : estimate.basis()) {
            basis.add(texts.text(
                    "estimate.basis",
                    "usage",
                    figures.usage(usage.quantity(), unit),
                    "period",
                    figures.periodInWords(usage.range())));
        }
        String sentence = texts.text(
                "estimate." + estimate.method().kind().code(),
                "usage",
                figures.usage(estimate.quantity(), unit),
                "period",
                figures.periodInWords(estimate.range()),
                "days",
                figures.count("days", estimate.daysCounted()),
                "basis",
                texts.list(basis));
        StringBuilder sentences = new StringBuilder(sentence);
        if (estimate.daysEmpty() > 0) {
            sentences
                    .append(' ')
                    .append(texts.text("estimate.partly-empty", "days", figures.count("days", estimate.daysEmpty())));
        }
        if (estimate.isMeasured()) {
            sentences
                    .append(' ')
                    .append(texts.text(
                            "estimate.interval",
                            "low",
                            figures.usage(estimate.low(), unit),
                            "high",
                            figures.usage(estimate.high(), unit)));
        }
        if (estimate.onEstimates()) {
            sentences.append(' ').append(texts.text("estimate.on-estimates"));
        }
        if (estimate.instructed() && !estimate.method().equals(EstimationMethod.STATED)) { // which says so itself
            sentences.append(' ').append(texts.text("estimate.instructed"));
        }
        return sentences.toString();
    }
}
