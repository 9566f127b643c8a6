package org.taswiya.intake.xml;

/// What the reader of a format throws where its file is not taken as XML: its own kind, with its own reasons.
public interface XmlRefusals {
    /// @param found what was found, and what was expected
    RuntimeException refused(long line, XmlFault fault, String found);
}
