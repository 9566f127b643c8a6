package org.taswiya.store.access;

/// The browser that has a code sent, and in which alone it counts.
///
/// @param name that nobody can guess; the same for as long as codes of it are to count
/// @param isKnown whether the account was opened from there before: what others ask for takes nothing from it then
public record Asker(String name, boolean isKnown) {
    public Asker {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("whoever asks has a name");
        }
    }
}
