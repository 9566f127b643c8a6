package org.taswiya.web.console.pricebook;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.run.desk.PriceBookReason;
import org.taswiya.store.Change;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.console.pricebook.PriceBookPages.Typed;
import org.taswiya.web.page.Frame;

/// What a second person decides about a price book.
@Controller
public final class PriceBookActs {
    private static final String ACT = PriceBookPages.BOOK + "/{act:approve|refuse|withdraw|publish}";

    private final Site site;
    private final PriceBookPages pages;

    PriceBookActs(Site site, PriceBookPages pages) {
        this.site = site;
        this.pages = pages;
    }

    @PostMapping(ACT)
    ResponseEntity<byte[]> act(
            @PathVariable("id") String id,
            @PathVariable("act") String act,
            StaffSignedIn staff,
            HttpServletRequest request) {
        long number = Long.parseLong(id);
        String why = Draft.typed(request, "why").strip();
        String day = Draft.typed(request, "day").strip();
        Frame frame = Frame.of(site, request);
        if (why.isEmpty() || why.length() > Draft.WHY_MOST) {
            return pages.shown(422, number, new Typed(day, why, frame.text("act.fault.why")), staff, request);
        }
        if (!Draft.isText(why)) {
            return pages.shown(422, number, new Typed(day, why, frame.text("prices.fault.no-text")), staff, request);
        }
        @Nullable LocalDate on = act.equals("approve") ? day(day).orElse(null) : LocalDate.now(site.clock());
        if (on == null) {
            return pages.shown(422, number, new Typed(day, why, frame.text("prices.fault.day")), staff, request);
        }
        Actor actor = new Actor(staff.staff(), request.getRemoteAddr(), Instant.now(site.clock()));
        return switch (done(act, number, on, actor, why)) {
            case PriceBookAnswer.Done _ ->
                ResponseEntity.status(303)
                        .header("Location", "/staff/price-books/" + number)
                        .build();
            case PriceBookAnswer.Refused refused ->
                pages.shown(409, number, new Typed(day, why, words(refused, frame)), staff, request);
        };
    }

    private PriceBookAnswer done(String act, long number, LocalDate on, Actor actor, String why) {
        PriceBookDesk desk = new PriceBookDesk(site.database(), site.books().library());
        Change change = new Change(actor.at(), actor.staff(), why);
        LocalDate today = LocalDate.now(site.clock());
        return switch (act) {
            case "approve" -> desk.approve(number, on, today, change, trail(actor, "approved"));
            case "refuse" -> desk.refuse(number, change, trail(actor, "refused"));
            case "withdraw" -> desk.withdraw(number, change, trail(actor, "withdrawn"));
            case "publish" -> desk.publish(number, today, change, trail(actor, "published"));
            default -> throw new IllegalStateException("no act " + act);
        };
    }

    static Beside trail(Actor actor, String outcome) {
        return (connection, book) -> StaffTrail.acted(connection, actor, "price book " + book + " " + outcome);
    }

    static String words(PriceBookAnswer.Refused refused, Frame frame) {
        List<String> values = refused.values();
        if (refused.reason() == PriceBookReason.OTHER_STATE) {
            return frame.text("prices.fault.other-state", "state", frame.text("prices.state." + values.get(1)));
        }
        if (refused.reason() == PriceBookReason.FOLLOWS_UNAPPROVED) {
            return frame.text(
                    "prices.fault.follows-unapproved",
                    "first",
                    frame.figures().isolated(values.getFirst()),
                    "state",
                    frame.text("prices.state." + values.get(1)));
        }
        return frame.text(
                "prices.fault." + refused.reason().code(),
                "first",
                frame.figures().isolated(values.getFirst()),
                "second",
                frame.figures().isolated(values.size() > 1 ? values.get(1) : ""),
                "third",
                frame.figures().isolated(values.size() > 2 ? values.get(2) : ""));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
