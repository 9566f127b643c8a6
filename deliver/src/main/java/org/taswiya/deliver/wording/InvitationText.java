package org.taswiya.deliver.wording;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.estimation.EstimationMethod;

/// What is told to somebody whose meter an order leaves unread.
public final class InvitationText {
    private InvitationText() {}

    /// @param meters serial numbers of the meters that may be read
    /// @param chain by which whoever reads them is estimated
    public static String of(
            Suspension suspension, List<String> meters, List<EstimationMethod> chain, Language language) {
        Texts texts = Texts.of(language);
        Figures figures = new Figures(language);
        LocalDate to = suspension.to();
        String from = figures.date(suspension.from());
        String reference = figures.foreign(suspension.legalReference());
        String when = to == null
                ? texts.text("invitation.open", "from", from, "reference", reference)
                : texts.text(
                        "invitation.closed", "from", from, "to", figures.date(to.minusDays(1)), "reference", reference);
        List<String> serials = meters.stream().map(figures::isolated).toList();
        return String.join(
                " ",
                when,
                OwnReadingSentence.of(chain, language),
                texts.text("invitation.meters", "meters", texts.list(serials)));
    }
}
