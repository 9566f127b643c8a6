package org.taswiya.run.sms;

import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.store.message.Receipt;

/// What an SMSC sends by itself. A receipt is answered when it is in the books; what a customer writes is answered and
/// forgotten.
final class SmppIncoming implements MessageReceiverListener {
    private static final Logger LOG = Logger.getLogger(SmppIncoming.class.getName());

    private final String gateway;
    private final ReceiptUse receipts;

    SmppIncoming(String gateway, ReceiptUse receipts) {
        this.gateway = gateway;
        this.receipts = receipts;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm incoming) throws ProcessRequestException {
        if (!MessageType.SMSC_DEL_RECEIPT.containedIn(incoming.getEsmClass())) {
            return;
        }
        try {
            receipts.take(receipt(incoming));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a receipt is left with the SMSC", e);
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        }
    }

    /// The optional parameters name message and state in so many words; older SMSCs say both in the text only.
    private Receipt receipt(DeliverSm incoming) {
        SmppReceiptText text = SmppReceiptText.of(text(incoming));
        OptionalParameter.Receipted_message_id id =
                incoming.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        OptionalParameter.Message_state state = incoming.getOptionalParameter(OptionalParameter.Message_state.class);
        return new Receipt(
                gateway,
                id == null ? text.handle() : id.getValueAsString(),
                state == null ? text.state() : stateOf(state.getValue()),
                text.said());
    }

    private static String text(DeliverSm incoming) {
        OptionalParameter.Message_payload payload =
                incoming.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] bytes = payload == null ? incoming.getShortMessage() : payload.getValue();
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// SMPP 3.4, 5.2.28.
    private static ReceiptState stateOf(int code) {
        return switch (code) {
            case 1, 6 -> ReceiptState.UNDERWAY; // enroute, accepted
            case 2 -> ReceiptState.DELIVERED;
            case 3 -> ReceiptState.EXPIRED;
            case 4, 5, 8 -> ReceiptState.FAILED; // deleted, undeliverable, rejected
            default -> ReceiptState.UNKNOWN;
        };
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm incoming, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification incoming) {
        // somebody is reachable again, which the SMSC uses itself
    }
}
