package org.taswiya.deliver.pdf;

/// A file inside a document.
///
/// @param name as it is saved under
/// @param mediaType such as `application/xml`
/// @param relationship to the document (ISO 19005-3, annex E): `Alternative` for the same bill for programs, `Source`
///     for what it was made from
/// @param description for people
/// @param bytes what it holds
public record Attachment(String name, String mediaType, String relationship, String description, byte[] bytes) {}
