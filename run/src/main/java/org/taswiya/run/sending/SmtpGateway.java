package org.taswiya.run.sending;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.deliver.mail.DkimSigner;
import org.taswiya.store.message.Bounces;
import org.taswiya.store.message.OutboxClaims.Handles;
import org.taswiya.store.message.StoredMessage;

/// Hands e-mails to an SMTP server. Any thread may use it; each has a connection of its own.
public final class SmtpGateway implements Gateway {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final String host;
    private final int port;
    private final InternetAddress from;
    private final @Nullable DkimSigner signer;
    private final Session session;
    private final Map<Thread, SmtpConnection> connections = new ConcurrentHashMap<>();

    /// @param from whose address the e-mails bear; its domain is that of their Message-IDs
    /// @param signer null for e-mails that the server signs, or nobody
    public SmtpGateway(String host, int port, String from, @Nullable DkimSigner signer) {
        this.host = host;
        this.port = port;
        this.signer = signer;
        this.from = sender(from);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.starttls.enable", "true"); // where the server offers it
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        this.session = Session.getInstance(properties);
    }

    private SmtpConnection connection() {
        return connections.computeIfAbsent(Thread.currentThread(), _ -> new SmtpConnection(host, port, session));
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
        return connection().connect();
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
        MimeMail mail = MimeMail.of(session, made, from, to, handover.identification(), handover.begunAt());
        if (signer != null) {
            mail.sign(signer, handover.begunAt());
        }
        Answer answer = connection().send(mail, to);
        return answer instanceof Answer.Accepted accepted // what comes back names the e-mail so
                ? new Answer.Accepted(accepted.said(), new Handles(Bounces.GATEWAY, List.of(handover.identification())))
                : answer;
    }

    @Override
    public void close() {
        connections.values().forEach(SmtpConnection::close);
    }
}
