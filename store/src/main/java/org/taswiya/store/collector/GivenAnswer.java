package org.taswiya.store.collector;

/// What a collector is told, to the byte.
///
/// @param status of HTTP
public record GivenAnswer(int status, String text) {}
