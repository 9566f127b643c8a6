/// The pages that people use, served by a program of its own.
///
/// [TaswiyaWeb] is `./taswiya serve` ([ServeCommand]); [PageServer] serves the pages of a [Site], and
/// [WebConfiguration] names all that answers. [Sending] hands over what waits meanwhile. [ConfigCommand] says what it
/// is set to.
///
/// Nothing of the framework is known outside of this module, and no rule of the field is decided in it: rooms below ask
/// `store` and `run`, and lay out what `deliver` says.
@NullMarked
package org.taswiya.web;

import org.jspecify.annotations.NullMarked;
