package org.taswiya.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.web.chromium.Tab;

/// What a screen of the readers' app, or a page about handsets, looks like at two widths, and what is wrong with it.
///
/// `-Dlook.at=FOLDER` puts a picture of every one there.
final class Sights {
    private final List<String> faults = new ArrayList<>();
    private int pictures;

    static void speak(Tab tab, Language language) {
        if (!tab.text("document.documentElement.lang").equals(language.code())) {
            tab.follow("button[name=to][value=" + language.code() + "]");
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    void look(Tab tab, Language language, String screen) {
        String page = language + " " + screen + ": ";
        for (int width : new int[] {1200, 360}) {
            tab.size(width, 740);
            if (!tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
                faults.add(page + "sticks out at " + width);
            }
            picture(tab, language, screen + "-" + width);
        }
        if (!tab.text("document.documentElement.dir").equals(language == Language.AR ? "rtl" : "ltr")) {
            faults.add(page + "dir");
        }
        tab.violations().forEach(found -> faults.add(page + found));
        if (tab.text("document.body.innerText").matches("(?s).*(round\\.|\\{[a-z]+}|undefined|NaN).*")) {
            faults.add(page + "an unfilled word in " + tab.text("document.body.innerText"));
        }
    }

    private void picture(Tab tab, Language language, String screen) {
        String wanted = System.getProperty("look.at");
        if (wanted != null) {
            tab.picture(Path.of(wanted).resolve("%s-%02d-%s.png".formatted(language.code(), pictures++, screen)));
        }
    }
}
