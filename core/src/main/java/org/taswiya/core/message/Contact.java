package org.taswiya.core.message;

/// A rung of a ladder: by which way a customer is reached, and where.
public record Contact(Channel channel, String address) {
    /// In place of what of an address is not shown.
    public static final String HIDDEN = "***";

    private static final int ENDS = 3;
    private static final int POST_ENDS = 6;

    /// Of a short address less is shown: a quarter at each end.
    private static final int POST_PARTS = 4;

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
            case POST -> ends(address.strip());
            case PUSH -> HIDDEN;
        };
    }

    /// The house and the town, mostly; whoever lives there knows it by them, nobody else learns the street.
    private static String ends(String text) {
        int shown = Math.min(POST_ENDS, text.codePointCount(0, text.length()) / POST_PARTS);
        int first = text.offsetByCodePoints(0, shown);
        int last = text.offsetByCodePoints(text.length(), -shown);
        return text.substring(0, first).strip() + HIDDEN + text.substring(last).strip();
    }
}
