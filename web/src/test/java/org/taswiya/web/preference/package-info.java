/// Addresses as people type them; how they are confirmed is tested over HTTP in the package above.
@NullMarked
package org.taswiya.web.preference;

import org.jspecify.annotations.NullMarked;
