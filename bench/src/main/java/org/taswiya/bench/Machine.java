package org.taswiya.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What it was measured on, in words.
public final class Machine {
    private Machine() {}

    public static String here() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %d GiB, %s, Java %s, heap at most %d MiB",
                system.getAvailableProcessors(),
                processor(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                System.getProperty("os.name"),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unnamed");
        } catch (IOException _) {
            return "unnamed";
        }
    }
}
