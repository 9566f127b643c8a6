package org.taswiya.core.customer;

/// A person or an organisation.
///
/// @param reference given once, never reused
/// @param arabicName as the customer writes it in Arabic letters
/// @param latinName as the customer writes it in Latin letters
public record Customer(
        String reference, CustomerClass customerClass, String arabicName, String latinName, Language language) {}
