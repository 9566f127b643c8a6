package org.taswiya.acceptance.architecture.samples.receivables;

/// Breaks nothing.
public record SamplePayment(long amountMinor) {}
