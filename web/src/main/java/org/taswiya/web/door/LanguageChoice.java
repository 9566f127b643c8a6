package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Rendered;

/// The choice of a language: it leads back to the same page, with what was typed there where the page sends it along
/// (`typed.js`).
@Controller
public final class LanguageChoice {
    /// How the names of fields begin that stand in another form of the page.
    private static final String TYPED = "typed:";

    private static final String HERE = "/[A-Za-z0-9/?=&%.+~:-]*";

    LanguageChoice() {}

    @PostMapping("/language")
    ResponseEntity<byte[]> language(
            @RequestParam("to") String to,
            @RequestParam(name = "back", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        PageLanguage.ofCode(to).ifPresent(language -> PageLanguage.choose(language, request, response));
        String here = back.matches(HERE) && !back.startsWith("//") ? back : "/";
        String again = Wanted.again(here, typed(request), request).orElse(here);
        return Rendered.go(again);
    }

    private static Map<String, String[]> typed(HttpServletRequest request) {
        Map<String, String[]> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(TYPED)) {
                typed.put(name.substring(TYPED.length()), values);
            }
        });
        return typed;
    }
}
