/// What a customer was told, and which interruptions are coming where they are served.
///
/// [NoticePages] shows both; [ToldMessage] is a message in the words in which it went out.
///
/// Words: those of [org.taswiya.store.message] and [org.taswiya.store.outage].
///
/// Invariants: nothing is shown of codes, which are nobody's business once they are used. An address is shown with its
/// ends alone: whoever is signed in by one address need not learn another.
///
/// Not here: how customers want to be told.
@NullMarked
package org.taswiya.web.notice;

import org.jspecify.annotations.NullMarked;
