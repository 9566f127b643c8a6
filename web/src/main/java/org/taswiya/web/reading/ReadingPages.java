package org.taswiya.web.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ExpectedDial;
import org.taswiya.store.Change;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.access.OwnMeter;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.validation.GivenReadings;
import org.taswiya.store.validation.GivenReadings.Outlook;
import org.taswiya.store.validation.GivenTogether;
import org.taswiya.store.validation.OwnPhotos;
import org.taswiya.store.validation.OwnReading;
import org.taswiya.store.validation.OwnReading.Answer;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// A customer reads their own meter and types what the dial shows.
@Controller
public final class ReadingPages {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingPages.class);
    private static final String PROVENANCE = "online agency";

    private final Site site;
    private final Problems problems;
    private final GivenTogether together;

    ReadingPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.together = new GivenTogether(site.database(), site.readingChecks());
    }

    /// @param meters that are in place at services that run
    public record Meters(List<StatedAgreement> meters) {
        public Meters {
            meters = List.copyOf(meters);
        }
    }

    /// The form of one meter.
    ///
    /// @param typed what somebody typed before; empty the first time
    /// @param fault of the texts `reading.fault.`; empty for none
    /// @param doubts what is unlikely or impossible about what was typed
    /// @param isAsked whether what was typed is taken when it is sent again
    /// @param isPhotoWaiting whether a photo was sent before and waits for the value
    /// @param photoOf the day of the newest photo that is kept; null for none
    public record Asked(
            StatedAgreement meter,
            Outlook outlook,
            LocalDate today,
            String typed,
            String fault,
            List<String> doubts,
            boolean isAsked,
            boolean isPhotoWaiting,
            @Nullable LocalDate photoOf) {
        public Asked {
            doubts = List.copyOf(doubts);
        }

        /// The same after it was sent.
        Asked with(String nowTyped, String nowFault, List<String> found, boolean isNowAsked) {
            return new Asked(meter, outlook, today, nowTyped, nowFault, found, isNowAsked, isPhotoWaiting, photoOf);
        }

        Asked withPhoto(boolean isNowWaiting) {
            return new Asked(meter, outlook, today, typed, fault, doubts, isAsked, isNowWaiting, photoOf);
        }

        /// What the dial should show, once a value of today is recorded, and null before: who knows it needs no look
        /// at the meter, and types what is never doubted.
        public @Nullable ExpectedDial expected() {
            boolean isRecorded = outlook.counting() != null || outlook.waiting() != null;
            return isRecorded ? outlook.expected() : null;
        }

        public boolean isAboutPhoto() {
            return fault.startsWith("photo-");
        }
    }

    @GetMapping("/readings")
    ResponseEntity<byte[]> meters(SignedIn customer, HttpServletRequest request) {
        return Rendered.page("readings", Frame.of(site, request), new Meters(own(customer)));
    }

    @GetMapping("/readings/{agreement:C[0-9]{5,7}}")
    ResponseEntity<byte[]> form(
            @PathVariable("agreement") String agreement, SignedIn customer, HttpServletRequest request) {
        return own(agreement, customer)
                .flatMap(this::asked)
                .map(asked -> Rendered.page("reading", Frame.of(site, request), asked))
                .orElseGet(() -> problems.unknown(request));
    }

    /// @param meant the value that somebody has been asked about; empty where nobody was
    @PostMapping("/readings/{agreement:C[0-9]{5,7}}")
    ResponseEntity<?> give(
            @PathVariable("agreement") String agreement,
            @RequestParam(name = "value", defaultValue = "") String typed,
            @RequestParam(name = "meant", defaultValue = "") String meant,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile sent,
            SignedIn customer,
            HttpServletRequest request)
            throws IOException {
        Optional<OwnMeter> meter = OwnMeter.of(
                SignedIn.seen(site).database().asking(),
                customer.seenAccounts(),
                agreement,
                LocalDate.now(site.clock()));
        if (meter.isEmpty()) {
            return problems.unknown(request);
        }
        HttpSession session = request.getSession();
        String wrong = SentPhoto.keep(sent, session, agreement);
        if (!wrong.isEmpty()) {
            int status = wrong.equals("photo-large") ? 413 : 422;
            return refused(status, request, agreement, customer, asked -> asked.with(typed, wrong, List.of(), false));
        }
        Optional<Decimal> value = TypedDial.value(typed);
        if (value.isEmpty()) {
            return refused(422, request, agreement, customer, asked -> asked.with(typed, "number", List.of(), false));
        }
        try {
            return answered(meter.get(), value.get(), typed, typed.equals(meant), customer, request);
        } catch (DatabaseException e) {
            LOG.warn("an own reading was not taken", e);
            return refused(422, request, agreement, customer, asked -> asked.with(typed, "busy", List.of(), false));
        }
    }

    private ResponseEntity<?> answered(
            OwnMeter meter,
            Decimal value,
            String typed,
            boolean isMeant,
            SignedIn customer,
            HttpServletRequest request) {
        HttpSession session = request.getSession();
        String account = meter.account();
        LocalDate today = LocalDate.now(site.clock());
        Change why = new Change(
                Instant.now(site.clock()),
                PROVENANCE,
                "own reading of " + account + (customer.owns(account) ? "" : " by " + customer.doing(account)));
        Answer answer = together.give(
                new OwnReading(meter.usagePoint(), new CustomerReading(today, value, PROVENANCE), isMeant, why));
        if (answer instanceof Answer.Taken || answer instanceof Answer.Waiting) {
            SentPhoto.waiting(session, meter.agreement())
                    .ifPresent(jpeg -> OwnPhotos.keep(site.database(), meter.usagePoint(), today, jpeg, why));
            SentPhoto.forget(session, meter.agreement());
            return Rendered.go("/readings/" + meter.agreement());
        }
        return refused(
                422,
                request,
                meter.agreement(),
                customer,
                asked -> refused(answer, asked, typed, Frame.of(site, request)));
    }

    private static Asked refused(Answer answer, Asked asked, String typed, Frame frame) {
        return switch (answer) {
            case Answer.Taken _, Answer.Waiting _ -> asked;
            case Answer.Unlikely(var findings) ->
                asked.with(typed, "unlikely", DoubtWords.of(findings, asked.outlook(), frame), true);
            case Answer.Impossible(var findings) ->
                asked.with(typed, "impossible", DoubtWords.of(findings, asked.outlook(), frame), false);
            case Answer.ReadByUtility _ -> asked.with(typed, "read", List.of(), false);
            case Answer.NoMeter _ -> asked.with(typed, "impossible", List.of(), false);
        };
    }

    /// What is known of the meter is asked for those alone who are shown the form again.
    private ResponseEntity<byte[]> refused(
            int status, HttpServletRequest request, String agreement, SignedIn customer, UnaryOperator<Asked> how) {
        return own(agreement, customer)
                .flatMap(this::asked)
                .map(asked -> asked.withPhoto(SentPhoto.waits(request.getSession(), agreement)))
                .map(asked -> Rendered.page(status, "reading", Frame.of(site, request), how.apply(asked)))
                .orElseGet(() -> problems.unknown(request));
    }

    private List<StatedAgreement> own(SignedIn customer) {
        LocalDate today = LocalDate.now(site.clock());
        return StatedAgreement.of(SignedIn.seen(site).database().asking(), customer.seenAccounts()).stream()
                .filter(agreement -> agreement.meter() != null && agreement.isRunning(today))
                .toList();
    }

    /// Nothing of what is another's, and nothing of what is not there.
    private Optional<StatedAgreement> own(String agreement, SignedIn customer) {
        return own(customer).stream()
                .filter(meter -> meter.reference().equals(agreement))
                .findFirst();
    }

    private Optional<Asked> asked(StatedAgreement meter) {
        LocalDate today = LocalDate.now(site.clock());
        return GivenReadings.outlook(SignedIn.seen(site).database(), meter.usagePoint(), today)
                .map(outlook -> new Asked(meter, outlook, today, "", "", List.of(), false, false, photoOf(meter)));
    }

    private @Nullable LocalDate photoOf(StatedAgreement meter) {
        return OwnPhotos.of(SignedIn.seen(site).database(), meter.account()).stream()
                .filter(one -> one.agreement().equals(meter.reference()))
                .map(OwnPhotos.Taken::at)
                .findFirst()
                .orElse(null);
    }

    /// The newest photo of a meter. Nothing of what is another's, and nothing of what is not there.
    @GetMapping("/readings/{agreement:C[0-9]{5,7}}/photo")
    ResponseEntity<byte[]> photo(
            @PathVariable("agreement") String agreement, SignedIn customer, HttpServletRequest request) {
        return own(agreement, customer)
                .flatMap(meter -> Optional.ofNullable(photoOf(meter))
                        .flatMap(at ->
                                OwnPhotos.find(SignedIn.seen(site).database(), meter.account(), meter.reference(), at)))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseGet(() -> problems.unknown(request));
    }
}
