/// What a device keeps of the agency to be read without a network, and what makes the agency a program on it.
///
/// The device's part is two scripts: `static/worker.js` keeps pages, shows them where the network fails and erases
/// them; `static/page.js` registers it and tells how old a kept page is. [OfflinePages] says which pages are kept.
/// A kept page is made anew for it, without forms and tokens, and says when (`Frame`).
/// Signing out erases all, and so does the next sign-in: a device may be somebody else's tomorrow.
@NullMarked
package org.taswiya.web.offline;

import org.jspecify.annotations.NullMarked;
