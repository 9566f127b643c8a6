package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Cause;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.Messages.Story;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.notice.ToldMessage;

/// What an account was told last, as a delegate may see it: nothing of how it is reached, of delegates and of sign-ins.
public final class MessageOperations {
    private static final int MOST = 50;

    private final Site site;

    public MessageOperations(Site site) {
        this.site = site;
    }

    /// A message.
    public record ToldNotice(
            @Says("Its number.") String message,
            @Says("The kind of notice.") String notice,
            @Says("The day.") LocalDate on,
            @Says("By which channel.") String channel,

            @Says(
                    value = "In which language.",
                    oneOf = {"ar", "fr", "en"})
            String language,

            @Says(
                    value = "What became of it.",
                    oneOf = {"waits", "failed", "sent", "delivered"})
            String state,

            @Says("The bill that it tells of; absent where it is of something else.") @Nullable String bill,

            @Says("What it is about, in its language; absent for a bill.") @Nullable String subject,

            @Says("What it says, line by line; absent for a bill.") @Nullable List<String> lines) {
        public ToldNotice {
            lines = lines == null ? null : List.copyOf(lines);
        }
    }

    /// The last ones.
    public record ToldNotices(
            @Says("The newest first, fifty at most.") List<ToldNotice> messages) {
        public ToldNotices {
            messages = List.copyOf(messages);
        }
    }

    public List<Operation> all() {
        return List.of(Operation.get(
                "listMessages",
                "/accounts/" + PathPart.ACCOUNT.inPath() + "/messages",
                "What an account was told last.",
                ToldNotices.class,
                this::list));
    }

    private Reply list(Call call) {
        String account = Accounts.opened(site, call);
        return Reply.of(new ToldNotices(Messages.to(site.database(), List.of(account), List.of(), MOST).stream()
                .map(this::told)
                .toList()));
    }

    private ToldNotice told(Story story) {
        StoredMessage message = story.message();
        boolean isBill = message.cause().kind() == Cause.Kind.BILL;
        Optional<AnnouncementWords> words = isBill
                ? Optional.empty()
                : Announcements.of(site.database(), message)
                        .map(told ->
                                AnnouncementWords.of(told, message.account(), site.currency(), message.language()));
        return new ToldNotice(
                Long.toString(message.id()),
                message.cause().kind().code(),
                LocalDate.ofInstant(message.queuedAt(), site.clock().getZone()),
                message.contact().channel().code(),
                message.language().code(),
                ToldMessage.fate(story),
                isBill ? message.cause().key() : null,
                words.map(AnnouncementWords::subject).orElse(null),
                words.map(AnnouncementWords::lines).orElse(null));
    }
}
