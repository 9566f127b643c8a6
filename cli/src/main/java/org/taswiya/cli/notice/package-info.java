/// Commands about what customers should be told of abnormal use.
///
/// `notice list` and `notice show` tell what was found, with its evidence and the words for the customer; `notice
/// dismiss` says that nobody is told, and why.
///
/// Words: a *candidate* is what was found about a reading that counts, before anything is sent.
///
/// Invariants: what is dismissed stays dismissed, with who, when and why.
///
/// Not here: what is abnormal (core), the wording (deliver).
@NullMarked
package org.taswiya.cli.notice;

import org.jspecify.annotations.NullMarked;
