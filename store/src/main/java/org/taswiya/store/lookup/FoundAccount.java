package org.taswiya.store.lookup;

import org.taswiya.core.quantity.Money;

/// An account that a search has found.
///
/// @param address of the place that is served last; empty where nothing is
/// @param due what is to be paid after the credit was used, not negative
public record FoundAccount(
        String account, String customer, String arabicName, String latinName, String address, Money due) {}
