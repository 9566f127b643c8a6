package org.taswiya.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A page made from its template.
public final class Rendered {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    /// Says to a device that keeps pages whose this one is.
    public static final String KEPT_FOR = "Kept-For";

    private Rendered() {}

    public static ResponseEntity<byte[]> page(String template, Frame frame, Object shown) {
        return page(200, template, frame, shown);
    }

    /// @param template without its ending
    public static ResponseEntity<byte[]> page(int status, String template, Frame frame, Object shown) {
        byte[] bytes = bytes(template, frame, shown);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, frame.language().code())
                .cacheControl(CacheControl.noStore());
        if (!frame.visit().isEmpty()) {
            answer.header(KEPT_FOR, frame.visit());
        }
        return answer.body(bytes);
    }

    /// The same, or a part of one, by itself.
    ///
    /// @return in UTF-8
    public static byte[] bytes(String template, Frame frame, Object shown) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("frame", frame);
        values.put("shown", shown);
        ENGINE.render(template + ".jte", values, out);
        return out.toByteArray();
    }

    /// Sends a browser on to another address, which it asks for anew.
    public static ResponseEntity<byte[]> go(String address) {
        return ResponseEntity.status(303).header("Location", address).build();
    }
}
