package org.taswiya.cli.importing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LookOption;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.intake.feed.FeedRefusal;
import org.taswiya.intake.greenbutton.GreenButtonFile;
import org.taswiya.intake.nem12.Nem12File;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya feed show`: a feed in, what it holds out.
@Command(
        name = "show",
        description = {
            "Shows what a feed of intervals holds, and stores nothing: for every register its days, their sum, how"
                    + " they are known, and the days that are missing or incomplete; then what is refused, each with"
                    + " its line and its reason.",
            "",
            "Understood are Green Button (NAESB ESPI, also of gas and water) and NEM12 (AEMO); the file's first"
                    + " characters tell which it is. Energy is shown in kWh, volume in m3.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything that is in the feed is taken.",
            "1:The feed or a part of it is refused, and shown as such; or Taswiya failed.",
            "2:Wrong usage: no such file, or no such format."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya feed show usage.xml",
            "  ./taswiya feed show usage.xml --zone America/New_York",
            "  ./taswiya feed show meters.csv --format nem12 --json | jq .refused"
        })
final class FeedShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The feed.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "green-button or nem12. Default: what the file begins with tells.")
    private @Nullable String format;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Whose days are meant where a Green Button feed states no local time. Default: UTC.")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw wrong(file + " is no file");
        }
        FeedFormat read = format().orElse(null);
        ShownFeed shown = new ShownFeed();
        FeedCount count = read == null ? FeedCount.refusedWhole(unknown()) : read(read, shown);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(FeedJson.of(read, shown, count));
        } else {
            FeedText.lines(read, shown, count, look.look()).forEach(out::println);
        }
        out.flush();
        return count.isAllTaken() ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private Optional<FeedFormat> format() throws IOException {
        if (format == null) {
            return FeedFormat.of(file);
        }
        Optional<FeedFormat> named = FeedFormat.ofCode(format);
        if (named.isEmpty()) {
            throw wrong("there is no format '" + format + "'; expected green-button or nem12");
        }
        return named;
    }

    private FeedCount read(FeedFormat read, ShownFeed shown) throws IOException {
        return switch (read) {
            case GREEN_BUTTON -> new GreenButtonFile(file, zone).read(shown::add);
            case NEM12 -> new Nem12File(file).read(shown::add);
        };
    }

    private static FeedRefusal unknown() {
        return new FeedRefusal(
                1, FeedFault.NOT_A_FEED, "found neither XML nor a record 100, expected Green Button or NEM12");
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
