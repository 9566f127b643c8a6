package org.taswiya.core.dunning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a utility does about what one class of customers does not pay.
///
/// @param steps in their order, at least one, each name once
/// @param isVulnerableLeftAlone whether vulnerable customers get no step at all; else they are only not cut off
public record DunningPolicy(List<DunningStep> steps, List<QuietSeason> seasons, boolean isVulnerableLeftAlone) {
    public DunningPolicy {
        steps = List.copyOf(steps);
        seasons = List.copyOf(seasons);
        Set<String> names = new HashSet<>();
        if (steps.isEmpty() || !steps.stream().allMatch(step -> names.add(step.name()))) {
            throw new IllegalArgumentException("Steps without a name of their own: " + steps);
        }
    }
}
