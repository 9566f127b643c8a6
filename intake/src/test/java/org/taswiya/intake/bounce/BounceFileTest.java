package org.taswiya.intake.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.message.DeliveryStatus;

final class BounceFileTest {
    /// As Postfix writes it, with the head of a bill's e-mail.
    private static final String POSTFIX = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.utility.example (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: bills@utility.example
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            \tboundary="4F1C.1583226000/mx.utility.example"
            Message-Id: <20200303090001.4F1C@mx.utility.example>

            This is a MIME-encapsulated message.

            --4F1C.1583226000/mx.utility.example
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            --4F1C.1583226000/mx.utility.example
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.utility.example
            X-Postfix-Queue-ID: 4F1C
            Arrival-Date: Tue,  3 Mar 2020 09:00:00 +0000 (UTC)

            Final-Recipient: rfc822; house1@example.org
            Original-Recipient: rfc822;house1@example.org
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mail.example.org
            Diagnostic-Code: smtp; 550 5.1.1 <house1@example.org>: Recipient address
                rejected: User unknown

            --4F1C.1583226000/mx.utility.example
            Content-Description: Undelivered Message Headers
            Content-Type: text/rfc822-headers

            From: bills@utility.example
            To: house1@example.org
            Subject: a bill
            Message-ID: <bill.0000000001AA.email@utility.example>

            --4F1C.1583226000/mx.utility.example--
            """;

    private static final String ANSWER = """
            From: house1@example.org
            To: bills@utility.example
            Subject: Re: a bill
            Content-Type: text/plain

            From the 3rd on I am away.
            """;

    @TempDir
    private Path folder;

    private List<String> read(Path path) throws IOException {
        List<String> all = new ArrayList<>();
        BounceFile.read(
                path,
                (name, reading) -> all.add(folder.relativize(Path.of(name)) + ": "
                        + switch (reading) {
                            case BounceReading.Report(var lines) ->
                                String.join(
                                        "; ",
                                        lines.stream().map(BounceFileTest::text).toList());
                            case BounceReading.Other(var found) -> "other: " + found;
                            case BounceReading.Refused(var fault, var found) -> fault.code() + ": " + found;
                        }));
        return all;
    }

    private static String text(DeliveryStatus line) {
        return line.identification() + " " + line.action().code() + " " + line.status() + " " + line.said();
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String read(String text) throws IOException {
        return read(file("mail", text)).getFirst();
    }

    @Test
    void whatPostfixReportsIsUnderstood() throws IOException {
        assertThat(read(POSTFIX))
                .isEqualTo("mail: <bill.0000000001AA.email@utility.example> failed 5.1.1"
                        + " smtp; 550 5.1.1 <house1@example.org>: Recipient address rejected: User unknown");
        assertThat(read(POSTFIX.replace("\n", "\r\n"))).isEqualTo(read(POSTFIX));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delayed            | Action: failed | Action: delayed   | <bill.0000000001AA.email@utility.example> delayed 5.1.1
            in capitals        | Action: failed | ACTION:FAILED     | email@utility.example> failed 5.1.1
            with a comment     | Status: 5.1.1  | Status: 5.1.1 (bad mailbox) | failed 5.1.1
            the whole e-mail   | text/rfc822-headers | message/rfc822 | failed 5.1.1
            beyond ASCII       | message/delivery-status | message/global-delivery-status | failed 5.1.1
            no status          | Final-Recipient: | X-Recipient:   | no-status: found no Final-Recipient
            a strange action   | Action: failed | Action: burnt     | bad-status: found the action 'burnt'
            a strange code     | Status: 5.1.1  | Status: never     | bad-status: found the status 'never'
            nothing returned   | text/rfc822-headers | text/plain   | no-message-id: found nothing returned
            no Message-ID      | Message-ID:    | X-Message-ID:     | no-message-id: found the Message-ID ''
            two Message-IDs    | email@utility.example> | a> <b>   | no-message-id
            of a sign of a terminal | Message-ID: <bill | Message-ID: <\\u001bbill | no-message-id
            cut in the head    | Subject: a bill | CUT              | cut-short
            cut in the report  | Remote-MTA     | CUT               | cut-short
            cut before the end | mx.utility.example--\\n | CUT       | cut-short
            cut in its own head | \\tboundary=   | CUT               | not-readable: found a report that names no boundary
            read by somebody   | report-type=delivery-status | report-type=disposition-notification | other: found 'multipart/report' of 'disposition-notification'
            a complaint        | report-type=delivery-status | report-type=feedback-report | of 'feedback-report'
            no report          | multipart/report; report-type=delivery-status | multipart/mixed | other: found 'multipart/mixed'
            """)
    void otherReportsAreUnderstoodOrRefusedWithAReason(String name, String part, String instead, String expected)
            throws IOException {
        String was = part.replace("\\t", "\t").replace("\\n", "\n");
        assertThat(POSTFIX).as(name).contains(was);
        String text = instead.equals("CUT")
                ? POSTFIX.substring(0, POSTFIX.indexOf(was))
                : POSTFIX.replace(was, instead.replace("\\u001b", "\u001b"));
        assertThat(read(text)).as(name).contains(expected);
    }

    /// Of a mailbox that hands on, the report knows where to, and the head whom we wrote to.
    @Test
    void aRecipientHasAllNamesThatTheReportKnows() throws IOException {
        Path file =
                file("mail", POSTFIX.replace("Final-Recipient: rfc822; house1@", "Final-Recipient: rfc822; Other@"));
        List<DeliveryStatus> lines = new ArrayList<>();
        BounceFile.read(file, (_, reading) -> lines.addAll(((BounceReading.Report) reading).lines()));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().isOf("House1@Example.org")).isTrue();
        assertThat(lines.getFirst().isOf("other@example.org")).isTrue();
        assertThat(lines.getFirst().isOf("house2@example.org")).isFalse();
    }

    @Test
    void whatAPersonWroteIsLeftAlone() throws IOException {
        assertThat(read(ANSWER))
                .isEqualTo("mail: other: found 'text/plain', expected multipart/report of delivery-status");
        assertThat(read("")).isEqualTo("mail: cut-short: found nothing, expected an e-mail");
        assertThat(read("\u0000\u0001\n")).startsWith("mail: other");
    }

    @Test
    void aMailboxIsReadMailByMail() throws IOException {
        String quoted = ANSWER.replace("From the", ">From the").replace("\n\n", "\n\n>>From here\n");
        Path box = file(
                "box",
                "From MAILER-DAEMON  Tue Mar  3 09:00:01 2020\n" + POSTFIX + "\nFrom house1@example.org  x\n" + quoted
                        + "\nFrom MAILER-DAEMON  Tue Mar  3 09:00:02 2020\n" + POSTFIX);
        assertThat(read(box))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("box, e-mail 1: <bill"),
                        second -> assertThat(second).startsWith("box, e-mail 2: other"),
                        third -> assertThat(third).startsWith("box, e-mail 3: <bill"));
    }

    @Test
    void aFolderIsReadFileByFile() throws IOException {
        file("Maildir/new/2", POSTFIX);
        file("Maildir/cur/1:2,S", ANSWER);
        file("Maildir/tmp/0", POSTFIX);
        file("Maildir/new/.hidden", POSTFIX);
        assertThat(read(folder.resolve("Maildir")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Maildir/cur/1:2,S: other"),
                        second -> assertThat(second).startsWith("Maildir/new/2: <bill"));
        file("plain/b.eml", POSTFIX);
        file("plain/a.eml", ANSWER);
        assertThat(read(folder.resolve("plain"))).hasSize(2).first().asString().startsWith("plain/a.eml: other");
    }

    @Test
    void whatIsMadeToBreakAReaderIsRefused() throws IOException {
        String head = POSTFIX.substring(0, POSTFIX.indexOf("--4F1C"));
        assertThat(read(head + "--4F1C.1583226000/mx.utility.example\n\nx\n".repeat(50_000)))
                .contains("not-readable: found a report of more than 20 parts");
        byte[] large = new byte[BounceFile.LARGEST + 1];
        Arrays.fill(large, (byte) 'a');
        assertThat(read(new String(large, StandardCharsets.US_ASCII))).contains("too-large: found more than 4 MiB");
        assertThat(read(file(
                        "box", "From x\n" + new String(large, StandardCharsets.US_ASCII) + "\n\nFrom x\n" + POSTFIX)))
                .satisfiesExactly(
                        first -> assertThat(first).contains("e-mail 1: too-large"),
                        second -> assertThat(second).contains("e-mail 2: <bill"));
        String fields = "Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1\n\n".repeat(10_000);
        assertThat(read(POSTFIX.replace("Final-Recipient: rfc822; house1", fields + "Final-Recipient: rfc822; house1")))
                .contains("failed 5.1.1");
    }
}
