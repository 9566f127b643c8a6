/// A real browser for tests: Debian's Chromium, told what to do over its DevTools protocol.
///
/// [Chromium] is the program, [Tab] a page in it, [Wire] the web that it reaches, which a test can cut.
@NullMarked
package org.taswiya.web.chromium;

import org.jspecify.annotations.NullMarked;
