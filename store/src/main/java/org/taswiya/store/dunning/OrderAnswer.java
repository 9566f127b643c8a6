package org.taswiya.store.dunning;

/// What became of a person's word about an order.
public sealed interface OrderAnswer {

    /// It is decided; as it is now.
    record Decided(ServiceOrder order) implements OrderAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(OrderReason reason, String found) implements OrderAnswer {}
}
