/// Tests of the agents' console that need no server.
@NullMarked
package org.taswiya.web.console;

import org.jspecify.annotations.NullMarked;
