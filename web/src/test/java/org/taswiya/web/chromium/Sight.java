package org.taswiya.web.chromium;

import java.util.ArrayList;
import java.util.List;

/// What somebody sees who looks at a page, and should not.
public final class Sight {
    /// Figures in a line that runs from right to left and that nothing keeps from left to right: their groups change
    /// places, a sign goes to the other side. What is isolated is not looked at: by an element, by a direction of its
    /// own, or by the characters for it, which may stand within each other.
    private static final String UNWRAPPED = """
            (() => {
              if (document.documentElement.dir !== 'rtl') return '';
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = [];
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const of = node.parentElement;
                if (of.closest('bdi, [dir]:not(html), script, noscript, template, textarea')) continue;
                let text = node.data;
                for (let before = ''; before !== text;) {
                  before = text;
                  text = text.replace(/[\\u2066-\\u2068][^\\u2066-\\u2069]*\\u2069/g, '');
                }
                if (of.closest('svg') && /^[0-9]+$/.test(text.trim())) continue; // a number by itself
                if (!/[0-9\\u0660-\\u0669]/.test(text)) continue;
                found.push(node.data.trim() + ' in ' + of.outerHTML.slice(0, 80));
              }
              return found.join('\\n');
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
              for (const number of document.querySelectorAll('.number, .whole, .figures:not(.groups), .amount bdi')) {
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

    /// Figures that nothing keeps together.
    public static List<String> unwrapped(Tab tab) {
        String found = tab.text(UNWRAPPED);
        return found.isEmpty() ? List.of() : List.of("figures that are not wrapped: " + found);
    }
}
