package org.taswiya.web.round;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.handset.EntryAnswer;
import org.taswiya.store.handset.HandedRounds;
import org.taswiya.store.handset.Handset;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.handset.RoundEntries;
import org.taswiya.store.handset.RoundEntries.Clocks;
import org.taswiya.store.handset.RoundEntry;
import org.taswiya.store.handset.VisitPhotos;
import org.taswiya.web.Site;

/// What handsets ask for and send; each by its own signature, without a session.
@Controller
public final class RoundFeed {
    private static final Logger LOG = LoggerFactory.getLogger(RoundFeed.class);
    private static final int ENTRIES_BYTES_MOST = 64 * 1024;

    private final Site site;

    RoundFeed(Site site) {
        this.site = site;
    }

    /// What is done for a handset that is what it says.
    private interface Answering {
        ResponseEntity<String> to(Handset handset);
    }

    /// The rounds that its reader walks today, whole.
    @GetMapping("/staff/round/today")
    ResponseEntity<String> today(HttpServletRequest request) {
        return answered(request, new byte[0], handset -> {
            if (!handset.isOpen()) {
                return erase(handset, Map.of());
            }
            Instant now = Instant.now(site.clock());
            return json(
                    200,
                    RoundJson.rounds(
                            handset,
                            now,
                            HandedRounds.of(
                                    site.database(), handset, now, site.clock().getZone())));
        });
    }

    /// Each is answered by itself; what is not answered is sent again.
    @PostMapping("/staff/round/entries")
    ResponseEntity<String> entries(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(ENTRIES_BYTES_MOST + 1);
        if (body.length > ENTRIES_BYTES_MOST) {
            return tooLong();
        }
        return answered(request, body, handset -> {
            Optional<SentEntries> sent = SentEntries.parse(body);
            if (sent.isEmpty()) {
                return json(400, RoundJson.now(Instant.now(site.clock())));
            }
            Map<UUID, EntryAnswer> answers = taken(handset, sent.get());
            return handset.isOpen()
                    ? json(200, RoundJson.answers(Instant.now(site.clock()), false, answers))
                    : erase(handset, answers);
        });
    }

    private Map<UUID, EntryAnswer> taken(Handset handset, SentEntries sent) {
        Clocks clocks = new Clocks(
                sent.sent(), Instant.now(site.clock()), site.clock().getZone());
        Map<UUID, EntryAnswer> answers = new LinkedHashMap<>();
        try {
            for (RoundEntry entry : sent.entries()) {
                answers.put(
                        entry.id(),
                        RoundEntries.take(site.database(), handset, entry, clocks, site.readingChecks()));
            }
        } catch (DatabaseException e) {
            LOG.warn("entries of a handset were not taken; it sends them again", e);
        }
        return answers;
    }

    /// A picture of an entry that has come.
    @PostMapping("/staff/round/photos/{entry:[0-9a-f-]{36}}")
    ResponseEntity<String> photo(@PathVariable("entry") String entry, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(VisitPhotos.BYTES_MOST + 1);
        if (body.length > VisitPhotos.BYTES_MOST) {
            return tooLong();
        }
        return answered(request, body, handset -> {
            if (!handset.isOpen()) {
                return erase(handset, Map.of());
            }
            Instant now = Instant.now(site.clock());
            boolean isKept = SmallPhoto.redrawn(body)
                    .flatMap(jpeg -> EntryId.parse(entry)
                            .filter(id -> VisitPhotos.keep(site.database(), handset, id, jpeg, now)))
                    .isPresent();
            return json(isKept ? 200 : 422, RoundJson.now(now));
        });
    }

    /// Whoever sends it: the rest of it is not read.
    private ResponseEntity<String> tooLong() {
        return json(413, RoundJson.now(Instant.now(site.clock())));
    }

    private ResponseEntity<String> answered(HttpServletRequest request, byte[] body, Answering answering) {
        return switch (HandsetProof.of(site, request, body)) {
            case HandsetProof.Stranger _ -> json(401, RoundJson.now(Instant.now(site.clock())));
            case HandsetProof.OtherTime _ -> json(409, RoundJson.now(Instant.now(site.clock())));
            case HandsetProof.Proven(var handset) -> answering.to(handset);
        };
    }

    /// What a handset that is closed is told, whatever it asks.
    private ResponseEntity<String> erase(Handset handset, Map<UUID, EntryAnswer> answers) {
        Instant now = Instant.now(site.clock());
        Handsets.toldToErase(site.database(), handset.id(), now);
        return json(410, RoundJson.answers(now, true, answers));
    }

    private static ResponseEntity<String> json(int status, String text) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(text);
    }
}
