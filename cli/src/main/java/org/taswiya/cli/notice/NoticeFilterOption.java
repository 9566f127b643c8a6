package org.taswiya.cli.notice;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ServedFilterOption;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.store.validation.NoticeFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ServedFilterOption served;

    @Option(names = "--decided", description = "Those that are dismissed or sent, too.")
    private boolean isDecided;

    NoticeFilter filter() {
        return new NoticeFilter(
                kind, served.area(), served.service(), served.customerClass(), served.usagePoint(), isDecided);
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
