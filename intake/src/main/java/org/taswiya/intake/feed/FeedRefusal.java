package org.taswiya.intake.feed;

/// A part of a feed that is not taken.
///
/// @param line of the file, the first being 1
/// @param found what was found and what was expected, as a sentence without its end
public record FeedRefusal(long line, FeedFault fault, String found) {
    @Override
    public String toString() {
        return "line " + line + ": " + fault.code() + ": " + found;
    }
}
