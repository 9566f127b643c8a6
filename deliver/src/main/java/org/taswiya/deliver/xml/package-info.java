/// XML as it is written everywhere: element by element, each on a line of its own.
///
/// Whoever writes a file of XML gives [XmlText] its namespaces, its root and what is within, and gets the text.
///
/// Invariants: the same elements give the same characters; a text holds nothing that XML cannot hold once it went
/// through [XmlText#plain].
///
/// Not here: which elements a file has (`deliver/bank`, `deliver/einvoice`), how XML is read (intake).
@NullMarked
package org.taswiya.deliver.xml;

import org.jspecify.annotations.NullMarked;
