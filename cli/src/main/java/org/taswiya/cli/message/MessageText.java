package org.taswiya.cli.message;

import org.taswiya.core.message.MessageState;
import org.taswiya.store.message.StoredAttempt;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.message.StoredReceipt;

/// Messages in words.
final class MessageText {
    private MessageText() {}

    static String line(StoredMessage message) {
        return message.id() + "  " + message.cause().kind().code() + " "
                + message.cause().key() + "  "
                + message.account() + "  " + message.contact().channel().code() + " "
                + message.contact().shown() + "  " + message.state().code() + standing(message);
    }

    private static String standing(StoredMessage message) {
        String attempts = message.attempts() == 0
                ? ""
                : " after " + message.attempts() + (message.attempts() == 1 ? " attempt" : " attempts");
        return attempts
                + (message.state() == MessageState.QUEUED && message.attempts() > 0
                        ? ", not before " + Moments.shown(message.notBefore())
                        : message.sentAt() == null ? "" : ", " + message.sentAt());
    }

    static String line(StoredAttempt one) {
        return "  attempt " + one.attempt() + "  " + one.at() + "  "
                + one.event().code() + "  " + one.said();
    }

    static String line(StoredReceipt one) {
        return "  attempt " + one.attempt() + ", part " + one.part() + "  " + one.at() + "  reported "
                + one.receipt().state().code() + "  " + one.receipt().said();
    }
}
