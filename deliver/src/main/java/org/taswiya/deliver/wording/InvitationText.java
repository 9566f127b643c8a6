package org.taswiya.deliver.wording;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        return of(suspension.from(), suspension.to(), suspension.legalReference(), meters, chain, language);
    }

    /// @param from the first day on which nobody reads
    /// @param to the day after the last; null as long as nobody has said
    /// @param legalReference by which it is ordered
    /// @param meters serial numbers of the meters that may be read
    /// @param chain by which whoever reads them is estimated
    public static String of(
            LocalDate from,
            @Nullable LocalDate to,
            String legalReference,
            List<String> meters,
            List<EstimationMethod> chain,
            Language language) {
        Texts texts = Texts.of(language);
        Figures figures = new Figures(language);
        String first = figures.date(from);
        String reference = figures.foreign(legalReference);
        String when = to == null
                ? texts.text("invitation.open", "from", first, "reference", reference)
                : texts.text(
                        "invitation.closed",
                        "from",
                        first,
                        "to",
                        figures.date(to.minusDays(1)),
                        "reference",
                        reference);
        List<String> serials = meters.stream().map(figures::isolated).toList();
        return String.join(
                " ",
                when,
                OwnReadingSentence.of(chain, language),
                figures.count("invitation.meters", meters.size()).replace("{meters}", texts.list(serials)));
    }
}
