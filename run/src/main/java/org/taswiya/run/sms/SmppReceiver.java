package org.taswiya.run.sms;

import java.time.Duration;
import java.util.Optional;
import org.jsmpp.bean.BindType;

/// Listens for receipts of an SMSC, bound as a receiver: for those that come when nothing is sent.
public final class SmppReceiver implements AutoCloseable {
    private final SmppLink link;

    /// @param receipts is given each
    public SmppReceiver(SmppAccess access, Duration answerMost, ReceiptUse receipts) {
        this.link = new SmppLink(access, BindType.BIND_RX, answerMost, new SmppIncoming(access.gateway(), receipts));
    }

    /// Makes sure that it listens; asked again and again, it binds again after a loss.
    ///
    /// @return what is wrong; empty when nothing is
    public Optional<String> connect() {
        return link.connect();
    }

    @Override
    public void close() {
        link.close();
    }
}
