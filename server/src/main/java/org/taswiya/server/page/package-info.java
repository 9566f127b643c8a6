/// What pages are asked for and answered with, whatever brings it: forms in, HTML, lines of text and redirects out.
///
/// [Pages] is whoever answers; [Html] writes plain HTML in which nothing that came in can act; [Fields] are those of a
/// form, as they were sent.
///
/// Invariants: a page needs no script, no frame and nothing of another host; what anybody has sent is shown, never run.
///
/// Not here: which pages there are (online, sandbox), HTTP itself (http).
@NullMarked
package org.taswiya.server.page;

import org.jspecify.annotations.NullMarked;
