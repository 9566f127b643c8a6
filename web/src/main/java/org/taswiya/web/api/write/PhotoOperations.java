package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.api.Opened.OpenedAgreement;
import org.taswiya.store.validation.GivenReadings;
import org.taswiya.store.validation.OwnPhotos;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.page.SmallPhoto;

/// The photo that a customer sends with an own reading: after it, and of its day.
public final class PhotoOperations {
    private static final String PATH = "/agreements/" + PathPart.AGREEMENT.inPath() + "/photo";

    private final Site site;

    public PhotoOperations(Site site) {
        this.site = site;
    }

    /// What a camera has made. It is held in memory as it comes, so it is smaller than one that a form brings.
    public record ReadingPhoto(
            @Says(value = "A JPEG or a PNG of 4 MB at most, in base64.", least = 1, most = RequestJson.BASE64_MOST)
            String photo) {}

    /// What became of it.
    public record KeptPhoto(
            @Says("The service agreement.") String agreement,

            @Says("Of which day it is: today, where the utility is.")
            LocalDate at) {}

    public List<Operation> all() {
        return List.of(
                Operation.post(
                                "sendPhoto",
                                PATH,
                                "Shows the meter as it was read today; it comes after the reading.",
                                ApiScope.READINGS,
                                ReadingPhoto.class,
                                200,
                                KeptPhoto.class,
                                this::keep)
                        .byMethod("PUT")
                        .upTo(RequestJson.BASE64_MOST + 1024)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.NO_READING, ProblemKind.UNFIT_FILE),
                Operation.get(
                                "getPhoto",
                                PATH,
                                "The newest photo of a meter that its customer has sent.",
                                null,
                                this::look)
                        .needing(ApiScope.READINGS)
                        .onlyAs(Operation.JPEG));
    }

    private Reply keep(Call call) {
        OpenedAgreement agreement = Accounts.ofAgreement(site, call);
        LocalDate today = LocalDate.now(site.clock());
        if (!isRead(agreement, today)) {
            return new Reply.Refused(
                    Problem.of(ProblemKind.NO_READING, "Nothing was written. Say first what the meter shows today."));
        }
        Optional<byte[]> redrawn = redrawn(call.body(ReadingPhoto.class).photo());
        if (redrawn.isEmpty()) {
            return new Reply.Refused(Problem.of(
                    ProblemKind.UNFIT_FILE, "Nothing was written: it is no JPEG or PNG in base64, or too large."));
        }
        Change why =
                new Change(Instant.now(site.clock()), "api key " + call.bearer().id(), "photo of an own reading");
        OwnPhotos.keep(site.database(), agreement.usagePoint(), today, redrawn.get(), why);
        return Reply.of(new KeptPhoto(agreement.reference(), today));
    }

    /// Whether a customer has given what it shows, and that counts or waits.
    private boolean isRead(OpenedAgreement agreement, LocalDate today) {
        return GivenReadings.outlook(site.database(), agreement.usagePoint(), today)
                .filter(known -> known.waiting() != null || known.counting() instanceof CustomerReading)
                .isPresent();
    }

    private static Optional<byte[]> redrawn(String base64) {
        try {
            return SmallPhoto.redrawnFromForm(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Reply look(Call call) {
        OpenedAgreement agreement = Accounts.ofAgreement(site, call);
        LocalDate newest = OwnPhotos.of(site.database(), agreement.account()).stream()
                .filter(one -> one.agreement().equals(agreement.reference()))
                .map(OwnPhotos.Taken::at)
                .findFirst()
                .orElseThrow(Call::unknown);
        byte[] jpeg = OwnPhotos.find(site.database(), agreement.account(), agreement.reference(), newest)
                .orElseThrow(Call::unknown);
        return new Reply.Paper(Operation.JPEG, jpeg, agreement.reference() + "-" + newest + ".jpg");
    }
}
