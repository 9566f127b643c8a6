/// Words for what customers are told beside bills: an [org.taswiya.core.message.Announcement] in one of three
/// languages, as a letter or an e-mail says it and as a short message does.
///
/// Not here: the e-mail of a bill ([org.taswiya.deliver.mail]), how many parts a short message has.
@NullMarked
package org.taswiya.deliver.announcement;

import org.jspecify.annotations.NullMarked;
