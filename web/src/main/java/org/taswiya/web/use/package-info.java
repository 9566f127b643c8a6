/// What a customer used: each service of an account, month by month, beside the year before.
///
/// [UsePages] finds the services, [UsedMonths] what was used, [UseChart] where the bars of a picture stand.
///
/// Words: a *period* is one of those that bills have; it stands beside *the year before*, the same days one year
/// earlier, where every one of them is known.
///
/// Invariants: numbers are those of the newest bill that can be made again as it was, the same as on its paper; nothing
/// is computed a second time. A picture says nothing that the table beside it does not say.
@NullMarked
package org.taswiya.web.use;

import org.jspecify.annotations.NullMarked;
