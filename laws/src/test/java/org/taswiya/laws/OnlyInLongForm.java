package org.taswiya.laws;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/// Skips a property unless `-Dtaswiya.long=true`.
final class OnlyInLongForm implements SkipExecutionHook {

    OnlyInLongForm() {}

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return Boolean.getBoolean("taswiya.long")
                ? SkipResult.doNotSkip()
                : SkipResult.skip("the long form runs with -Dtaswiya.long=true");
    }
}
