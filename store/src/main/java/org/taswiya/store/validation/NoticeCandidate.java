package org.taswiya.store.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.UseAlarm;

/// Abnormal use of which a customer should be told, as a person sees it.
///
/// @param unit of all figures but hours
/// @param agreement that ran at the usage point when it was shown; null where none did
/// @param reading that has shown it
/// @param isOfSuspect whether a person let that reading count that had not been believed
/// @param range the days it is about
/// @param figures the numbers that caused it, by name
/// @param isOvertaken whether these days have been read otherwise since
/// @param change that raised it
/// @param decision what became of it; null while it is open
public record NoticeCandidate(
        long number,
        String usagePoint,
        String service,
        String area,
        Unit unit,
        @Nullable Served agreement,
        UseAlarm.Kind kind,
        Reading reading,
        boolean isOfSuspect,
        DateRange range,
        Map<String, Fraction> figures,
        boolean isOvertaken,
        long change,
        @Nullable NoticeDecision decision) {

    /// Whom it concerns.
    public record Served(String reference, String account, CustomerClass customerClass, Language language) {}

    public NoticeCandidate {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
