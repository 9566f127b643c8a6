package org.taswiya.web.api.json;

/// One thing that is wrong with what came.
///
/// @param at where: a JSON pointer into the body, or the name of a parameter
public record Fault(
        @Says("Where: a JSON Pointer into the body, or the name of a parameter or a header.") String at,
        @Says("What was found and what is expected.") String detail) {}
