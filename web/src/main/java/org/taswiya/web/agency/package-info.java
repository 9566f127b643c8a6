/// What a customer sees and asks after they have signed in.
///
/// Each class answers one page ([HomePages], [BillPages]). What is shown is found by `store` and made by `deliver`;
/// [BillShown] is a bill as a page lays it out.
///
/// Whose it is, is asked of [org.taswiya.web.door.SignedIn] on every path before anything is read: what is another's is
/// as unknown as what is not there.
@NullMarked
package org.taswiya.web.agency;

import org.jspecify.annotations.NullMarked;
