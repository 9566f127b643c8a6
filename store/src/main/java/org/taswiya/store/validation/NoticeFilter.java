package org.taswiya.store.validation;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.validation.UseAlarm;

/// Which of the notice candidates. Null where it does not matter.
///
/// @param decided whether those that are no longer open count too
public record NoticeFilter(
        UseAlarm.@Nullable Kind kind,
        @Nullable String area,
        @Nullable String service,
        @Nullable CustomerClass customerClass,
        @Nullable String usagePoint,
        boolean decided) {

    /// All that are open.
    public static final NoticeFilter OPEN = new NoticeFilter(null, null, null, null, null, false);

    /// All, decided or not.
    public static final NoticeFilter ALL = new NoticeFilter(null, null, null, null, null, true);

    boolean lets(NoticeCandidate candidate) {
        NoticeCandidate.Served agreement = candidate.agreement();
        return (kind == null || kind == candidate.kind())
                && (area == null || area.equals(candidate.area()))
                && (service == null || service.equals(candidate.service()))
                && (customerClass == null || agreement != null && customerClass == agreement.customerClass())
                && (usagePoint == null || usagePoint.equals(candidate.usagePoint()))
                && (decided || candidate.decision() == null);
    }
}
