package org.taswiya.run.sms;

/// How an SMSC is reached.
///
/// @param user its `system_id`
/// @param sender whose messages they are: a short name, or a number
public record SmppAccess(String host, int port, String user, String password, String sender) {
    /// By which receipts are told from those of another SMSC.
    String gateway() {
        return "smpp " + user + "@" + host + ":" + port;
    }

    @Override
    public String toString() {
        return gateway(); // never the password
    }
}
