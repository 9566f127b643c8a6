package org.taswiya.cli.suspect;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ServedFilterOption;
import org.taswiya.core.validation.FindingReason;
import org.taswiya.store.validation.SuspectFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which of the suspects.
final class SuspectFilterOption {
    @Option(
            names = "--reason",
            paramLabel = "CODE",
            converter = ReasonConverter.class,
            description = "Only those with this finding, such as negative or high-use.")
    private @Nullable FindingReason reason;

    @Mixin
    private ServedFilterOption served;

    @Option(names = "--decided", description = "Those that are decided, too.")
    private boolean isDecided;

    SuspectFilter filter() {
        return new SuspectFilter(
                reason, served.area(), served.service(), served.customerClass(), served.usagePoint(), isDecided);
    }

    /// What is spelt wrong would otherwise look as if nothing waited.
    private static final class ReasonConverter implements ITypeConverter<FindingReason> {
        @Override
        public FindingReason convert(String code) {
            return FindingReason.ofCode(code)
                    .orElseThrow(() -> new TypeConversionException("'" + code + "' is no reason; expected one of "
                            + Arrays.stream(FindingReason.values())
                                    .map(FindingReason::code)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
