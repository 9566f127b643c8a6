package org.taswiya.web;

import org.taswiya.web.chromium.Tab;

/// What somebody does with a thumb on the screens of the readers' app, and sees there.
final class Thumb {
    private Thumb() {}

    static void await(Tab on, String what) {
        for (int i = 0; i < 300; i++) {
            if (on.is(what)) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("never: " + what + "; on the screen: " + on.text("document.body.innerText"));
    }

    static String shown(String section) {
        return "!document.getElementById('" + section + "').hidden";
    }

    /// Which one of its round is on the screen.
    static String meter(String number) {
        return "document.getElementById('title').textContent.startsWith('\u2066" + number + "\u2069')";
    }

    static void press(Tab on, String selector) {
        on.evaluate("document.querySelector(\"" + selector + "\").click()");
    }

    /// Digit by digit, as a thumb does: the next one when the dial shows all that were typed, also two of the same.
    static void key(Tab on, String digits) {
        for (int typed = 1; typed <= digits.length(); typed++) {
            press(on, "#pad [data-key='" + digits.charAt(typed - 1) + "']");
            await(on, "document.getElementById('dial').textContent.endsWith('" + digits.substring(0, typed) + "')");
        }
    }

    /// The first meter, whether what is typed is likely or not.
    static void keep(Tab on) {
        press(on, "#keep");
        await(on, shown("doubt") + " || " + meter("2"));
        if (on.is(shown("doubt"))) {
            press(on, "#sure");
        }
        await(on, meter("2"));
    }

    /// A value that nobody asks about.
    static String likely(Tab on) {
        return on.text("""
                (async () => {
                  const kept = await import('/staff/round/kept.js');
                  const serial = document.getElementById('serial').textContent;
                  const order = (await kept.get('rounds')).flatMap(r => r.orders).find(o => o.serial === serial);
                  return order.low !== undefined && Number(order.low) <= Number(order.high)
                      ? String(Math.round((Number(order.low) + Number(order.high)) / 2)) : order.last;
                })()""");
    }
}
