package org.taswiya.run.sms;

import static org.jsmpp.SMPPConstant.STAT_ESME_RINVBNDSTS;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVDCS;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVDSTADR;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVDSTNPI;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVDSTTON;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVESMCLASS;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVMSGLEN;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVPASWD;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVREGDLVFLG;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVSERTYP;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVSRCADR;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVSRCNPI;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVSRCTON;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVSYSID;
import static org.jsmpp.SMPPConstant.STAT_ESME_RINVSYSTYP;
import static org.jsmpp.SMPPConstant.STAT_ESME_RSERTYPDENIED;
import static org.jsmpp.SMPPConstant.STAT_ESME_RSERTYPUNAUTH;
import static org.jsmpp.SMPPConstant.STAT_ESME_RX_P_APPN;
import static org.jsmpp.SMPPConstant.STAT_ESME_RX_R_APPN;

import org.taswiya.run.sending.Answer;

/// What an SMSC's status means for a message (SMPP 3.4, 5.1.3).
final class SmppStatus {
    private SmppStatus() {}

    /// @param status of `submit_sm_resp`, none that is good
    static Answer answer(int status, String said) {
        return switch (status) {
            // of the number or the content
            case STAT_ESME_RINVDSTADR,
                    STAT_ESME_RINVDSTTON,
                    STAT_ESME_RINVDSTNPI,
                    STAT_ESME_RINVMSGLEN,
                    STAT_ESME_RX_P_APPN,
                    STAT_ESME_RX_R_APPN -> new Answer.Refused(said);
            // of the sender: another message would fare no better
            case STAT_ESME_RINVSRCADR,
                    STAT_ESME_RINVSRCTON,
                    STAT_ESME_RINVSRCNPI,
                    STAT_ESME_RINVBNDSTS,
                    STAT_ESME_RINVPASWD,
                    STAT_ESME_RINVSYSID,
                    STAT_ESME_RINVSYSTYP,
                    STAT_ESME_RINVSERTYP,
                    STAT_ESME_RSERTYPUNAUTH,
                    STAT_ESME_RSERTYPDENIED,
                    STAT_ESME_RINVESMCLASS,
                    STAT_ESME_RINVREGDLVFLG,
                    STAT_ESME_RINVDCS -> new Answer.Lost(said);
            // throttled, queue full, its own faults, and what only its maker knows: tried again, given up in the end
            default -> new Answer.PutOff(said);
        };
    }

    static String words(Exception failure) {
        String said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return said.strip().replaceAll("\\s+", " ");
    }
}
