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

    /// Texts of two cells that lie on each other, or so close that they read as one; numbers that go on in the next
    /// line.
    private static final String RUN_TOGETHER = """
            (() => {
              const lines = node => {
                const range = document.createRange();
                range.selectNodeContents(node);
                return [...range.getClientRects()].filter(r => r.width > 1 && r.height > 1);
              };
              const close = (a, b) => a.left < b.right + 3 && b.left < a.right + 3
                && a.top < b.bottom - 3 && b.top < a.bottom - 3;
              const found = [];
              for (const row of document.querySelectorAll('.wide tr')) {
                if (getComputedStyle(row.parentElement).clipPath !== 'none') continue; // said, not shown
                const cells = [...row.children].map(cell => [cell, lines(cell)]);
                cells.forEach(([one, its], i) => cells.slice(i + 1).forEach(([other, theirs]) => {
                  if (its.some(a => theirs.some(b => close(a, b)))) found.push(one.innerText + ' | ' + other.innerText);
                }));
              }
              for (const number of document.querySelectorAll('.number, .whole, .figures, .amount bdi')) {
                const at = lines(number);
                if (at.some(r => r.top > at[0].bottom - 3)) found.push('torn: ' + number.innerText);
              }
              return found.join(' / ');
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

    /// Texts that run into each other.
    public static List<String> runTogether(Tab tab) {
        String found = tab.text(RUN_TOGETHER);
        return found.isEmpty() ? List.of() : List.of("runs together: " + found);
    }

    /// Texts that run into each other once bills are as long as they come, in the place of those that are there.
    public static List<String> longBillsRunTogether(Tab tab) {
        tab.evaluate("""
                document.querySelectorAll('.bills tbody td').forEach((cell, i) => cell.innerText = [
                  '1er\\u00a0décembre\\u00a02019', '−12\\u00a0380,09\\u00a0DH', 'Créditée estimée'][i % 3])""");
        return runTogether(tab);
    }

    /// Figures that are torn apart.
    public static List<String> torn(Tab tab) {
        String torn = tab.text(TORN);
        return torn.isEmpty() ? List.of() : List.of("figures that are torn apart: " + torn);
    }
}
