package org.taswiya.web.api.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.OutagePlanning;
import org.taswiya.store.outage.OutagePlanning.Planned;
import org.taswiya.store.outage.OutageRefused;
import org.taswiya.store.outage.Outages;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.desk.OutageJson.NewOutage;
import org.taswiya.web.api.desk.OutageJson.OutageNews;
import org.taswiya.web.api.desk.OutageJson.OutagePreview;
import org.taswiya.web.api.desk.OutageJson.PlannedOutage;
import org.taswiya.web.api.desk.OutageJson.PlannedOutages;
import org.taswiya.web.api.desk.OutageJson.WantedOutage;
import org.taswiya.web.api.desk.OutageJson.Why;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.console.outage.OutagePages;
import org.taswiya.web.console.outage.TypedOutage;
import org.taswiya.web.page.TypedDay;

/// Interruptions that are planned, moved, over or called off; whoever is concerned is told in the same transaction.
public final class OutageOperations {
    private static final String ALL = "/outages";
    private static final String ONE = ALL + "/" + PathPart.OUTAGE.inPath();
    private static final int MOST = 200;

    private final Site site;

    public OutageOperations(Site site) {
        this.site = site;
    }

    public List<Operation> all() {
        return List.of(
                Operation.get("listOutages", ALL, "The last interruptions.", PlannedOutages.class, this::list)
                        .needing(ApiScope.OUTAGES)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.get("getOutage", ONE, "An interruption.", PlannedOutage.class, this::one)
                        .needing(ApiScope.OUTAGES)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.look(
                                "previewOutage",
                                ALL + "/preview",
                                "Whom an interruption would concern; nothing is written and nobody is told.",
                                ApiScope.OUTAGES,
                                WantedOutage.class,
                                OutagePreview.class,
                                this::preview)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.CHANGED_SINCE, ProblemKind.DECISION_REFUSED),
                Operation.post(
                                "planOutage",
                                ALL,
                                "Plans an interruption as it was looked at, and has everybody told.",
                                ApiScope.OUTAGES,
                                NewOutage.class,
                                201,
                                PlannedOutage.class,
                                this::plan)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.CHANGED_SINCE, ProblemKind.DECISION_REFUSED),
                Operation.look(
                                "previewOutageChange",
                                ONE + "/news/preview",
                                "Whom a change would concern; nothing is written and nobody is told.",
                                ApiScope.OUTAGES,
                                OutageNews.class,
                                OutagePreview.class,
                                this::previewChange)
                        .refusing(
                                ProblemKind.RIGHT_MISSING,
                                ProblemKind.NOT_FOUND,
                                ProblemKind.CHANGED_SINCE,
                                ProblemKind.DECISION_REFUSED),
                Operation.post(
                                "changeOutage",
                                ONE + "/news",
                                "Says that an interruption is at another time, over, or called off; everybody is told.",
                                ApiScope.OUTAGES,
                                OutageNews.class,
                                201,
                                PlannedOutage.class,
                                this::change)
                        .refusing(
                                ProblemKind.RIGHT_MISSING,
                                ProblemKind.NOT_FOUND,
                                ProblemKind.CHANGED_SINCE,
                                ProblemKind.DECISION_REFUSED));
    }

    private Acting acting(Call call) {
        return Acting.of(site, call, StaffRight.OUTAGES);
    }

    private Reply list(Call call) {
        acting(call);
        return Reply.of(new PlannedOutages(Outages.newest(site.database(), MOST).stream()
                .map(PlannedOutage::of)
                .toList()));
    }

    private Outage outage(Call call) {
        return Outages.of(site.database(), Long.parseLong(call.part(PathPart.OUTAGE)))
                .orElseThrow(Call::unknown);
    }

    private Reply one(Call call) {
        acting(call);
        return Reply.of(PlannedOutage.of(outage(call)));
    }

    private static @Nullable LocalDateTime moment(@Nullable String typed) {
        return typed == null ? null : TypedDay.moment(typed).orElse(null);
    }

    private static boolean isNoMoment(@Nullable String typed) {
        return typed != null && moment(typed) == null;
    }

    /// What no pattern finds.
    private static Optional<Reply> timesFault(@Nullable String from, @Nullable String to) {
        if (isNoMoment(from)) {
            return Optional.of(DeskReplies.faulty("/from", "is no time"));
        }
        LocalDateTime begin = moment(from);
        LocalDateTime end = moment(to);
        boolean isTurned = begin != null && end != null && !end.isAfter(begin);
        return isNoMoment(to) || isTurned
                ? Optional.of(DeskReplies.faulty("/to", "is no time after the beginning"))
                : Optional.empty();
    }

    private static Optional<Reply> reasonFault(@Nullable Why reason) {
        return Why.said(reason).values().stream().anyMatch(String::isEmpty)
                ? Optional.of(DeskReplies.faulty("/reason", "found no words in one of the languages"))
                : Optional.empty();
    }

    private Reply preview(Call call) {
        Acting acting = acting(call);
        long seen = OutagePlanning.last(site.database());
        return planned(site.database(), acting, call.body(WantedOutage.class), seen, true);
    }

    private Reply plan(Call call) {
        Acting acting = acting(call);
        NewOutage given = call.body(NewOutage.class);
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> trailed(
                        connection,
                        acting,
                        planned(
                                site.database().within(connection),
                                acting,
                                given.wanted(),
                                Long.parseLong(given.seen()),
                                false)));
    }

    private static Reply trailed(Connection connection, Acting acting, Reply reply) throws SQLException {
        if (reply instanceof Reply.Told(int _, PlannedOutage planned)) {
            StaffTrail.acted(connection, acting.actor(), "outage " + planned.outage());
        }
        return reply;
    }

    private Reply planned(Database books, Acting acting, WantedOutage wanted, long seen, boolean isTrial) {
        if (!OutagePlanning.services(site.database()).contains(wanted.service())) {
            return DeskReplies.faulty("/service", "is none of the utility's");
        }
        Optional<OutageArea> area = TypedOutage.area(wanted.kind(), wanted.place());
        if (area.isEmpty()) {
            return DeskReplies.faulty("/place", "names nothing");
        }
        Optional<Reply> fault = timesFault(wanted.from(), wanted.to()).or(() -> reasonFault(wanted.reason()));
        if (fault.isPresent()) {
            return fault.get();
        }
        Outages.Times times = new Outages.Times(
                Objects.requireNonNull(moment(wanted.from())),
                Objects.requireNonNull(moment(wanted.to())),
                Why.said(wanted.reason()));
        return answered(
                () -> OutagePlanning.plan(
                        books,
                        wanted.service(),
                        area.get(),
                        times,
                        seen,
                        OutagePages.minute(site),
                        acting.why("planned by api key " + acting.key()),
                        isTrial),
                Long.toString(seen),
                isTrial);
    }

    /// What is tried or done.
    private interface Work {
        Optional<Planned> on();
    }

    private static Reply answered(Work work, String seen, boolean isTrial) {
        try {
            return work.on()
                    .<Reply>map(planned -> isTrial
                            ? Reply.of(OutagePreview.of(planned, seen))
                            : new Reply.Told(
                                    201, PlannedOutage.of(planned.said().outage())))
                    .orElseGet(DeskReplies::changed);
        } catch (OutageRefused e) {
            return DeskReplies.refused(e.reason().code(), String.valueOf(e.getMessage()));
        }
    }

    private Reply previewChange(Call call) {
        Acting acting = acting(call);
        return changed(site.database(), acting, outage(call), call.body(OutageNews.class), true);
    }

    private Reply change(Call call) {
        Acting acting = acting(call);
        Outage outage = outage(call);
        OutageNews news = call.body(OutageNews.class);
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> trailed(
                        connection, acting, changed(site.database().within(connection), acting, outage, news, false)));
    }

    private Reply changed(Database books, Acting acting, Outage outage, OutageNews news, boolean isTrial) {
        Optional<Reply> fault = timesFault(news.from(), news.to()).or(() -> reasonFault(news.reason()));
        if (fault.isPresent()) {
            return fault.get();
        }
        OutageState state = OutageState.ofCode(news.state()).orElseThrow();
        LocalDateTime now = OutagePages.minute(site);
        LocalDateTime end = moment(news.to());
        Map<Language, String> reasons = Why.said(news.reason());
        return answered(
                () -> OutagePlanning.change(
                        books,
                        outage.number(),
                        Integer.parseInt(news.seen()),
                        state,
                        moment(news.from()),
                        end == null && state == OutageState.ENDED ? now : end,
                        reasons,
                        now,
                        acting.why(state.code() + " by api key " + acting.key()),
                        isTrial),
                news.seen(),
                isTrial);
    }
}
