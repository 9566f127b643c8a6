/// XML files of others, read element by element.
///
/// [XmlFile] reads in a stream; what is wrong is thrown as the reader of the format wants it ([XmlRefusals]).
///
/// Invariants: no document type, no entity and no other file is ever read; memory is bounded whatever a file holds; a
/// refusal has its line.
///
/// Not here: what the elements mean (greenbutton, bank).
@NullMarked
package org.taswiya.intake.xml;

import org.jspecify.annotations.NullMarked;
