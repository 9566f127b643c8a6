package org.taswiya.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.store.validation.NoticeFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which of the notice candidates.
final class NoticeFilterOption {
    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description = "Only those of this kind: surge or continuous-flow.")
    private UseAlarm.@Nullable Kind kind;

    @Option(names = "--area", paramLabel = "AREA", description = "Only those of this area.")
    private @Nullable String area;

    @Option(names = "--service", paramLabel = "SERVICE", description = "Only those of this service, such as water.")
    private @Nullable String service;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Only customers of this class: ${COMPLETION-CANDIDATES}.")
    private @Nullable CustomerClass customerClass;

    @Option(names = "--point", paramLabel = "POINT", description = "Only those of this usage point.")
    private @Nullable String usagePoint;

    @Option(names = "--decided", description = "Those that are dismissed or sent, too.")
    private boolean isDecided;

    NoticeFilter filter() {
        return new NoticeFilter(kind, area, service, customerClass, usagePoint, isDecided);
    }

    /// What is spelt wrong would otherwise look as if nothing waited.
    private static final class KindConverter implements ITypeConverter<UseAlarm.Kind> {
        @Override
        public UseAlarm.Kind convert(String code) {
            return UseAlarm.Kind.ofCode(code)
                    .orElseThrow(() -> new TypeConversionException("'" + code + "' is no kind; expected one of "
                            + Arrays.stream(UseAlarm.Kind.values())
                                    .map(UseAlarm.Kind::code)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
