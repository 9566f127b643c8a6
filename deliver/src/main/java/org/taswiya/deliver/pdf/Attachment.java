package org.taswiya.deliver.pdf;

/// A file inside a document.
public final class Attachment {
    private final String name;
    private final String mediaType;
    private final String relationship;
    private final String description;
    private final byte[] content;

    /// @param name as it is saved under
    /// @param mediaType such as `application/xml`
    /// @param relationship to the document (ISO 19005-3, annex E): `Alternative` for the same bill for programs,
    ///     `Source` for what it was made from
    /// @param description for people
    /// @param content what it holds
    public Attachment(String name, String mediaType, String relationship, String description, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.relationship = relationship;
        this.description = description;
        this.content = content.clone();
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    String relationship() {
        return relationship;
    }

    String description() {
        return description;
    }

    byte[] bytes() {
        return content.clone();
    }
}
