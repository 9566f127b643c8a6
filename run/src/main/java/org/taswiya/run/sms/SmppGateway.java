package org.taswiya.run.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.taswiya.core.message.Channel;
import org.taswiya.deliver.sms.Coding;
import org.taswiya.deliver.sms.GsmAlphabet;
import org.taswiya.deliver.sms.SmsText;
import org.taswiya.run.sending.Answer;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.Made;
import org.taswiya.store.message.OutboxClaims.Handles;
import org.taswiya.store.message.StoredMessage;

/// Hands text messages to an SMSC by SMPP 3.4, bound as a transceiver, and takes the receipts that come meanwhile. Each
/// segment is one `submit_sm`. Used by any number of threads, whose messages are under way beside each other.
public final class SmppGateway implements Gateway {
    /// Answers come within a second; an SMSC that takes longer is in trouble, and the bind is given up.
    public static final Duration ANSWER_MOST = Duration.ofSeconds(10);

    /// `data_coding` 0, the SMSC's default alphabet, which is GSM's; and 8, UCS-2.
    private static final byte GSM = 0;

    private static final byte UCS_2 = 8;

    /// In `esm_class`: a header stands before the text.
    private static final byte WITH_HEADER = 0x40;

    private final SmppAccess access;
    private final SmppLink link;

    /// @param receipts is given each receipt that comes while messages are sent
    public SmppGateway(SmppAccess access, Duration answerMost, ReceiptUse receipts) {
        this.access = access;
        this.link = new SmppLink(access, BindType.BIND_TRX, answerMost, new SmppIncoming(access.gateway(), receipts));
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String identification(StoredMessage message) {
        return message.key();
    }

    @Override
    public Optional<String> connect() {
        return link.connect();
    }

    @Override
    public Answer send(Handover handover) {
        if (!(handover.content() instanceof Made.Sms made)) {
            throw new IllegalArgumentException("no text message: " + handover);
        }
        Optional<SMPPSession> bound = link.session();
        if (bound.isEmpty()) {
            return new Answer.Lost("the bind to " + access + " was lost before anything was handed over");
        }
        Answer answer = submit(bound.get(), handover, made.text());
        if (answer instanceof Answer.Lost) {
            link.drop(bound.get());
        }
        return answer;
    }

    private Answer submit(SMPPSession session, Handover handover, SmsText text) {
        List<byte[]> segments = segments(text, (byte) handover.message().id());
        String number = handover.message().contact().address().substring(1); // as it is dialled, without the plus
        List<String> handles = new ArrayList<>();
        for (byte[] segment : segments) {
            Submission one = new Submission(
                    number,
                    segment,
                    new ESMClass(segments.size() > 1 ? WITH_HEADER : 0),
                    new RawDataCoding(text.coding() == Coding.GSM_7 ? GSM : UCS_2));
            Answer answer = submit(session, one, handles);
            if (!(answer instanceof Answer.Accepted)) {
                return answer;
            }
        }
        String said = String.join(" ", handles);
        return handles.contains("") // nobody can report of what has no name
                ? new Answer.Accepted(said)
                : new Answer.Accepted(said, new Handles(access.gateway(), handles));
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Submission(String number, byte[] segment, ESMClass esmClass, DataCoding coding) {}

    /// The header of concatenation (3GPP TS 23.040, 9.2.3.24.1) before each: what every telephone knows, whatever the
    /// SMSC makes of `sar_*`.
    private static List<byte[]> segments(SmsText text, byte reference) {
        List<String> texts = text.segments();
        List<byte[]> segments = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            if (texts.size() > 1) {
                segment.writeBytes(new byte[] {5, 0, 3, reference, (byte) texts.size(), (byte) (i + 1)});
            }
            segment.writeBytes(
                    switch (text.coding()) {
                        case GSM_7 -> GsmAlphabet.septets(texts.get(i));
                        case UCS_2 -> texts.get(i).getBytes(StandardCharsets.UTF_16BE);
                    });
            segments.add(segment.toByteArray());
        }
        return segments;
    }

    private Answer submit(SMPPSession session, Submission one, List<String> handles) {
        try {
            String handle = session.submitShortMessage(
                            "",
                            isName() ? TypeOfNumber.ALPHANUMERIC : typeOfSender(),
                            isName() ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN,
                            access.sender().replace("+", ""),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            one.number(),
                            one.esmClass(),
                            (byte) 0,
                            (byte) 0,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            one.coding(),
                            (byte) 0,
                            one.segment())
                    .getMessageId();
            handles.add(handle == null ? "" : handle);
            return new Answer.Accepted(handles.getLast());
        } catch (NegativeResponseException e) {
            return SmppStatus.answer(e.getCommandStatus(), SmppStatus.words(e));
        } catch (PDUException | InvalidResponseException | ResponseTimeoutException | IOException e) {
            return new Answer.Lost(SmppStatus.words(e));
        }
    }

    private boolean isName() {
        return !access.sender().matches("\\+?[0-9]+");
    }

    private TypeOfNumber typeOfSender() {
        return access.sender().startsWith("+") ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN;
    }

    @Override
    public void close() {
        link.close();
    }
}
