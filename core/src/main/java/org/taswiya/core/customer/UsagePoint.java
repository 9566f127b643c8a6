package org.taswiya.core.customer;

/// The point at a premise where one service is taken and measured.
///
/// @param service what is supplied, for example `electricity`
public record UsagePoint(String reference, String premise, String service) {}
