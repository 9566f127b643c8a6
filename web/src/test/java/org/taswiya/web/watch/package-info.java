/// What the log says.
///
/// What a watcher is told over HTTP is tested in the package above.
@NullMarked
package org.taswiya.web.watch;

import org.jspecify.annotations.NullMarked;
