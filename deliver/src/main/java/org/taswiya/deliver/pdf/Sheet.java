package org.taswiya.deliver.pdf;

/// A page that is drawn and has no place in its document yet.
public final class Sheet {
    private final byte[] deflated;

    /// @param deflated its drawing, as [#bytes] gave it
    public Sheet(byte[] deflated) {
        this.deflated = deflated.clone();
    }

    /// Its drawing, deflated.
    public byte[] bytes() {
        return deflated.clone();
    }

    byte[] deflated() {
        return deflated;
    }
}
