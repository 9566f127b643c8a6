package org.taswiya.run.sending;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.message.StoredMessage;

/// Hands e-mails to an SMTP server, over a connection that is made when it is needed and kept while it lasts.
public final class SmtpGateway implements Gateway {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    /// A server closes what is idle for long; whoever waited longer than this asks first.
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int CLOSING = 421;

    private final String host;
    private final int port;
    private final InternetAddress from;
    private final Session session;
    private @Nullable SMTPTransport open;
    private long usedAt;

    /// @param from whose address the e-mails bear; its domain is that of their Message-IDs
    public SmtpGateway(String host, int port, String from) {
        this.host = host;
        this.port = port;
        this.from = sender(from);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.starttls.enable", "true"); // where the server offers it
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        this.session = Session.getInstance(properties);
    }

    private static InternetAddress sender(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("'" + text + "' is no e-mail address: " + e.getMessage(), e);
        }
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    /// The Message-ID, with its angle brackets.
    @Override
    public String identification(StoredMessage message) {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        return "<" + message.key() + "@" + domain + ">";
    }

    @Override
    public Optional<String> fault(Contact to) {
        try {
            recipient(to);
            return Optional.empty();
        } catch (AddressException e) {
            return Optional.of("no e-mail address: " + e.getMessage());
        }
    }

    private static InternetAddress recipient(Contact to) throws AddressException {
        return new InternetAddress(to.address(), true);
    }

    @Override
    public Optional<String> connect() {
        SMTPTransport known = open;
        if (known != null && (System.nanoTime() - usedAt < IDLE_NANOS || known.isConnected())) {
            return Optional.empty();
        }
        close();
        try {
            SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
            transport.connect(host, port, null, null);
            open = transport;
            usedAt = System.nanoTime();
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(words(e));
        }
    }

    @Override
    public Answer send(Handover handover) {
        if (!(handover.content() instanceof Made.Mail made)) {
            throw new IllegalArgumentException("no e-mail: " + handover);
        }
        InternetAddress to;
        try {
            to = recipient(handover.message().contact());
        } catch (AddressException e) {
            throw new IllegalArgumentException("nobody asked whether there is a fault: " + handover, e);
        }
        return send(MimeMail.of(session, made, from, to, handover.identification(), handover.begunAt()), to);
    }

    private Answer send(MimeMessage message, Address to) {
        SMTPTransport transport = open;
        if (transport == null) {
            throw new IllegalStateException("not connected to " + host + ":" + port);
        }
        Answer answer;
        try {
            transport.sendMessage(message, new Address[] {to});
            answer = new Answer.Accepted(transport.getLastServerResponse().strip());
        } catch (MessagingException e) {
            answer = answer(e);
        }
        if (answer instanceof Answer.Lost) {
            close();
        }
        usedAt = System.nanoTime();
        return answer;
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
        return code < 500 ? new Answer.PutOff(said) : new Answer.Refused(said);
    }

    private static String words(Exception failure) {
        String said = failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage().strip();
        return said.replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public void close() {
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
