package org.taswiya.web.console.pricebook;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PriceCurve.Piece;
import org.taswiya.deliver.tariff.CurvePicture;
import org.taswiya.deliver.tariff.CurvePicture.Words;
import org.taswiya.intake.tariff.IndexValue;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.store.Change;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBookState;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.shadow.Shadows;
import org.taswiya.store.shadow.StoredShadow;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// The price books of a home, and one of them beside the one that it replaces.
@Controller
public final class PriceBookPages {
    static final String BOOK = "/staff/price-books/{id:[0-9]{1,9}}";
    private static final int SHADOWS_MOST = 50;
    private static final int PRICE_DECIMALS = 4;
    private static final int USAGE_DECIMALS = 3;

    private final Site site;
    private final Problems problems;

    PriceBookPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param books the newest first
    public record Listed(List<KeptBook> books, Site site) {
        public Listed {
            books = List.copyOf(books);
        }

        public LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, site.clock().getZone());
        }
    }

    /// @param look null where there is nothing to set it beside
    /// @param text what its text says otherwise; empty where nothing was before it
    /// @param shadows that somebody kept, of the same tariff
    /// @param followed the one that waits or waited itself, beside which it was proposed; null where it was in use
    /// @param unfit why it cannot come into use on its day, in words; empty where it can, or does not wait
    /// @param later values of indexes that it brings for months that are billed without them, in words
    /// @param isOwn whether whoever looks at it has proposed it
    public record Shown(
            KeptBook book,
            @Nullable KeptBook followed,
            Optional<String> unfit,
            List<String> later,
            Optional<PriceBookLook> look,
            Optional<TextLook> text,
            List<StoredShadow> shadows,
            Typed typed,
            boolean isOwn,
            LocalDate today,
            Site site) {
        public Shown {
            later = List.copyOf(later);
            shadows = List.copyOf(shadows);
        }

        public LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, site.clock().getZone());
        }

        public boolean isProposed() {
            return book.state() == PriceBookState.PROPOSED;
        }

        /// Whether whoever looks at it may let it through.
        public boolean isToApprove() {
            return isProposed() && !isOwn;
        }

        /// What the form does where no other button is taken.
        public String act() {
            return path(isToApprove() ? "approve" : isDue() ? "publish" : "withdraw");
        }

        public boolean isApproved() {
            return book.state() == PriceBookState.APPROVED;
        }

        public boolean isDue() {
            return book.scheduledFor().filter(day -> !day.isAfter(today)).isPresent();
        }

        public String path(String act) {
            return "/staff/price-books/" + book.number() + "/" + act;
        }
    }

    /// What somebody typed into a form that comes back.
    ///
    /// @param fault its sentence; empty for nothing
    public record Typed(String day, String why, String fault) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    @GetMapping("/staff/price-books")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        List<KeptBook> books = PriceBooks.all(site.database()).reversed();
        return Rendered.page("console/pricebook/books", Frame.of(site, request), new Listed(books, site));
    }

    @GetMapping(BOOK)
    ResponseEntity<byte[]> book(@PathVariable("id") String id, StaffSignedIn staff, HttpServletRequest request) {
        return shown(200, Long.parseLong(id), Typed.NOTHING, staff, request);
    }

    ResponseEntity<byte[]> shown(
            int status, long number, Typed typed, StaffSignedIn staff, HttpServletRequest request) {
        List<KeptBook> all = PriceBooks.all(site.database());
        return all.stream()
                .filter(book -> book.number() == number)
                .findFirst()
                .map(book -> Rendered.page(
                        status,
                        "console/pricebook/book",
                        Frame.of(site, request),
                        shown(book, all, typed, staff, Frame.of(site, request))))
                .orElseGet(() -> problems.unknown(request));
    }

    private Shown shown(KeptBook book, List<KeptBook> all, Typed typed, StaffSignedIn staff, Frame frame) {
        List<StoredShadow> shadows = Shadows.newest(site.database(), SHADOWS_MOST).stream()
                .filter(shadow ->
                        shadow.books().stream().anyMatch(of -> of.tariff().equals(book.tariff())))
                .toList();
        PriceBookDesk desk = new PriceBookDesk(site.database(), site.books().library());
        return new Shown(
                book,
                PriceBookLook.replaced(book, all)
                        .filter(other -> other.number() < book.number())
                        .filter(other -> !other.isFound())
                        .orElse(null),
                desk.unfit(book).map(refused -> PriceBookActs.words(refused, frame)),
                desk.laterValues(book).stream()
                        .map(value -> later(value, frame))
                        .toList(),
                PriceBookLook.of(book, all, site.library()),
                TextLook.of(book, all, site.library()),
                shadows,
                typed,
                Change.isSamePerson(book.author(), staff.staff()),
                LocalDate.now(site.clock()),
                site);
    }

    private static String later(IndexValue value, Frame frame) {
        LocalDate first = value.month().atDay(1);
        return frame.text(
                "prices.later.value",
                "index",
                frame.figures().isolated(value.index()),
                "month",
                frame.figures().period(new DateRange(first, first.plusMonths(1))),
                "value",
                frame.figures().written(value.value().toString()));
    }

    /// What the next unit costs under both, drawn and in words; empty where there is nothing to draw.
    ///
    /// @param number of it on the page
    public static String picture(PriceBookLook look, DayLook day, int number, Frame frame) {
        DayLook.Curves curves = day.curves();
        if (curves == null) {
            return "";
        }
        String unit = frame.figures().unit(look.after().unit());
        return CurvePicture.ofTwo(
                curves.before(),
                curves.after(),
                new Words(
                        Integer.toString(number),
                        frame.text("prices.curve", "unit", unit),
                        unit,
                        List.of(frame.text("prices.after"), frame.text("prices.before")),
                        frame.text("prices.before") + ": " + inWords(curves.before(), unit, frame) + " "
                                + frame.text("prices.after") + ": " + inWords(curves.after(), unit, frame),
                        frame.language() == Language.AR,
                        frame.figures()::written));
    }

    private static String inWords(PriceCurve curve, String unit, Frame frame) {
        return curve.pieces().stream().map(piece -> inWords(piece, unit, frame)).collect(Collectors.joining(" "));
    }

    private static String inWords(Piece piece, String unit, Frame frame) {
        return frame.text(
                "prices.curve.piece",
                "usage",
                usage(piece.from(), frame),
                "unit",
                unit,
                "price",
                price(piece.marginal(), frame));
    }

    /// With four decimals.
    public static String price(Fraction price, Frame frame) {
        return frame.figures().written(price.toText(PRICE_DECIMALS));
    }

    public static String usage(Fraction usage, Frame frame) {
        return frame.figures().written(usage.toCanonicalText(USAGE_DECIMALS));
    }
}
