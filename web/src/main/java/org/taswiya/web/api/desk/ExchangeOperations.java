package org.taswiya.web.api.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.run.receiving.ExchangeDesk;
import org.taswiya.run.receiving.ExchangeDesk.Answer;
import org.taswiya.run.receiving.ExchangeDesk.NewDial;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.page.TypedWords;

/// Meters that readers have seen exchanged: booked as they were looked at, or not, with a reason.
public final class ExchangeOperations {
    private static final String ONE = "/work/exchange/" + PathPart.ITEM.inPath();
    static final String DIGITS = "[1-9]|1[0-2]";
    static final String DECIMALS = "[0-9]";
    private static final ProblemKind[] REFUSALS = {
        ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.CHANGED_SINCE, ProblemKind.DECISION_REFUSED
    };

    private final Site site;

    public ExchangeOperations(Site site) {
        this.site = site;
    }

    /// How the new meter counts, which readers do not type.
    public record WantedExchange(
            @Says(value = "Its digits; absent for as before.", pattern = DIGITS) @Nullable String digits,

            @Says(value = "Its decimals; absent for as before.", pattern = DECIMALS) @Nullable String decimals) {}

    /// The same, as it was looked at.
    public record NewExchange(
            @Says(value = "Its digits; absent for as before.", pattern = DIGITS) @Nullable String digits,

            @Says(value = "Its decimals; absent for as before.", pattern = DECIMALS) @Nullable String decimals,

            @Says(value = "The `seen` of the preview.", pattern = "[0-9a-f]{8}")
            String seen) {}

    /// Why one is not booked.
    public record ExchangeRefusal(
            @Says(value = "Why.", least = 1, most = AdjustmentJson.WORDS_MOST, isOfLines = true)
            String why) {}

    /// What booking one comes to, or came to.
    public record Exchange(
            @Says("The item.") String item,

            @Says("The serial number of the meter that is gone.")
            String removed,

            @Says("That of the new one.") String installed,
            @Says("What the new one showed.") Decimal start,

            @Says("How many agreements' next bills settle anew what was billed.")
            int reopened,

            @Says("What is found about the values, as about those of a file; empty for nothing.")
            String doubts,

            @Says("Goes into what is booked: another word once anything of it is otherwise.")
            String seen) {
        static Exchange of(String item, Answer.Booked booked) {
            return new Exchange(
                    item,
                    booked.old().serial(),
                    booked.installed().serial(),
                    booked.installed().firstValue(),
                    booked.reopened(),
                    booked.doubts(),
                    booked.seen());
        }
    }

    /// It is not booked.
    public record ExchangeRefused(@Says("The item.") String item) {}

    public List<Operation> all() {
        return List.of(
                Operation.look(
                                "previewExchange",
                                ONE + "/booking/preview",
                                "What booking a new meter comes to; nothing is written.",
                                ApiScope.DECISIONS,
                                WantedExchange.class,
                                Exchange.class,
                                this::preview)
                        .refusing(REFUSALS),
                Operation.post(
                                "bookExchange",
                                ONE + "/booking",
                                "Books a new meter, as it was looked at.",
                                ApiScope.DECISIONS,
                                NewExchange.class,
                                201,
                                Exchange.class,
                                this::book)
                        .refusing(REFUSALS),
                Operation.post(
                                "refuseExchange",
                                ONE + "/refusal",
                                "Says that a new meter is not booked, and why.",
                                ApiScope.DECISIONS,
                                ExchangeRefusal.class,
                                201,
                                ExchangeRefused.class,
                                this::refuse)
                        .refusing(REFUSALS));
    }

    private Acting acting(Call call) {
        return Acting.of(site, call, StaffRight.WORK, StaffRight.SUSPECTS);
    }

    /// @return empty where somebody else has it
    private Optional<WorkItem> item(Call call, Acting acting) {
        WorkItem item = WorkLists.of(site.database(), WorkKind.EXCHANGE, call.part(PathPart.ITEM))
                .orElseThrow(Call::unknown);
        if (item.account() != null) {
            call.about(item.account());
        }
        String has = item.staff();
        boolean mayAct = has == null || has.equals(acting.staff()) || acting.may(StaffRight.ASSIGN);
        return mayAct ? Optional.of(item) : Optional.empty();
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return typed == null ? null : Integer.valueOf(typed);
    }

    private Reply preview(Call call) {
        WantedExchange wanted = call.body(WantedExchange.class);
        Acting acting = acting(call);
        NewDial dial = new NewDial(number(wanted.digits()), number(wanted.decimals()));
        return booked(site.database(), call, acting, dial, null);
    }

    private Reply book(Call call) {
        NewExchange given = call.body(NewExchange.class);
        Acting acting = acting(call);
        NewDial dial = new NewDial(number(given.digits()), number(given.decimals()));
        return OnceDone.within(site.database(), call.request(), connection -> {
            Reply reply = booked(site.database().within(connection), call, acting, dial, given.seen());
            String account = call.seen().account();
            if (account != null && reply instanceof Reply.Told) {
                StaffTrail.acted(connection, acting.actor(), account, "exchange " + call.part(PathPart.ITEM));
            }
            return reply;
        });
    }

    /// @param seen null to look alone
    private Reply booked(Database books, Call call, Acting acting, NewDial dial, @Nullable String seen) {
        Optional<WorkItem> item = item(call, acting);
        if (item.isEmpty()) {
            return DeskReplies.changed();
        }
        String key = item.get().key();
        Change why = acting.why("exchange booked by api key " + acting.key());
        return switch (ExchangeDesk.book(
                books, UUID.fromString(key), dial, site.clock().getZone(), site.readingChecks(), why, seen)) {
            case Answer.Booked booked -> new Reply.Told(seen == null ? 200 : 201, Exchange.of(key, booked));
            case Answer.Dismissed _ -> DeskReplies.changed();
            case Answer.Refused(String reason, String found) -> refused(reason, found);
        };
    }

    private static Reply refused(String reason, String found) {
        return reason.equals("changed") || reason.equals("not-waiting")
                ? DeskReplies.changed()
                : DeskReplies.refused(reason, found);
    }

    private Reply refuse(Call call) {
        Acting acting = acting(call);
        String why = TypedWords.plain(call.body(ExchangeRefusal.class).why()).strip();
        if (why.isBlank()) {
            return DeskReplies.faulty("/why", "found no words");
        }
        return OnceDone.within(site.database(), call.request(), connection -> {
            Optional<WorkItem> item = item(call, acting);
            if (item.isEmpty()) {
                return DeskReplies.changed();
            }
            String key = item.get().key();
            Answer answer =
                    ExchangeDesk.dismiss(site.database().within(connection), UUID.fromString(key), acting.why(why));
            if (!(answer instanceof Answer.Dismissed)) {
                return DeskReplies.changed();
            }
            String account = item.get().account();
            if (account != null) {
                StaffTrail.acted(connection, acting.actor(), account, "exchange " + key);
            }
            return new Reply.Told(201, new ExchangeRefused(key));
        });
    }
}
