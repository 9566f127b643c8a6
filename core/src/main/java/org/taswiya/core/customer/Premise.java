package org.taswiya.core.customer;

/// A place served.
///
/// @param area the quarter or zone by which rounds, figures and suspensions are told apart
public record Premise(String reference, String address, String area) {}
