package org.taswiya.core.message;

/// A rung of a ladder: by which way a customer is reached, and where.
public record Contact(Channel channel, String address) {
    public Contact {
        channel.fault(address).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }
}
