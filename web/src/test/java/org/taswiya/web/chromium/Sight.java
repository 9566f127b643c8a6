package org.taswiya.web.chromium;

import java.util.ArrayList;
import java.util.List;

/// What somebody sees who looks at a page, and should not.
public final class Sight {
    /// Figures that would be torn apart in a line that runs from right to left: groups of digits with a plain space
    /// between, and a sign before them. What stands by itself from left to right is not looked at.
    private static final String TORN = """
            (() => {
              if (document.documentElement.dir !== 'rtl') return '';
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const torn = [];
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.parentElement.closest('bdi, [dir=ltr], [lang=fr], [lang=en], script, title')) continue;
                const text = node.data.replace(/[\\u2066-\\u2068][^\\u2069]*\\u2069/g, '');
                if (/\\d +\\d|(^|\\s)[-+\\u2212]\\d/.test(text)) torn.push(node.data.trim());
              }
              return torn.join(' / ');
            })()""";

    private Sight() {}

    /// What is wider than the page, and tables that are cut.
    public static List<String> sticksOut(Tab tab) {
        List<String> faults = new ArrayList<>();
        if (!tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
            faults.add("sticks out: " + tab.text("""
                    [...document.querySelectorAll('body *')].filter(e => !e.closest('.wide, svg, .skip')
                      && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
                      .map(e => e.outerHTML.slice(0, 120)).join('\\n')"""));
        }
        // an amount that is cut at the edge reads as another amount
        if (!tab.is("[...document.querySelectorAll('.wide')].every(e => e.scrollWidth <= e.clientWidth + 1)")) {
            faults.add("a table is cut: " + tab.text("""
                    [...document.querySelectorAll('.wide')].filter(e => e.scrollWidth > e.clientWidth + 1)
                      .map(e => e.outerHTML.slice(0, 120)).join('\\n')"""));
        }
        return faults;
    }

    /// Figures that are torn apart.
    public static List<String> torn(Tab tab) {
        String torn = tab.text(TORN);
        return torn.isEmpty() ? List.of() : List.of("figures that are torn apart: " + torn);
    }
}
