/// What people type for a dial.
@NullMarked
package org.taswiya.web.reading;

import org.jspecify.annotations.NullMarked;
