package org.taswiya.bench.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.intake.history.HistoryCount;
import org.taswiya.intake.history.HistoryFile;
import org.taswiya.intake.history.MeterHistory;

/// Meters of one kind with what they used over the years.
///
/// @param name of its folder
/// @param count what reading the file came to
public record MeterSet(String name, List<MeterHistory> meters, HistoryCount count) {
    private static final List<String> FILES = List.of("usage.csv.gz", "usage.csv");

    public MeterSet {
        meters = List.copyOf(meters);
    }

    /// The files of a folder's sets: its own file, and that of each folder in it.
    ///
    /// @throws IOException when the folder cannot be listed
    public static List<Path> files(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(folder));
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(Files::isDirectory).sorted().forEach(folders::add);
        }
        return folders.stream()
                .flatMap(of -> FILES.stream()
                        .map(of::resolve)
                        .filter(Files::isRegularFile)
                        .limit(1))
                .toList();
    }

    /// @throws IOException when the file cannot be read or is no such file
    public static MeterSet read(Path file) throws IOException {
        List<MeterHistory> meters = new ArrayList<>();
        HistoryCount count = HistoryFile.ofBilled(file).read(meters::add);
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new MeterSet(folder == null ? "" : String.valueOf(folder.getFileName()), meters, count);
    }

    /// The first day of which anything is known.
    public LocalDate from() {
        return meters.stream()
                .flatMap(meter -> meter.periods().stream())
                .map(usage -> usage.range().from())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    /// The day after the last one of which anything is known.
    public LocalDate to() {
        return meters.stream()
                .flatMap(meter -> meter.periods().stream())
                .map(usage -> usage.range().to())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }
}
