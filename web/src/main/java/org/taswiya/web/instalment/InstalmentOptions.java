package org.taswiya.web.instalment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.instalment.InstalmentsShown.Option;

/// What an account may ask for.
///
/// @param options by their number, the smallest first
/// @param none why there are none; null where there are some
public record InstalmentOptions(
        List<Option> options, @Nullable ArrangementReason none) {
    /// Longer ones are for people to propose.
    private static final int MONTHS_MOST = 12;

    static final InstalmentOptions NOT_ASKED = new InstalmentOptions(List.of(), null);

    public InstalmentOptions {
        options = List.copyOf(options);
    }

    /// The rules of all of them are the same, so what is too long or too small is the last one.
    public static InstalmentOptions of(Database database, AgencyTerms terms, String account, LocalDate today) {
        List<Option> options = new ArrayList<>();
        for (int months = ArrangementPolicy.FEWEST; months <= MONTHS_MOST; months++) {
            switch (ArrangementDecisions.offer(database, account, terms.arrangements(), terms.days(), months, today)) {
                case ArrangementOffer.Offered offered ->
                    options.add(new Option(offered.schedule(), offered.unasked() && !offered.needsApproval()));
                case ArrangementOffer.NotOffered(var reason, var _) -> {
                    return new InstalmentOptions(options, options.isEmpty() ? reason : null);
                }
            }
        }
        return new InstalmentOptions(options, null);
    }
}
