package org.taswiya.cli.lighting;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.intake.lighting.LampInventory;
import org.taswiya.intake.lighting.LightingCalendarParser;
import org.taswiya.intake.lighting.LightingReading;
import org.taswiya.intake.yaml.Finding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The calendar and the inventory that a command names, or all that is wrong with them.
final class LightingFiles {
    private LightingFiles() {}

    static LightingCalendar calendar(CommandSpec spec, Path file) throws IOException {
        GivenFile.require(spec, file, "a calendar of lighting");
        return content(spec, LightingCalendarParser.parse(file));
    }

    static List<LampGroup> inventory(CommandSpec spec, Path file, LightingCalendar calendar) throws IOException {
        GivenFile.require(spec, file, "an inventory of lamps");
        try {
            return content(spec, LampInventory.read(file, calendar.regimes().keySet()));
        } catch (CharacterCodingException e) {
            throw new ParameterException(spec.commandLine(), file + " is not written in UTF-8", e);
        }
    }

    private static <T> T content(CommandSpec spec, LightingReading<T> reading) {
        return switch (reading) {
            case LightingReading.Read<T> read -> read.content();
            case LightingReading.Faulty<T> faulty ->
                throw new ParameterException(
                        spec.commandLine(),
                        faulty.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")));
        };
    }

    /// @throws ParameterException where the sun does not set or does not rise
    static void requireNights(CommandSpec spec, LightingCalendar calendar, Collection<String> regimes, DateRange days) {
        for (String regime : regimes) {
            Optional<LocalDate> day = calendar.dayWithoutNight(regime, days);
            if (day.isPresent()) {
                throw new ParameterException(
                        spec.commandLine(),
                        regime + ": on " + day.get() + " the sun does not set or does not rise there; expected days"
                                + " with a night, or the hours of months from a table");
            }
        }
    }
}
