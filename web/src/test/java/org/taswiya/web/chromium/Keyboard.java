package org.taswiya.web.chromium;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Somebody without a mouse: what the key Tab leads to, and whether they see where they are.
public final class Keyboard {
    /// What can be chosen, as it is seen; of choices of which one is taken, that one or the first.
    private static final String CHOOSABLE = """
            window.choosable = [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
              .filter(e => !e.disabled && e.checkVisibility())
              .filter(e => e.type !== 'radio' || e.checked
                || !document.querySelector(`input[name="${e.name}"]:checked`)
                  && document.querySelector(`input[name="${e.name}"]`) === e);
            document.activeElement.blur();
            choosable.length""";

    private static final String HERE = """
            (() => {
              const here = document.activeElement;
              const seen = getComputedStyle(here);
              return {which: choosable.indexOf(here), outline: parseFloat(seen.outlineWidth),
                style: seen.outlineStyle, html: here.outerHTML.slice(0, 120)};
            })()""";

    private static final int WITHIN_FIELDS = 12;

    private Keyboard() {}

    /// A fault each: what is never reached, what holds whoever comes to it, and where nobody sees that they are there.
    public static List<String> faults(Tab tab) {
        int count = tab.evaluate(CHOOSABLE).asInt();
        List<String> faults = new ArrayList<>();
        List<Integer> reached = new ArrayList<>();
        for (int presses = 0; reached.size() < count && presses < count + WITHIN_FIELDS; presses++) {
            tab.press("Tab", 9);
            JsonNode here = tab.evaluate(HERE);
            int which = here.path("which").asInt();
            String html = here.path("html").asString();
            if (which < 0) {
                continue; // a page whose middle is shown first goes on from there, and round by its beginning
            }
            if (!reached.isEmpty() && reached.getLast() == which) {
                continue; // a date has places of its own: day, month, year
            }
            if (reached.contains(which)) {
                faults.add("the keyboard comes back to " + html + " before it has been everywhere");
                break;
            }
            reached.add(which);
            if (here.path("style").asString().equals("none")
                    || here.path("outline").asDouble() < 2) {
                faults.add("nothing is drawn around " + html);
            }
        }
        for (int i = 0; i < count; i++) {
            if (!reached.contains(i)) {
                faults.add("no key leads to " + tab.text("choosable[" + i + "].outerHTML.slice(0, 120)"));
            }
        }
        return faults;
    }
}
