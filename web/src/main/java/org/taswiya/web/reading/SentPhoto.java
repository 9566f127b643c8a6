package org.taswiya.web.reading;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.taswiya.web.page.SmallPhoto;

/// A photo that is sent with an own reading. A browser does not send a file twice by itself: where the value is asked
/// about once more, the photo waits in the session.
final class SentPhoto {
    private static final String KEPT = "photo of ";

    private SentPhoto() {}

    /// Keeps what was sent, drawn anew.
    ///
    /// @return of the texts `reading.fault.`; empty where nothing is wrong, or nothing was sent
    static String keep(@Nullable MultipartFile sent, HttpSession session, String agreement) throws IOException {
        if (sent == null || sent.isEmpty()) {
            return "";
        }
        if (sent.getSize() > SmallPhoto.CAMERA_BYTES_MOST) {
            return "photo-large";
        }
        Optional<byte[]> redrawn = SmallPhoto.redrawnFromForm(sent.getBytes());
        redrawn.ifPresent(jpeg -> session.setAttribute(KEPT + agreement, jpeg));
        return redrawn.isPresent() ? "" : "photo-kind";
    }

    static boolean waits(HttpSession session, String agreement) {
        return session.getAttribute(KEPT + agreement) != null;
    }

    static Optional<byte[]> waiting(HttpSession session, String agreement) {
        return Optional.ofNullable((byte[]) session.getAttribute(KEPT + agreement));
    }

    static void forget(HttpSession session, String agreement) {
        session.removeAttribute(KEPT + agreement);
    }
}
