package org.taswiya.store.run;

import java.util.Collection;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassFactor;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.estimation.PastUse;

/// What a sample of a class of meters has shown about some dates.
///
/// @param use before the dates
/// @param changed on the dates, of the meters that were read
public record LearntClass(ClassUse use, ClassFactor changed) {
    /// @param others methods that are asked for besides one of each kind
    public static LearntClass learn(List<PastUse> meters, DateRange range, Collection<EstimationMethod> others) {
        ClassUse use = ClassUse.learn(meters, range, others);
        return new LearntClass(use, use.factor(meters));
    }

    public boolean hasChanged(List<EstimationMethod> methods) {
        return methods.contains(EstimationMethod.BEST) && changed.isLearnt();
    }
}
