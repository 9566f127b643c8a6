/// Tariffs out: as price books, and as pictures.
///
/// [BookText] writes a tariff as the YAML that `intake` reads: reading it again gives the same prices, version by
/// version. [CurvePicture] draws what the next unit costs.
///
/// Invariants: a price is written whole or the tariff is not; what a book says of where a figure comes from is the
/// field of the record that it stands in.
///
/// Not here: worked examples, which nobody can make up; who publishes a tariff, and whether it may be used.
@NullMarked
package org.taswiya.deliver.tariff;

import org.jspecify.annotations.NullMarked;
