package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.sms.SmsText;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.StoredMessage;

/// Says what came of announcements, as they are found: who is told by which channel, in a trial with the words, and who
/// is not.
public final class AnnouncedText implements Announcements.Listener {
    private final PrintWriter out;
    private final String currency;
    private final SegmentCost cost;
    private final boolean isTrial;
    private final boolean isJson;
    private final Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
    private long unreached;
    private long unwanted;

    /// @param currency of the money that all amounts are in
    /// @param isTrial whether each message is shown
    /// @param isJson one JSON object a line
    /// @param price of a segment of a text message; null where the utility has not said
    public AnnouncedText(PrintWriter out, Currency currency, @Nullable Decimal price, boolean isTrial, boolean isJson) {
        this.out = out;
        this.currency = currency.code();
        this.cost = new SegmentCost(price, currency.word());
        this.isTrial = isTrial;
        this.isJson = isJson;
    }

    @Override
    public void queued(StoredMessage message, Announcement announcement) {
        byChannel.merge(message.contact().channel(), 1L, Long::sum);
        AnnouncementWords words = AnnouncementWords.of(announcement, message.account(), currency, message.language());
        boolean isText = message.contact().channel() == Channel.SMS;
        int segments = isText ? cost.add(SmsText.plain(words.brief())) : 0;
        if (isJson) {
            out.println(MessageJson.announced(message, words, segments, isTrial));
        } else if (isTrial) {
            out.println(message.cause().kind().code() + " " + message.cause().key() + "  " + message.account() + "  "
                    + message.contact().channel().code() + " "
                    + message.contact().shown() + "  "
                    + message.language().code() + "  " + words.subject()
                    + (isText ? "  " + SegmentCost.words(segments) : ""));
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
        if (cost.all() > 0) {
            out.println(cost.line());
        }
    }
}
