package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.access.StatedReading;
import org.taswiya.store.api.Opened.OpenedAgreement;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;

/// The services that accounts take, their meters and what these showed.
public final class AgreementOperations {
    private static final String ONE = "/agreements/" + PathPart.AGREEMENT.inPath();

    private final Site site;

    public AgreementOperations(Site site) {
        this.site = site;
    }

    /// A service that an account takes at a place.
    public record Agreement(
            @Says("Its reference.") String agreement,
            @Says("The account that takes it.") String account,
            @Says("What is taken, such as water or electricity.") String service,
            @Says("The place at which it is metered.") String usagePoint,
            @Says("The premise that the usage point is at.") String premise,
            @Says("Where the premise is.") String address,
            @Says("The serial number of the meter in place; absent where there is none.") @Nullable String meter,
            @Says("The first day.") LocalDate from,
            @Says("The day after the last; absent while it runs.") @Nullable LocalDate to) {
        static Agreement of(StatedAgreement stated) {
            return new Agreement(
                    stated.reference(),
                    stated.account(),
                    stated.service(),
                    stated.usagePoint(),
                    stated.premise(),
                    stated.address(),
                    stated.meter(),
                    stated.from(),
                    stated.to());
        }
    }

    /// Some of them.
    public record AgreementPage(
            @Says("Those that run first.") List<Agreement> agreements,
            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public AgreementPage {
            agreements = List.copyOf(agreements);
        }
    }

    /// What a meter showed.
    public record Reading(
            @Says("At the start of which day.") LocalDate at,
            @Says("What the register showed, before any multiplier.") Decimal value,

            @Says(
                    value = "Who has it: the utility, the customer, or nobody.",
                    oneOf = {"actual", "customer", "estimated"})
            String kind) {}

    /// Some of them.
    public record ReadingPage(
            @Says("Those in force, the newest first.") List<Reading> readings,
            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public ReadingPage {
            readings = List.copyOf(readings);
        }
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listAgreements",
                                "/accounts/" + PathPart.ACCOUNT.inPath() + "/agreements",
                                "The services that an account takes or took, and their meters.",
                                AgreementPage.class,
                                this::list)
                        .paged(),
                Operation.get("getAgreement", ONE, "A service and its meter.", Agreement.class, this::one),
                Operation.get(
                                "listReadings",
                                ONE + "/readings",
                                "What the meter of a service showed while the account took it.",
                                ReadingPage.class,
                                this::readings)
                        .paged());
    }

    private Reply list(Call call) {
        Call.Page<StatedAgreement> page =
                call.page(agreements(Accounts.opened(site, call)), StatedAgreement::reference);
        return Reply.of(new AgreementPage(
                page.values().stream().map(Agreement::of).toList(), page.next()));
    }

    private Reply one(Call call) {
        OpenedAgreement opened = Accounts.ofAgreement(site, call);
        return Reply.of(agreements(opened.account()).stream()
                .filter(stated -> stated.reference().equals(opened.reference()))
                .map(Agreement::of)
                .findFirst()
                .orElseThrow(Call::unknown));
    }

    private List<StatedAgreement> agreements(String account) {
        return StatedAgreement.of(site.database(), List.of(account));
    }

    private Reply readings(Call call) {
        OpenedAgreement opened = Accounts.ofAgreement(site, call);
        Call.Page<StatedReading> page = call.pageOf(
                StatedReading.of(site.database(), opened.reference(), day(call.cursor()), call.limit() + 1),
                reading -> reading.at().toString());
        return Reply.of(new ReadingPage(
                page.values().stream()
                        .map(reading -> new Reading(reading.at(), reading.value(), reading.kind()))
                        .toList(),
                page.next()));
    }

    private static @Nullable LocalDate day(String cursor) {
        try {
            return cursor.isEmpty() ? null : LocalDate.parse(cursor);
        } catch (DateTimeParseException e) {
            throw Call.badCursor();
        }
    }
}
