package org.taswiya.web.pay;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.server.page.PageAsked;
import org.taswiya.server.page.PageTold;

/// Where the card provider tells what has become of its transactions: signed, and again until it is answered.
@Controller
public final class ProviderNotices {
    private final CardDesk desk;

    ProviderNotices(CardDesk desk) {
        this.desk = desk;
    }

    /// The body is read as it came: a signature is over these bytes.
    @PostMapping("/online/notice")
    ResponseEntity<String> notice(HttpServletRequest request) throws IOException {
        if (!desk.isOpen()) {
            return ResponseEntity.notFound().build();
        }
        String body = PageAsked.text(request.getInputStream().readNBytes(PageAsked.BODY_MOST));
        PageTold told = desk.told(body, Objects.requireNonNullElse(request.getHeader(PageAsked.SIGNATURE), ""));
        return ResponseEntity.status(told.status())
                .contentType(MediaType.TEXT_PLAIN)
                .body(told.text());
    }
}
