/// Billing runs at the console: what came of them, and how far the one is that is at work.
///
/// [RunPages] shows them; `static/live.js` shows the page anew while it is looked at.
///
/// Invariants: a page of runs changes nothing. Rates and times left are told of the run that is at work alone, and
/// only as far as its batches have told them.
///
/// Not here: how a run is begun, resumed or given up; that is done by command.
@NullMarked
package org.taswiya.web.console.run;

import org.jspecify.annotations.NullMarked;
