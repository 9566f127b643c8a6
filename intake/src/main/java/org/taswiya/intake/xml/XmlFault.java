package org.taswiya.intake.xml;

/// Why a file is not taken as XML, whatever it holds.
public enum XmlFault {
    /// Not UTF-8.
    BAD_ENCODING,
    /// Not XML that holds together.
    NOT_WELL_FORMED,
    /// A document type, through which a file could make us read other files or grow without end.
    HAS_DOCUMENT_TYPE,
    /// A tag, a text or a nesting longer than any file needs.
    TOO_LONG,
    /// It ends before its end.
    TRUNCATED,
    /// An element, an attribute or a text where the schema has none.
    UNEXPECTED_ELEMENT
}
