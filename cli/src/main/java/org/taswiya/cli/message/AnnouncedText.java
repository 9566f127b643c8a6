package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.StoredMessage;

/// Says what came of announcements, as they are found: who is told by which channel, in a trial with the words, and who
/// is not.
public final class AnnouncedText implements Announcements.Listener {
    private final PrintWriter out;
    private final String currency;
    private final boolean isTrial;
    private final boolean isJson;
    private final Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
    private long unreached;
    private long unwanted;

    /// @param currency the ISO code of the money that all amounts are in; empty where nobody has named it
    /// @param isTrial whether each message is shown
    /// @param isJson one JSON object a line
    public AnnouncedText(PrintWriter out, String currency, boolean isTrial, boolean isJson) {
        this.out = out;
        this.currency = currency;
        this.isTrial = isTrial;
        this.isJson = isJson;
    }

    @Override
    public void queued(StoredMessage message, Announcement announcement) {
        byChannel.merge(message.contact().channel(), 1L, Long::sum);
        AnnouncementWords words = AnnouncementWords.of(announcement, message.account(), currency, message.language());
        if (isJson) {
            out.println(MessageJson.announced(message, words, isTrial));
        } else if (isTrial) {
            out.println(message.cause().kind().code() + " " + message.cause().key() + "  " + message.account() + "  "
                    + message.contact().channel().code() + " "
                    + message.contact().address() + "  "
                    + message.language().code() + "  " + words.subject());
        }
    }

    @Override
    public void unreached(Cause cause, String account) {
        unreached++;
        left(cause, account, "no-channel", "no channel: for the agency");
    }

    @Override
    public void unwanted(Cause cause, String account) {
        unwanted++;
        left(cause, account, "not-wanted", "does not want to be told");
    }

    private void left(Cause cause, String account, String code, String words) {
        out.println(
                isJson
                        ? MessageJson.left(cause, account, code)
                        : cause.kind().code() + " " + cause.key() + "  " + account + "  " + words);
    }

    /// One line with the sums; none where each line is an object.
    public void sums() {
        if (isJson) {
            return;
        }
        long all = byChannel.values().stream().mapToLong(Long::longValue).sum();
        String channels = byChannel.entrySet().stream()
                .map(one -> one.getValue() + " by " + one.getKey().code())
                .collect(Collectors.joining(", "));
        out.println(all + (isTrial ? " would be queued" : " queued") + (channels.isEmpty() ? "" : " (" + channels + ")")
                + ", " + unreached + " for the agency, " + unwanted + " not wanted");
    }
}
