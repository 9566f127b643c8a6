package org.taswiya.web.console.pricebook;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.core.tariff.RevenueParts.Part;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.ComparedPeriods.Unknown;
import org.taswiya.run.desk.BookCheck;
import org.taswiya.run.desk.BookCheck.Note;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Written;
import org.taswiya.store.Change;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBookState;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.run.Withheld;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.console.work.FoundWords;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// The page on which a price book is written, checked, tried on what somebody chooses, and proposed. Nothing is kept
/// before it is proposed, and nothing that was typed is lost: each answer has all of it.
@Controller
public final class DraftPages {
    static final String DRAFT = "/staff/price-books/draft";

    /// How findings call what lies in no file.
    private static final String PLACE = "draft";

    /// What the page itself asks as long as something is being counted.
    public static final String LOOK = "look";

    private static final int SPARE_LINES = 12;

    private final Site site;
    private final Problems problems;
    private final TrialsBeside beside;

    DraftPages(Site site, Problems problems, TrialsBeside beside) {
        this.site = site;
        this.beside = beside;
        this.problems = problems;
    }

    /// @param ids of the books in force
    /// @param kept of the home, the newest first
    public record Beginnings(List<String> ids, List<KeptBook> kept) {
        public Beginnings {
            ids = List.copyOf(ids);
            kept = List.copyOf(kept);
        }
    }

    /// @param notes what there is to say of the content
    /// @param isChecked whether anybody asked
    /// @param fault its sentence; empty for none
    /// @param field at which it is put right
    /// @param trial null where it was tried on nothing
    public record Shown(
            Draft draft,
            List<Note> notes,
            boolean isChecked,
            String fault,
            String field,
            @Nullable DraftLook trial) {
        public Shown {
            notes = List.copyOf(notes);
        }

        /// As many as the content has, and some to write on.
        public int lines() {
            return (int) draft.content().lines().count() + SPARE_LINES;
        }

        /// What there is to say of one line, counted from one.
        public List<Note> of(int line) {
            return notes.stream().filter(note -> note.line() == line).toList();
        }

        /// Whether what many accounts come to is being counted.
        public boolean isAtWork() {
            return trial != null && trial.isAtWork();
        }

        /// What keeps it from being proposed.
        public boolean isFaulty() {
            return notes.stream().anyMatch(note -> !note.isPlaceholder());
        }
    }

    /// Why a period cannot be priced.
    public static String words(Frame frame, Unknown unknown) {
        Withheld.Reason why = Withheld.held(unknown.use().agreement(), List.of(unknown.lack()), null)
                .reasons()
                .getFirst();
        return FoundWords.of(frame, why).orElse(unknown.lack().found());
    }

    /// The name of a part of what is charged.
    public static String part(Frame frame, Part part) {
        String name = frame.figures().isolated(part.code());
        String band = part.band().isEmpty() ? "" : " · " + frame.figures().isolated(part.band());
        String block = part.block() == 0
                ? ""
                : " · "
                        + frame.text(
                                "prices.block", "number", frame.figures().isolated(Integer.toString(part.block())));
        return name + band + block;
    }

    @GetMapping(DRAFT)
    ResponseEntity<byte[]> begin(HttpServletRequest request) {
        Draft typed = Draft.of(request);
        if (!typed.content().isBlank()) { // left when a sign-in had ended
            return page(200, typed, List.of(), false, "", "", null, request);
        }
        String begin = Draft.typed(request, "begin").strip();
        if (begin.isEmpty()) {
            Beginnings from = new Beginnings(
                    List.copyOf(site.library().ids()),
                    PriceBooks.all(site.database()).reversed());
            return Rendered.page("console/pricebook/begin", Frame.of(site, request), from);
        }
        return begun(begin)
                .map(draft -> page(200, draft, List.of(), false, "", "", null, request))
                .orElseGet(() -> problems.unknown(request));
    }

    /// From one that the home has kept, or that in force.
    private Optional<Draft> begun(String begin) {
        return begin.matches("[0-9]{1,9}")
                ? PriceBooks.of(site.database(), Long.parseLong(begin)).map(DraftPages::begun)
                : site.library().content(begin).map(content -> Draft.of(content, ""));
    }

    private static Draft begun(KeptBook book) {
        return Draft.of(book.content(), book.state() == PriceBookState.PROPOSED ? Long.toString(book.number()) : "");
    }

    @PostMapping(DRAFT)
    ResponseEntity<byte[]> answer(StaffSignedIn staff, HttpServletRequest request) {
        Draft draft = Draft.of(request);
        Frame frame = Frame.of(site, request);
        if (draft.isTooLong()) {
            String most = frame.figures().isolated(Integer.toString(Draft.LETTERS_MOST));
            return page(422, draft, List.of(), false, frame.text("prices.fault.too-long", "most", most), request);
        }
        TariffLibrary library = site.library();
        BookCheck check = BookCheck.of(library.parsed(PLACE, draft.content()));
        return switch (Draft.typed(request, "do")) {
            case "propose" -> propose(draft, check, staff, frame, request);
            case "try", LOOK -> tried(draft, check, library, staff, frame, request);
            default -> page(200, draft, check.notes(), true, "", "", null, request);
        };
    }

    private ResponseEntity<byte[]> tried(
            Draft draft,
            BookCheck check,
            TariffLibrary library,
            StaffSignedIn staff,
            Frame frame,
            HttpServletRequest request) {
        TariffBook book = check.book();
        if (book == null) {
            return page(422, draft, check.notes(), true, "", "", null, request);
        }
        Optional<Tariff> inForce = library.tariff(book.tariff().id());
        if (inForce.isEmpty()) {
            String fault = fault(frame, "no-such-tariff", book.tariff().id());
            return page(422, draft, check.notes(), true, fault, request);
        }
        if (draft.whose().equals(Draft.ACCOUNT)) {
            if (!frame.may(StaffRight.CUSTOMERS)
                    || CustomerSearch.account(site.database(), draft.account()).isEmpty()) {
                return page(422, draft, check.notes(), true, fault(frame, "account", ""), "account", null, request);
            }
            Actor actor = actor(staff, request);
            StaffTrail.looked(
                    site.database(), actor.staff(), actor.address(), actor.at(), draft.account(), "price book trial");
        }
        DraftTrial.Asking asking = new DraftTrial.Asking(
                beside,
                new TrialsBeside.Asker(
                        staff.staff(), !Draft.typed(request, "do").equals(LOOK), ZonedDateTime.now(site.clock())),
                library.content(book.tariff().id()).orElseThrow()); // it is in force
        return switch (DraftTrial.of(site.database(), asking, inForce.get(), book, draft)) {
            case DraftTrial.Answer.Tried(var look) -> page(200, draft, check.notes(), true, "", "", look, request);
            case DraftTrial.Answer.Faulty(var text, var found) ->
                page(422, draft, check.notes(), true, fault(frame, text, found), field(draft), null, request);
        };
    }

    private static String field(Draft draft) {
        return switch (draft.whose()) {
            case Draft.USAGES -> "usages";
            case Draft.PROFILE -> "profile";
            case Draft.ACCOUNT -> "account";
            default -> "book-text";
        };
    }

    private ResponseEntity<byte[]> propose(
            Draft draft, BookCheck check, StaffSignedIn staff, Frame frame, HttpServletRequest request) {
        if (draft.why().isEmpty() || draft.why().length() > Draft.WHY_MOST) {
            return page(422, draft, check.notes(), true, frame.text("act.fault.why"), "why", null, request);
        }
        if (!Draft.isText(draft.why())) {
            return page(422, draft, check.notes(), true, frame.text("prices.fault.no-text"), "why", null, request);
        }
        if (check.notes().stream().anyMatch(note -> !note.isPlaceholder())) {
            return page(
                    422, draft, check.notes(), true, frame.text("draft.not-proposed.faulty"), "notes", null, request);
        }
        if (!draft.isMeant() && !check.notes().isEmpty()) {
            return page(
                    422, draft, check.notes(), true, frame.text("draft.not-proposed.meant"), "meant", null, request);
        }
        Actor actor = actor(staff, request);
        Change change = new Change(actor.at(), actor.staff(), draft.why());
        PriceBookDesk desk = new PriceBookDesk(site.database(), site.books().library());
        Written written = new Written(PLACE, draft.content(), draft.isMeant(), draft.after());
        PriceBookAnswer answer = desk.propose(written, change, PriceBookActs.trail(actor, "proposed"));
        return switch (answer) {
            case PriceBookAnswer.Done(var book) ->
                ResponseEntity.status(303)
                        .header("Location", "/staff/price-books/" + book.number())
                        .build();
            case PriceBookAnswer.Refused refused ->
                page(409, draft, check.notes(), true, PriceBookActs.words(refused, frame), request);
        };
    }

    private Actor actor(StaffSignedIn staff, HttpServletRequest request) {
        return new Actor(staff.staff(), request.getRemoteAddr(), Instant.now(site.clock()));
    }

    private static String fault(Frame frame, String text, String found) {
        return frame.text("prices.fault." + text, "first", frame.figures().isolated(found));
    }

    private ResponseEntity<byte[]> page(
            int status, Draft draft, List<Note> notes, boolean isChecked, String fault, HttpServletRequest request) {
        return page(status, draft, notes, isChecked, fault, "book-text", null, request);
    }

    private ResponseEntity<byte[]> page(
            int status,
            Draft draft,
            List<Note> notes,
            boolean isChecked,
            String fault,
            String field,
            @Nullable DraftLook trial,
            HttpServletRequest request) {
        Shown shown = new Shown(draft, notes, isChecked, fault, field, trial);
        return Rendered.page(status, "console/pricebook/draft", Frame.of(site, request), shown);
    }
}
