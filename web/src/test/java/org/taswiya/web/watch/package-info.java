/// How often somebody may try.
///
/// What a stranger is told over HTTP is tested beside [org.taswiya.web.door.SignInPages]'s pages, in the package above.
@NullMarked
package org.taswiya.web.watch;

import org.jspecify.annotations.NullMarked;
