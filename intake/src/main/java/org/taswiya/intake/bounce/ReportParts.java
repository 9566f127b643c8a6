package org.taswiya.intake.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The parts of a report. Unlike the library's own it takes nothing for whole that has no end.
final class ReportParts extends MimeMultipart {
    /// The words, the status, what is returned; no system sends many more.
    private static final int MOST = 20;

    private ReportParts(byte[] body, ContentType type) throws MessagingException {
        super(new ByteArrayDataSource(body, type.toString()));
    }

    static ReportParts of(byte[] body, ContentType type) throws MessagingException {
        String boundary = type.getParameter("boundary");
        if (boundary == null || boundary.isBlank()) {
            throw new BounceRefused(BounceFault.NOT_READABLE, "found a report that names no boundary of its parts");
        }
        // before they are all made
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int count = 0;
        for (int at = text.indexOf("--" + boundary); at >= 0; at = text.indexOf("--" + boundary, at + 2)) {
            count++;
        }
        if (count > MOST) {
            throw new BounceRefused(
                    BounceFault.NOT_READABLE, "found a report of more than " + MOST + " parts, expected three");
        }
        return new ReportParts(body, type);
    }

    @Override
    protected void initializeProperties() {
        super.initializeProperties();
        ignoreMissingEndBoundary = false;
        ignoreMissingBoundaryParameter = false;
    }

    List<BodyPart> all() throws MessagingException {
        List<BodyPart> all = new ArrayList<>();
        int count;
        try {
            count = getCount();
        } catch (MessagingException e) {
            throw new BounceRefused(
                    BounceFault.CUT_SHORT, "found no end of the parts (" + e.getMessage() + "), expected all of it");
        }
        for (int i = 0; i < count; i++) {
            all.add(getBodyPart(i));
        }
        return all;
    }
}
