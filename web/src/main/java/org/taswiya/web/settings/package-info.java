/// What the program is set to, and by what: options, the environment, a file of settings.
///
/// [SettingsFile] reads a file; [Settings] says what an option has that was not given on the command line, and where
/// from. [SettingsCheck] finds what is wrong or risky.
///
/// Invariants: an option wins over the environment, and that over the file; no secret is shown.
///
/// Not here: what options there are (each command's own).
@NullMarked
package org.taswiya.web.settings;

import org.jspecify.annotations.NullMarked;
