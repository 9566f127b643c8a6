/// How a sender takes its messages, alone.
///
/// What goes over a wire is tested with real counterparts, a room above.
@NullMarked
package org.taswiya.run.sending;

import org.jspecify.annotations.NullMarked;
