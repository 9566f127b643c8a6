package org.taswiya.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.web.chromium.Keyboard;
import org.taswiya.web.chromium.Sight;
import org.taswiya.web.chromium.Tab;

/// What pages look like on a desk and on a telephone, and what is wrong with them: who is shut out, with a keyboard
/// alone too; what sticks out or runs together; a word that was not filled in; a number that a line from right to left
/// may tear apart.
///
/// `-Dlook.at=FOLDER` puts a picture of every one there.
final class Sights {
    private static final int DESK = 1200;
    private static final int TELEPHONE = 360;

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

    void fault(String fault) {
        faults.add(fault);
    }

    /// The page that is shown, by its path.
    void look(Tab tab, Language language) {
        look(tab, language, tab.path().replaceAll("[/~]", "-"));
    }

    /// @param screen how it is called in a picture and in a fault
    void look(Tab tab, Language language, String screen) {
        String page = language + " " + screen + ": ";
        tab.size(DESK, 900);
        Sight.sticksOut(tab).forEach(found -> faults.add(page + DESK + " " + found));
        picture(tab, language, screen + "-desk");
        if (language == Language.AR) { // the order of a page is that of its source, in every language
            Keyboard.faults(tab).forEach(found -> faults.add(page + found));
        }
        tab.size(TELEPHONE, 740);
        Sight.sticksOut(tab).forEach(found -> faults.add(page + TELEPHONE + " " + found));
        Sight.runTogether(tab).forEach(found -> faults.add(page + TELEPHONE + " " + found));
        picture(tab, language, screen + "-phone");
        Sight.unwrapped(tab).forEach(found -> faults.add(page + found));
        tab.violations().forEach(found -> faults.add(page + found));
        words(tab, language, page);
    }

    private void words(Tab tab, Language language, String page) {
        if (tab.is("performance.getEntriesByType('navigation')[0].responseStatus >= 500")) {
            faults.add(page + "broken");
        }
        if (!tab.text("document.documentElement.lang").equals(language.code())
                || !tab.text("document.documentElement.dir").equals(language == Language.AR ? "rtl" : "ltr")) {
            faults.add(page + "lang or dir");
        }
        String words = tab.text("document.body.innerText");
        if (words.matches("(?s).*(\\{[a-z]+}|undefined|NaN|\\bround\\.[a-z]).*")) {
            faults.add(page + "an unfilled word in " + words);
        }
    }

    /// Nothing, unless pictures are wanted.
    void picture(Tab tab, Language language, String name) {
        String wanted = System.getProperty("look.at");
        if (wanted != null) {
            tab.picture(Path.of(wanted).resolve("%s-%02d-%s.png".formatted(language.code(), pictures++, name)));
        }
    }
}
