package org.taswiya.intake.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.DeliveryStatus;
import org.taswiya.core.message.DeliveryStatus.Action;
import org.taswiya.core.message.MailStatus;
import org.taswiya.intake.json.Quoted;

/// One e-mail, read as a delivery status notification (RFC 3464) or, with addresses beyond ASCII, RFC 6533.
final class BounceMail {
    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> RETURNED =
            Set.of("text/rfc822-headers", "message/rfc822", "message/global-headers", "message/global");

    /// Of the notification itself and of recipients; our e-mails have one.
    private static final int MOST_GROUPS = 100;

    /// What servers say is a line or two.
    private static final int SAID_LONGEST = 400;

    private final List<InternetHeaders> groups = new ArrayList<>();
    private @Nullable InternetHeaders returned;

    private BounceMail() {}

    static BounceReading read(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(NO_SERVER, new ByteArrayInputStream(mail));
            ContentType type = new ContentType(field(message.getHeader("Content-Type"), "text/plain"));
            String of = type.getParameter("report-type");
            if (!type.match("multipart/report") || !"delivery-status".equalsIgnoreCase(of)) {
                return new BounceReading.Other(
                        "found " + Quoted.of(type.getBaseType()) + (of == null ? "" : " of " + Quoted.of(of))
                                + ", expected multipart/report of delivery-status");
            }
            return new BounceMail()
                    .report(ReportParts.of(message.getRawInputStream().readAllBytes(), type));
        } catch (BounceRefused refused) {
            return refused.reading();
        } catch (MessagingException e) {
            return new BounceReading.Refused(
                    BounceFault.NOT_READABLE, "found " + Quoted.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of a stream in memory
        }
    }

    private BounceReading report(ReportParts parts) throws MessagingException, IOException {
        for (BodyPart part : parts.all()) {
            String type = new ContentType(field(part.getHeader("Content-Type"), "text/plain"))
                    .getBaseType()
                    .toLowerCase(Locale.ROOT);
            if (STATUS.contains(type)) {
                readGroups(part);
            } else if (RETURNED.contains(type) && returned == null) {
                try (InputStream in = part.getInputStream()) {
                    returned = new InternetHeaders(in);
                }
            }
        }
        return new BounceReading.Report(lines());
    }

    /// Of the notification, then of each recipient, with an empty line between two.
    private void readGroups(BodyPart part) throws MessagingException, IOException {
        String text;
        try (InputStream in = part.getInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String group : text.split("\\r?\\n[ \\t]*\\r?\\n", MOST_GROUPS)) {
            InternetHeaders fields = new InternetHeaders(
                    new ByteArrayInputStream((group.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true);
            if (fields.getHeader("Final-Recipient") != null) {
                groups.add(fields);
            }
        }
    }

    private List<DeliveryStatus> lines() {
        if (groups.isEmpty()) {
            throw new BounceRefused(BounceFault.NO_STATUS, "found no Final-Recipient");
        }
        InternetHeaders head = returned;
        String identification = head == null ? "" : field(head.getHeader("Message-ID"), "");
        if (!identification.matches("<[^<>\\s]{1,250}>")) {
            throw new BounceRefused(
                    BounceFault.NO_MESSAGE_ID,
                    "found " + (head == null ? "nothing returned" : "the Message-ID " + Quoted.of(identification))
                            + ", expected the head of the e-mail that this is about");
        }
        Set<String> to = new HashSet<>();
        if (groups.size() == 1 && head != null) {
            to.addAll(recipients(field(head.getHeader("To"), "")));
        }
        return groups.stream().map(group -> line(identification, to, group)).toList();
    }

    private static DeliveryStatus line(String identification, Set<String> to, InternetHeaders group) {
        String action = field(group.getHeader("Action"), "").toLowerCase(Locale.ROOT);
        String code = field(group.getHeader("Status"), "");
        MailStatus status = MailStatus.parse(code)
                .orElseThrow(() -> new BounceRefused(
                        BounceFault.BAD_STATUS, "found the status " + Quoted.of(code) + ", expected such as 5.1.1"));
        Action what = Action.ofCode(action)
                .orElseThrow(() -> new BounceRefused(
                        BounceFault.BAD_STATUS,
                        "found the action " + Quoted.of(action) + ", expected such as failed or delayed"));
        Set<String> addresses = new HashSet<>(to);
        addresses.add(address(group, "Final-Recipient"));
        addresses.add(address(group, "Original-Recipient"));
        addresses.remove("");
        return new DeliveryStatus(identification, addresses, what, status, said(group));
    }

    /// `rfc822; a@example.org`.
    private static String address(InternetHeaders group, String name) {
        String value = field(group.getHeader(name), "");
        return value.substring(value.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
    }

    /// Whom it went to, which a mailbox that hands on does not say otherwise.
    private static List<String> recipients(String to) {
        try {
            return List.of(InternetAddress.parseHeader(to, false)).stream()
                    .map(one -> String.valueOf(one.getAddress()).toLowerCase(Locale.ROOT))
                    .toList();
        } catch (AddressException _) {
            return List.of();
        }
    }

    private static String said(InternetHeaders group) {
        String said = field(group.getHeader("Diagnostic-Code"), "");
        return said.length() <= SAID_LONGEST ? said : said.substring(0, SAID_LONGEST);
    }

    /// The first of that name, on one line, without signs that a terminal would obey.
    private static String field(String @Nullable [] values, String otherwise) {
        if (values == null || values.length == 0) {
            return otherwise;
        }
        return MimeUtility.unfold(values[0]).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
