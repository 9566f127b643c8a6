package org.taswiya.run;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.taswiya.core.billing.BillNumber;

/// A real SMTP server that keeps what it takes.
final class MailServer implements AutoCloseable {
    private final GreenMail server;

    /// @param port zero for any that is free
    MailServer(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    /// The Message-IDs of what came, in the order in which it did.
    List<String> identifications() {
        return Arrays.stream(received()).map(one -> header(one, "Message-ID")).toList();
    }

    static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The Message-ID of a bill's e-mail.
    static String identification(int bill) {
        return "<bill." + new BillNumber(bill) + ".email@utility.example>";
    }

    @Override
    public void close() {
        server.stop();
    }
}
