/// Pages as somebody reads them: over HTTP, on a real database, with the demo's town behind them.
///
/// Nothing of the program is replaced; only the clock stands still, and the random numbers are those of a seed.
///
/// Words: a *stranger* is whoever has not signed in; an account is *reached* where a code can be sent to it.
@NullMarked
package org.taswiya.web;

import org.jspecify.annotations.NullMarked;
