/// Billing runs at the console: what came of them, and how far the one is that is at work.
///
/// [RunPages] shows them; `static/live.js` shows the page anew while it is looked at.
///
/// Not here: how a run is begun, resumed or given up; that is done by command.
@NullMarked
package org.taswiya.web.console.run;

import org.jspecify.annotations.NullMarked;
