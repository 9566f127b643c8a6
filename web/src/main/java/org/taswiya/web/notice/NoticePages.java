package org.taswiya.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.taswiya.core.message.Announcement;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.store.message.Messages;
import org.taswiya.store.outage.ComingOutage;
import org.taswiya.store.outage.Outage;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// Interruptions to come, and what the customer was told.
@Controller
public final class NoticePages {
    private static final int MOST = 30;

    private final Site site;

    NoticePages(Site site) {
        this.site = site;
    }

    /// @param outages in words, the next one first
    /// @param messages the newest first
    /// @param most how many messages are shown at most
    public record Notices(List<AnnouncementWords> outages, List<ToldMessage> messages, int most) {
        public Notices {
            outages = List.copyOf(outages);
            messages = List.copyOf(messages);
        }
    }

    @GetMapping("/notices")
    ResponseEntity<byte[]> notices(SignedIn customer, HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        List<AnnouncementWords> outages =
                ComingOutage.of(
                                SignedIn.seen(site).database(),
                                customer.seenAccounts(),
                                LocalDateTime.now(site.clock()))
                        .stream()
                        .map(coming -> words(coming, frame))
                        .toList();
        List<ToldMessage> messages =
                Messages.to(SignedIn.seen(site).database(), customer.seenAccounts(), customer.accounts(), MOST).stream()
                        .map(story -> ToldMessage.of(
                                site, story, customer.owns(story.message().account()), frame))
                        .toList();
        return Rendered.page("notices", frame, new Notices(outages, messages, MOST));
    }

    /// In the words in which it is announced.
    private AnnouncementWords words(ComingOutage coming, Frame frame) {
        Outage.Version now = coming.outage().now();
        Announcement told = new Announcement.Interruption(
                now.state(), true, coming.outage().service(), now.from(), now.to(), now.reasons(), coming.addresses());
        return AnnouncementWords.of(told, coming.account(), site.currency(), frame.language());
    }
}
