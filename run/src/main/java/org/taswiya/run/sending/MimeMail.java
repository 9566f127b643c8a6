package org.taswiya.run.sending;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.taswiya.deliver.mail.DkimSigner;
import org.taswiya.deliver.mail.MailText;

/// An e-mail as it goes over the wire: plain text and HTML as one's choice, the bill beside them.
final class MimeMail extends MimeMessage {
    private static final String UTF_8 = "UTF-8";

    static {
        // else the library searches every jar for it, ten times an e-mail
        String provider = "jakarta.mail.util.StreamProvider";
        System.setProperty(provider, System.getProperty(provider, "org.eclipse.angus.mail.util.MailStreamProvider"));
    }

    private final String identification;

    private MimeMail(Session session, String identification) {
        super(session);
        this.identification = identification;
    }

    /// Puts it together.
    ///
    /// @param identification the Message-ID, with its angle brackets
    static MimeMail of(
            Session session,
            Made.Mail made,
            InternetAddress from,
            InternetAddress to,
            String identification,
            Instant at) {
        try {
            MimeMail mail = new MimeMail(session, identification);
            MailText words = made.words();
            mail.setFrom(new InternetAddress(from.getAddress(), words.sender(), UTF_8));
            mail.setRecipient(RecipientType.TO, to);
            mail.setSubject(words.subject(), UTF_8);
            mail.setSentDate(Date.from(at));
            mail.setHeader("Content-Language", words.language().code());
            mail.setHeader("Auto-Submitted", "auto-generated"); // so that no machine answers
            mail.setContent(parts(made));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("cannot put " + identification + " together", e);
        }
    }

    private static MimeMultipart parts(Made.Mail made) throws MessagingException {
        MimeMultipart choice = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(made.words().text(), UTF_8, "plain");
        choice.addBodyPart(text);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(made.words().html(), UTF_8, "html");
        choice.addBodyPart(html);
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(choice);
        MimeMultipart all = new MimeMultipart("mixed");
        all.addBodyPart(both);
        for (Made.Paper paper : made.papers()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(paper.pdf(), "application/pdf")));
            part.setFileName(paper.fileName());
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    /// Signs it as it goes over the wire; nothing of it may be changed after that.
    void sign(DkimSigner signer, Instant at) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (CRLFOutputStream lines = new CRLFOutputStream(bytes)) { // as the transport ends them
                writeTo(lines);
            }
            setHeader("DKIM-Signature", signer.field(bytes.toByteArray(), at));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("cannot sign " + identification, e);
        }
    }

    /// The library would make up another one at each attempt.
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", identification);
    }
}
