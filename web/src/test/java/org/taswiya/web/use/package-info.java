/// The picture of what was used: what is estimated, what is long, where time runs.
@NullMarked
package org.taswiya.web.use;

import org.jspecify.annotations.NullMarked;
