/// How every page looks and speaks: one frame, one style sheet, three languages.
///
/// A template (`src/main/jte`) is given a [Frame] and what the page shows, and says nothing of its own: each word is a
/// [PageTexts], each amount and day a `Figures` of `deliver`. [PageLanguage] says which language somebody reads, and
/// [Rendered] makes the page.
///
/// [TypedMoney], [TypedDay], [TypedAddress] and [TypedWords] read what people type.
///
/// [Problems] is what is shown where a page cannot be: in words that say what to do, and never what broke.
@NullMarked
package org.taswiya.web.page;

import org.jspecify.annotations.NullMarked;
