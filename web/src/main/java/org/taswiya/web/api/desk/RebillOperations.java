package org.taswiya.web.api.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.run.desk.DeskBills;
import org.taswiya.run.desk.RebillAnswer;
import org.taswiya.store.Database;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.lookup.ListedReading;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.desk.RebillJson.Cancellation;
import org.taswiya.web.api.desk.RebillJson.Correction;
import org.taswiya.web.api.desk.RebillJson.RebillPreview;
import org.taswiya.web.api.desk.RebillJson.Rebilled;
import org.taswiya.web.api.desk.RebillJson.WantedCorrection;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.page.TypedDay;
import org.taswiya.web.page.TypedWords;

/// Readings that are put right and bills that are taken back: what is billed then is looked at first.
public final class RebillOperations {
    private static final String BILL = "/bills/" + PathPart.BILL.inPath() + "/cancellation";
    private static final String READING = "/agreements/" + PathPart.AGREEMENT.inPath() + "/corrections";

    private final Site site;
    private final AgencyTerms terms;

    public RebillOperations(Site site, AgencyTerms terms) {
        this.site = site;
        this.terms = terms;
    }

    public List<Operation> all() {
        ProblemKind[] refusals = {
            ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.CHANGED_SINCE, ProblemKind.DECISION_REFUSED
        };
        return List.of(
                Operation.get(
                                "previewCancellation",
                                BILL,
                                "What it comes to when a bill is taken back and its days are billed again; nothing is"
                                        + " written.",
                                RebillPreview.class,
                                this::lookAtCancellation)
                        .needing(ApiScope.CORRECTIONS)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.DECISION_REFUSED),
                Operation.post(
                                "cancelBill",
                                BILL,
                                "Takes a bill back, as it was looked at.",
                                ApiScope.CORRECTIONS,
                                Cancellation.class,
                                201,
                                Rebilled.class,
                                this::cancel)
                        .upTo(32 * 1024)
                        .refusing(refusals),
                Operation.look(
                                "previewCorrection",
                                READING + "/preview",
                                "What it comes to when a reading is put right; nothing is written.",
                                ApiScope.CORRECTIONS,
                                WantedCorrection.class,
                                RebillPreview.class,
                                this::lookAtCorrection)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.DECISION_REFUSED),
                Operation.post(
                                "correctReading",
                                READING,
                                "Puts a reading right, as it was looked at.",
                                ApiScope.CORRECTIONS,
                                Correction.class,
                                201,
                                Rebilled.class,
                                this::correct)
                        .upTo(32 * 1024)
                        .refusing(refusals));
    }

    private Reply lookAtCancellation(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.BILLS);
        String account = Accounts.ofBill(site, call);
        return reply(account, cancelled(site.database(), call, acting, account, "looked at", "", false));
    }

    private Reply cancel(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.BILLS);
        String account = Accounts.ofBill(site, call);
        Cancellation given = call.body(Cancellation.class);
        String why = TypedWords.plain(given.why()).strip();
        if (why.isBlank()) {
            return DeskReplies.faulty("/why", "found no words");
        }
        boolean isAtOnce = isAtOnce(acting, given.atOnce());
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> reply(
                        account,
                        cancelled(
                                site.database().within(connection),
                                call,
                                acting,
                                account,
                                why,
                                given.seen(),
                                isAtOnce)));
    }

    /// Who may not have billed at once is told so, and nothing is left to a run instead.
    private static boolean isAtOnce(Acting acting, @Nullable Boolean wanted) {
        boolean isAtOnce = wanted != null && wanted;
        if (isAtOnce) {
            acting.require(StaffRight.REBILLING);
        }
        return isAtOnce;
    }

    private RebillAnswer cancelled(
            Database books, Call call, Acting acting, String account, String why, String seen, boolean isAtOnce) {
        BillNumber number = BillNumber.parse(call.part(PathPart.BILL)).orElseThrow(Call::unknown);
        return DeskBills.cancel(
                books,
                account,
                StatedAgreement.ofBill(site.database(), account, number.serial())
                        .orElse(""),
                number,
                terms.rebilling(),
                Acting.today(site),
                acting.actor(),
                why,
                seen,
                isAtOnce);
    }

    private Reply reply(String account, RebillAnswer answer) {
        return switch (answer) {
            case RebillAnswer.Looked(var look) -> Reply.of(RebillPreview.of(look, site.currency()));
            case RebillAnswer.Done(var bills) -> new Reply.Told(201, Rebilled.of(account, bills));
            case RebillAnswer.Changed _ -> DeskReplies.changed();
            case RebillAnswer.Refused(var reason, String found) ->
                DeskReplies.refused(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), found);
        };
    }

    private Reply lookAtCorrection(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.READINGS);
        String account = Accounts.ofAgreement(site, call).account();
        WantedCorrection wanted = call.body(WantedCorrection.class);
        return corrected(site.database(), call, acting, account, wanted, "", false);
    }

    private Reply correct(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.READINGS);
        String account = Accounts.ofAgreement(site, call).account();
        Correction given = call.body(Correction.class);
        boolean isAtOnce = isAtOnce(acting, given.atOnce());
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> corrected(
                        site.database().within(connection),
                        call,
                        acting,
                        account,
                        given.wanted(),
                        given.seen(),
                        isAtOnce));
    }

    private Reply corrected(
            Database books,
            Call call,
            Acting acting,
            String account,
            WantedCorrection wanted,
            String seen,
            boolean isAtOnce) {
        String agreement = call.part(PathPart.AGREEMENT);
        Optional<LocalDate> at = TypedDay.parse(wanted.at())
                .filter(day -> ListedReading.of(site.database(), account, agreement, day)
                        .isPresent());
        if (at.isEmpty()) {
            return DeskReplies.faulty("/at", "is no day with a reading of this agreement");
        }
        String why = TypedWords.plain(wanted.why()).strip();
        if (why.isBlank()) {
            return DeskReplies.faulty("/why", "found no words");
        }
        RebillAnswer answer = DeskBills.correct(
                books,
                account,
                agreement,
                reading(at.get(), wanted, "corrected by " + acting.staff() + ": " + why),
                site.readingChecks(),
                terms.rebilling(),
                Acting.today(site),
                acting.actor(),
                why,
                seen,
                isAtOnce);
        return reply(account, answer);
    }

    private static Reading reading(LocalDate at, WantedCorrection wanted, String provenance) {
        Decimal value = Decimal.parse(wanted.value());
        return wanted.kind().equals("customer")
                ? new Reading.CustomerReading(at, value, provenance)
                : new Reading.ActualReading(at, value, provenance);
    }
}
