package org.taswiya.run.sms;

import org.taswiya.store.message.Receipt;

/// What is done with a receipt. When this returns, whoever sent it may forget it.
public interface ReceiptUse {
    void take(Receipt receipt);
}
