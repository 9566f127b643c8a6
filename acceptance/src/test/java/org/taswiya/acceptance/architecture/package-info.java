/// The shape of the house, as tests: who may see whom, what the core never does, what every file looks like.
///
/// [ArchitectureTest] states the rules and holds the product to them; [ArchitectureRulesTest] shows on small bad
/// samples that each rule bites. Rules on classes are in `ClassRules`, rules on text in [SourceFormTest].
///
/// A rule that examined nothing has shown nothing, so it fails; a module that is not built yet is no fault.
@NullMarked
package org.taswiya.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
