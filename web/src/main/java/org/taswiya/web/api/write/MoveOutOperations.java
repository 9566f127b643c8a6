package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.agreement.MoveOutRequest;
import org.taswiya.store.agreement.MoveOutRequests;
import org.taswiya.store.agreement.MoveOutRequests.Asked;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.api.Opened.OpenedAgreement;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.call.TurnedAway;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.Accounts;

/// Somebody moves out, or stays after all.
public final class MoveOutOperations {
    private static final String PATH = "/agreements/" + PathPart.AGREEMENT.inPath() + "/move-out";

    private final Site site;

    public MoveOutOperations(Site site) {
        this.site = site;
    }

    /// What is wanted.
    public record WantedMoveOut(
            @Says(
                    value = "The last day, from today to ninety days on; absent to stay after all.",
                    pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")
            @Nullable String on) {}

    /// How it stands.
    public record MoveOut(
            @Says("The service agreement.") String agreement,

            @Says("The day on which it is to end, once seen to; absent where it is to go on.") @Nullable LocalDate on,

            @Says("When that was asked for.") @Nullable LocalDate askedOn) {}

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "getMoveOut",
                                PATH,
                                "Whether somebody has asked to end an agreement.",
                                MoveOut.class,
                                this::look)
                        .needing(ApiScope.MOVES)
                        .refusing(ProblemKind.AGREEMENT_ENDED),
                Operation.post(
                                "setMoveOut",
                                PATH,
                                "Asks to end an agreement on a day, or to have it go on after all.",
                                ApiScope.MOVES,
                                WantedMoveOut.class,
                                200,
                                MoveOut.class,
                                this::set)
                        .byMethod("PUT")
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.AGREEMENT_ENDED));
    }

    private Reply look(Call call) {
        OpenedAgreement agreement = Accounts.ofAgreement(site, call);
        return Reply.of(MoveOutRequests.running(site.database(), agreement.account()).stream()
                .filter(one -> one.agreement().equals(agreement.reference()))
                .findFirst()
                .map(one -> shown(agreement.reference(), one.request()))
                .orElseThrow(MoveOutOperations::ended));
    }

    private static MoveOut shown(String agreement, @Nullable MoveOutRequest request) {
        return new MoveOut(
                agreement, request == null ? null : request.on(), request == null ? null : request.askedOn());
    }

    private static TurnedAway ended() {
        return Problem.of(ProblemKind.AGREEMENT_ENDED, "It has an end already. Nothing was written.")
                .thrown();
    }

    private Reply set(Call call) {
        OpenedAgreement agreement = Accounts.ofAgreement(site, call);
        String on = call.body(WantedMoveOut.class).on();
        LocalDate today = LocalDate.now(site.clock());
        Change why =
                new Change(Instant.now(site.clock()), "api key " + call.bearer().id(), "asked for by the customer");
        Asked asked = on == null
                ? MoveOutRequests.takeBack(site.database(), agreement.account(), agreement.reference(), today, why)
                : MoveOutRequests.ask(
                        site.database(), agreement.account(), List.of(agreement.reference()), day(on), today, why);
        return switch (asked) {
            case WRITTEN -> look(call);
            case WRONG_DAY -> throw wrongDay();
            case NOT_RUNNING -> throw ended();
        };
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            throw wrongDay();
        }
    }

    private static TurnedAway wrongDay() {
        String expected = "expected a day from today to " + MoveOutRequests.DAYS_AHEAD + " days on";
        return Problem.of(ProblemKind.BAD_BODY, "Nothing was written.", List.of(new Fault("/on", expected)))
                .thrown();
    }
}
