/// `taswiya outage`: planned interruptions, and telling those who are served there.
@NullMarked
package org.taswiya.cli.outage;

import org.jspecify.annotations.NullMarked;
