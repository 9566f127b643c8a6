package org.taswiya.web.page;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.taswiya.store.request.RequestFile;
import org.taswiya.store.request.RequestFile.Kind;

/// Files that are sent and shown with a request. What one is is found from its bytes; what it was called is not kept. A
/// picture is drawn anew. A document is kept as it came and never opened here: browsers are told to put it down beside
/// the page, and to run nothing of it wherever it is opened.
public final class Evidence {
    private static final String NOTHING = "sandbox; default-src 'none'";

    private Evidence() {}

    /// What was sent.
    public sealed interface Sent {
        /// @param file null where none was chosen
        record Good(@Nullable RequestFile file) implements Sent {}

        /// @param fault of the texts `ask.fault.`
        record Unfit(String fault) implements Sent {
            /// Of the answer.
            public int status() {
                return fault.equals("file-large") ? 413 : 422;
            }
        }
    }

    /// Takes what a form brought.
    public static Sent taken(@Nullable MultipartFile sent) throws IOException {
        if (sent == null || sent.isEmpty()) {
            return new Sent.Good(null);
        }
        return sent.getSize() > SmallPhoto.CAMERA_BYTES_MOST ? new Sent.Unfit("file-large") : of(sent.getBytes());
    }

    /// Takes a file as it came, of [SmallPhoto#CAMERA_BYTES_MOST] bytes at most.
    public static Sent of(byte[] content) {
        if (SmallPhoto.isPicture(content)) {
            return SmallPhoto.redrawnFromForm(content)
                    .<Sent>map(jpeg -> new Sent.Good(new RequestFile(Kind.JPEG, jpeg)))
                    .orElse(new Sent.Unfit("file-kind"));
        }
        Optional<Kind> kind = Kind.of(content);
        if (kind.isEmpty()) {
            return new Sent.Unfit("file-kind");
        }
        return content.length > RequestFile.BYTES_MOST
                ? new Sent.Unfit("file-large")
                : new Sent.Good(new RequestFile(kind.get(), content));
    }

    /// Shows one.
    ///
    /// @param name without its ending
    public static ResponseEntity<byte[]> answer(RequestFile file, String name) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        return switch (file.kind()) {
            case JPEG -> answer.contentType(MediaType.IMAGE_JPEG).body(file.content());
            case PDF ->
                answer.contentType(MediaType.APPLICATION_PDF)
                        .header("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"")
                        .header("Content-Security-Policy", NOTHING)
                        .body(file.content());
        };
    }
}
