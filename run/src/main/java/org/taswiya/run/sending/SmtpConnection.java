package org.taswiya.run.sending;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.MailStatus;

/// A connection to an SMTP server, made when it is needed and kept while it lasts; one sender's.
final class SmtpConnection {
    /// A server closes what is idle for long; whoever waited longer than this asks first.
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int CLOSING = 421;

    private final String host;
    private final int port;
    private final Session session;
    private @Nullable Talk open;
    private long usedAt;

    SmtpConnection(String host, int port, Session session) {
        this.host = host;
        this.port = port;
        this.session = session;
    }

    /// A talk with the server that knows how far it is.
    private static final class Talk extends SMTPTransport {
        private int handedOver;
        private boolean isBegun;

        Talk(Session session, String host, int port) {
            super(session, new URLName("smtp", host, port, null, null, null));
        }

        @Override
        protected void mailFrom() throws MessagingException {
            isBegun = false;
            super.mailFrom();
            isBegun = true;
        }

        /// Servers end a connection after so many messages, or so many minutes. Nothing of the next one was said then.
        boolean isEndedBetweenMessages() {
            return handedOver > 0 && !isBegun;
        }
    }

    /// @return what is wrong; empty when nothing is
    Optional<String> connect() {
        Talk known = open;
        if (known != null && (System.nanoTime() - usedAt < IDLE_NANOS || known.isConnected())) {
            return Optional.empty();
        }
        close();
        try {
            Talk transport = new Talk(session, host, port);
            transport.connect(host, port, null, null);
            open = transport;
            usedAt = System.nanoTime();
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(words(e));
        }
    }

    Answer send(MimeMessage message, Address to) {
        Talk transport = open;
        if (transport == null) {
            throw new IllegalStateException("not connected to " + host + ":" + port);
        }
        Answer answer = send(transport, message, to);
        if (answer instanceof Answer.Lost && transport.isEndedBetweenMessages()) {
            close();
            if (connect().isEmpty()) {
                return send(message, to);
            }
        }
        if (answer instanceof Answer.Lost) {
            close();
        }
        usedAt = System.nanoTime();
        return answer;
    }

    private static Answer send(Talk transport, MimeMessage message, Address to) {
        try {
            transport.sendMessage(message, new Address[] {to});
            transport.handedOver++;
            return new Answer.Accepted(transport.getLastServerResponse().strip());
        } catch (MessagingException e) {
            return answer(e);
        }
    }

    private static Answer answer(MessagingException failure) {
        for (Exception one = failure; one != null; one = next(one)) {
            if (one instanceof SMTPAddressFailedException address) {
                return byCode(address.getReturnCode(), words(address));
            }
            if (one instanceof SMTPSendFailedException send) {
                boolean isOfSender =
                        send.getCommand() != null && send.getCommand().startsWith("MAIL");
                return isOfSender && send.getReturnCode() >= 500
                        ? new Answer.Lost(words(send))
                        : byCode(send.getReturnCode(), words(send));
            }
        }
        return new Answer.Lost(words(failure));
    }

    private static @Nullable Exception next(Exception one) {
        return one instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static Answer byCode(int code, String said) {
        if (code == CLOSING || code < 400) {
            return new Answer.Lost(said);
        }
        return code < 500
                ? new Answer.PutOff(said)
                : new Answer.Refused(
                        said,
                        MailStatus.ofReply(said)
                                .filter(MailStatus::isOfRecipient)
                                .isPresent());
    }

    private static String words(Exception failure) {
        String said = failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage().strip();
        return said.equals("[EOF]") ? "the server ended the connection" : said.replaceAll("\\s*\\R\\s*", " ");
    }

    void close() {
        Transport known = open;
        open = null;
        if (known != null) {
            try {
                known.close();
            } catch (MessagingException _) {
                // it went away by itself
            }
        }
    }
}
