package org.taswiya.core.message;

/// A rung of a ladder: by which way a customer is reached, and where.
public record Contact(Channel channel, String address) {
    private static final String HIDDEN = "***";
    private static final int ENDS = 3;

    public Contact {
        if (!channel.isReadable(address)) {
            throw new IllegalArgumentException(channel.fault(address).orElse("no " + channel.code() + " address"));
        }
    }

    /// The address as people at work may see it: what a browser gave with it is a secret that it shares with us.
    public String shown() {
        return switch (channel) {
            case EMAIL, SMS, POST -> address;
            case PUSH -> address.substring(0, (address + " ").indexOf(' '));
        };
    }

    /// The address as it may be shown to somebody whose it is not: they know theirs by its ends.
    public String masked() {
        return switch (channel) {
            case EMAIL -> address.charAt(0) + HIDDEN + address.substring(address.indexOf('@'));
            case SMS -> address.substring(0, ENDS + 1) + HIDDEN + address.substring(address.length() - ENDS);
            case PUSH, POST -> HIDDEN;
        };
    }
}
