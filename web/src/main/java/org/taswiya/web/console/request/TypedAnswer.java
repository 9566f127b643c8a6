package org.taswiya.web.console.request;

/// What somebody types about a request.
///
/// @param letter by which an answer begins; empty where none was chosen
/// @param words added to the letter, or why it is closed or opened again
/// @param seen how many steps the request had when they read it
public record TypedAnswer(String letter, String words, int seen) {
    static final TypedAnswer NONE = new TypedAnswer("", "", 0);
}
