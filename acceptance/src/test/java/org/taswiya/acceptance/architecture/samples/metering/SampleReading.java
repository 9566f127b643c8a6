package org.taswiya.acceptance.architecture.samples.metering;

import org.taswiya.acceptance.architecture.samples.tariff.SampleTariff;

/// Breaks the rule that metering never sees tariff.
public record SampleReading(SampleTariff tariff) {}
