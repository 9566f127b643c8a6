/// YAML files of a utility, read so that every fault has its place.
///
/// [YamlDocument] reads the plain part of YAML into a tree whose scalars keep the text of the file: a price is never a
/// binary number. [YamlFields] asks a mapping for its fields by name and kind; whatever is wrong becomes a [Finding]
/// with file, line and column, and reading goes on to find the rest.
///
/// Invariants: no anchors, aliases or tags, so that nothing can unfold; one document in a file; a key stands once; an
/// unknown field is a finding. What a file means is not decided here but by who reads it: price books (tariff),
/// policies (policy).
@NullMarked
package org.taswiya.intake.yaml;

import org.jspecify.annotations.NullMarked;
