package org.taswiya.run.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Channel;
import org.taswiya.deliver.mail.DkimSigner;
import org.taswiya.store.message.StoredMessage;

/// Puts messages into a folder instead of sending them, a file each, to be looked at: e-mails as `.eml`, text messages
/// as `.txt`, push messages as `.json`, letters as `.pdf` for whoever prints them. The name of the file is the
/// message's key, so what is put there again is the same file.
public final class MailboxGateway implements Gateway {
    private static final String DOMAIN = "mailbox.invalid";

    private final Path folder;
    private final Channel channel;
    private final InternetAddress from;
    private final @Nullable DkimSigner signer;
    private final Session session = Session.getInstance(new Properties());

    /// @param channel of the messages
    /// @param from whose address e-mails bear
    /// @param signer null for e-mails that are not signed
    public MailboxGateway(Path folder, Channel channel, String from, @Nullable DkimSigner signer) {
        this.folder = folder;
        this.channel = channel;
        this.signer = signer;
        try {
            this.from = new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("'" + from + "' is no e-mail address: " + e.getMessage(), e);
        }
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String identification(StoredMessage message) {
        return "<" + message.key() + "@" + DOMAIN + ">";
    }

    @Override
    public Optional<String> connect() {
        try {
            Files.createDirectories(folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(folder + " cannot be made: " + e.getMessage());
        }
    }

    @Override
    public Answer send(Handover handover) {
        String name = handover.message().key();
        try {
            switch (handover.content()) {
                case Made.Mail mail ->
                    put(name + ".eml", out -> mail(handover, mail).writeTo(out));
                case Made.Sms(var text) -> {
                    String lines = handover.message().contact().address() + "\n\n" + text.text() + "\n";
                    put(name + ".txt", out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
                }
                case Made.Push(var text) -> put(name + ".json", out -> out.write(text.json()));
                case Made.Letter(var paper) -> put(name + ".pdf", out -> out.write(paper.pdf()));
            }
            return new Answer.Accepted("in " + folder);
        } catch (IOException e) {
            return new Answer.Lost(folder + " cannot be written: " + e.getMessage());
        }
    }

    private MimeMail mail(Handover handover, Made.Mail mail) throws IOException {
        try {
            InternetAddress to =
                    new InternetAddress(handover.message().contact().address(), true);
            MimeMail made = MimeMail.of(session, mail, from, to, handover.identification(), handover.begunAt());
            if (signer != null) {
                made.sign(signer, handover.begunAt());
            }
            return made;
        } catch (AddressException e) {
            throw new IOException("no e-mail address: " + e.getMessage(), e);
        }
    }

    /// What is written to a file.
    private interface Content {
        void to(OutputStream out) throws IOException, MessagingException;
    }

    private void put(String name, Content content) throws IOException {
        Path part = folder.resolve(name + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            content.to(out);
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        // every message has its file
    }
}
