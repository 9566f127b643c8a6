package org.taswiya.server.page;

/// An answer.
///
/// @param signature the header of this name; empty for none
/// @param location where to go on; empty for nowhere else
public record PageTold(int status, String type, String text, String signature, String location) {
    public static PageTold html(int status, String text) {
        return new PageTold(status, "text/html; charset=utf-8", text, "", "");
    }

    public static PageTold text(int status, String text) {
        return new PageTold(status, "text/plain; charset=utf-8", text, "", "");
    }

    /// Lines that another program reads and believes.
    public static PageTold signed(String text, String signature) {
        return new PageTold(200, "text/plain; charset=utf-8", text, signature, "");
    }

    /// To be asked for by GET.
    public static PageTold go(String location) {
        return new PageTold(303, "text/plain; charset=utf-8", "", "", location);
    }

    public static PageTold unknown() {
        return text(404, "nothing is served here\n");
    }
}
