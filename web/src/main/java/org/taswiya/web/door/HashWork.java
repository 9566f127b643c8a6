package org.taswiya.web.door;

/// How much work a hash of a password is, by Argon2id. It stands in each hash, so that it can be raised later.
///
/// @param memoryKib what one hash takes while it is made
/// @param passes over that memory
public record HashWork(int memoryKib, int passes) {
    /// The least that OWASP asks for.
    public static final HashWork USUAL = new HashWork(19_456, 2);
}
