package org.taswiya.intake.greenbutton;

import java.util.ArrayList;
import java.util.List;

/// What an entry says of its place among the others, as far as it is read.
///
/// A slash at the end of a link is not part of it.
final class AtomEntry {
    private final long ordinal;
    private final List<String> selfs = new ArrayList<>(1);
    private final List<String> ups = new ArrayList<>(1);
    private final List<String> related = new ArrayList<>();
    private boolean hasContent;
    private boolean hasLateLink;

    AtomEntry(long ordinal) {
        this.ordinal = ordinal;
    }

    void link(String relation, String address) {
        hasLateLink |= hasContent;
        String plain = address.strip();
        String place = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        switch (relation) {
            case "self" -> selfs.add(place);
            case "up" -> ups.add(place);
            case "related" -> related.add(place);
            default -> {}
        }
    }

    void content() {
        hasContent = true;
    }

    /// How many entries came before it.
    long ordinal() {
        return ordinal;
    }

    /// Whether a link came after the content, so that it was not known while the content was read.
    boolean hasLateLink() {
        return hasLateLink;
    }

    /// Its own address; empty when it has none.
    String self() {
        return selfs.isEmpty() ? "" : selfs.getFirst();
    }

    List<String> related() {
        return related;
    }

    /// What may name the thing to which it belongs: the collection above it, or itself where the other names it.
    List<String> owners() {
        List<String> owners = new ArrayList<>(ups);
        owners.addAll(selfs);
        return owners;
    }

    /// What the blocks of one register have in common; their own address only where nothing else is said.
    String group() {
        return ups.isEmpty() ? self() : ups.getFirst();
    }
}
