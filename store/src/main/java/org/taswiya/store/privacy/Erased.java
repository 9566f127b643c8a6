package org.taswiya.store.privacy;

import org.taswiya.core.privacy.Erasable;

/// What was erased by a rule.
///
/// @param rows how many
/// @param customers of how many, where it was erased customer by customer; else zero
public record Erased(Erasable what, long rows, int customers, String rule) {}
