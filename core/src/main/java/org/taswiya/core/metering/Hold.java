package org.taswiya.core.metering;

/// One reason why something is held, with what was found.
///
/// @param found a sentence with the values and dates that caused it
/// @param figures these values
public record Hold(HoldReason reason, String found, HoldFigures figures) {}
