package org.taswiya.intake.tariff;

/// What came of reading a file: a book, or the reasons why it is none.
public sealed interface ParsedBook permits TariffBook, RefusedBook {

    /// The file as the caller named it.
    String file();
}
