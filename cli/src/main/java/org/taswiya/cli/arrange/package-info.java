/// Commands about payment facilities: offering, granting, refusing, showing, renegotiating and ending them.
///
/// Each decision has its author, moment and reason. Not here: what is offered (core), reminders (dun).
@NullMarked
package org.taswiya.cli.arrange;

import org.jspecify.annotations.NullMarked;
