/// Tariffs and cases written out, so that the tests of core read no file.
///
/// - [CasablancaFixture]: household electricity of Casablanca, two versions and the change between them.
/// - [GapExample]: a gap between two actual readings, told step by step.
///
/// Figures are those of the published books; what is expected of them stands in the tests as visible arithmetic.
@NullMarked
package org.taswiya.core.example;

import org.jspecify.annotations.NullMarked;
