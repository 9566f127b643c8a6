package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.api.Opened.OpenedAgreement;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.use.UsedMonths;

/// What a service was used, month by month, as the pages show it.
public final class UseOperations {
    private final Site site;

    public UseOperations(Site site) {
        this.site = site;
    }

    /// A period of a bill.
    public record UsedMonth(
            @Says("The first day.") LocalDate from,
            @Says("The day after the last.") LocalDate to,
            @Says("What was used, as it is known now.") Decimal used,
            @Says("Whether that is still an estimate.") boolean estimated,

            @Says("Used on the same days a year before; absent where unknown.") @Nullable Decimal yearBefore) {}

    /// Those of the last thirteen months.
    public record UseOfMonths(
            @Says("The service agreement.") String agreement,

            @Says("The unit of all quantities; absent where no bill tells of any.") @Nullable String unit,

            @Says("Earliest first.") List<UsedMonth> months) {
        public UseOfMonths {
            months = List.copyOf(months);
        }
    }

    public List<Operation> all() {
        return List.of(Operation.get(
                "getUse",
                "/agreements/" + PathPart.AGREEMENT.inPath() + "/use",
                "What a service was used in the last thirteen months, and a year before each.",
                UseOfMonths.class,
                this::use));
    }

    private Reply use(Call call) {
        OpenedAgreement opened = Accounts.ofAgreement(site, call);
        return StatedAgreement.of(site.database(), List.of(opened.account())).stream()
                .filter(own -> own.reference().equals(opened.reference()))
                .findFirst()
                .flatMap(own -> UsedMonths.of(site, own))
                .map(used -> Reply.of(new UseOfMonths(
                        opened.reference(),
                        used.unit().symbol(),
                        used.months().stream().map(UseOperations::month).toList())))
                .orElseGet(() -> Reply.of(new UseOfMonths(opened.reference(), null, List.of())));
    }

    private static UsedMonth month(UsedMonths.Month month) {
        return new UsedMonth(
                month.used().range().from(),
                month.used().range().to(),
                month.used().usage(),
                month.used().isEstimated(),
                month.before());
    }
}
