package org.taswiya.intake.urdb;

/// What came of a record: a tariff, or the reasons why it is none.
public sealed interface ParsedRate permits UrdbRate, RefusedRate {

    /// What the record calls itself: its label, else its name.
    String name();
}
