package org.taswiya.deliver.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.PricingTable.Period;
import org.taswiya.deliver.pdf.Rgb;

/// The prices of each period, one under the other. What the columns are is said once, and again where a column of the
/// page or a page begins.
final class PeriodPrices {
    /// A period up to so high is not broken.
    private static final double WHOLE_MOST = 200;

    private static final double BEFORE_TITLE = 4;

    private final Paper paper;
    private final Map<Language, List<Period>> told;
    private final List<TablePart> tables = new ArrayList<>();

    /// @param told the same periods in every language of the form
    PeriodPrices(Paper paper, Map<Language, List<Period>> told, Rgb ink) {
        this.paper = paper;
        this.told = told;
        for (int i = 0; i < periods(paper.form().main()).size(); i++) {
            int index = i;
            tables.add(new TablePart(
                    paper,
                    paper.form().languages().stream()
                            .map(language -> periods(language).get(index).table())
                            .toList(),
                    ink));
        }
        TablePart.align(tables);
    }

    private List<Period> periods(Language language) {
        return told.getOrDefault(language, List.of());
    }

    void draw() {
        int headed = -1; // where the last head is
        for (int i = 0; i < tables.size(); i++) {
            int index = i;
            double title = paper.leading(Style.STRONG, paper.form().languages().getLast()) + BEFORE_TITLE + 2;
            if (headed != paper.place() || !paper.has(title + tables.get(i).heightOn())) {
                paper.need(Math.min(title + tables.get(i).height(), WHOLE_MOST));
            }
            boolean goesOn = headed == paper.place();
            paper.skip(BEFORE_TITLE);
            paper.paragraph(
                    language ->
                            PrintedBill.withoutMark(periods(language).get(index).title()),
                    Style.STRONG);
            if (goesOn) {
                tables.get(i).drawOn();
            } else {
                tables.get(i).draw();
            }
            headed = paper.place();
            int bounds = periods(paper.form().main()).get(i).bounds().size();
            for (int bound = 0; bound < bounds; bound++) {
                int which = bound;
                paper.paragraph(
                        language -> periods(language).get(index).bounds().get(which), Style.SMALL);
            }
        }
    }
}
