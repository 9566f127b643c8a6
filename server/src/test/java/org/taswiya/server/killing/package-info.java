/// Servers that are killed under test.
@NullMarked
package org.taswiya.server.killing;

import org.jspecify.annotations.NullMarked;
