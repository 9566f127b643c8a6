package org.taswiya.web.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Messages.Story;
import org.taswiya.store.message.StoredReceipt;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;

/// A message as its customer may read it again.
///
/// @param title what it tells of
/// @param lines in which it was told; empty for a bill, which has a page
/// @param bill number of the bill that it tells of; empty for none
/// @param to the address with its ends alone; empty for whoever is a delegate
/// @param fate of the texts `notice.fate.`
public record ToldMessage(
        String title, List<String> lines, String bill, LocalDate on, String channel, String to, String fate) {
    public ToldMessage {
        lines = List.copyOf(lines);
    }

    static ToldMessage of(Site site, Story story, boolean isOwn, Frame frame) {
        var message = story.message();
        Optional<AnnouncementWords> words =
                message.cause().kind() == Cause.Kind.BILL ? Optional.empty() : words(site, story, frame);
        LocalDate on = LocalDate.ofInstant(message.queuedAt(), site.clock().getZone());
        return new ToldMessage(
                words.map(AnnouncementWords::subject)
                        .orElseGet(() -> frame.text(
                                "notice.kind." + message.cause().kind().code())),
                words.map(AnnouncementWords::lines).orElse(List.of()),
                message.cause().kind() == Cause.Kind.BILL ? message.cause().key() : "",
                on,
                "notice.channel." + message.contact().channel().code(),
                isOwn ? message.contact().masked() : "",
                "notice.fate." + fate(story));
    }

    private static Optional<AnnouncementWords> words(Site site, Story story, Frame frame) {
        Optional<Announcement> told = Announcements.of(SignedIn.seen(site).database(), story.message());
        return told.map(announcement ->
                AnnouncementWords.of(announcement, story.message().account(), site.currency(), frame.language()));
    }

    /// What became of a message, as a word.
    public static String fate(Story story) {
        return switch (story.message().state()) {
            case QUEUED, PAUSED -> "waits";
            case FAILED -> "failed";
            case SENT -> isDelivered(story.receipts()) ? "delivered" : "sent";
        };
    }

    /// Whether all parts of the last attempt of which anything was reported have arrived.
    private static boolean isDelivered(List<StoredReceipt> receipts) {
        if (receipts.isEmpty()) {
            return false;
        }
        int last = receipts.stream().mapToInt(StoredReceipt::attempt).max().orElseThrow();
        Map<Integer, List<ReceiptState>> parts = new TreeMap<>();
        for (StoredReceipt receipt : receipts) {
            if (receipt.attempt() == last) {
                parts.computeIfAbsent(receipt.part(), _ -> new ArrayList<>())
                        .add(receipt.receipt().state());
            }
        }
        List<ReceiptState> found = parts.values().stream()
                .flatMap(reported -> ReceiptState.ofAll(reported).stream())
                .toList();
        return ReceiptState.ofParts(found) == ReceiptState.DELIVERED;
    }
}
