package org.taswiya.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ListenOption;
import org.taswiya.web.watch.LogLayout;
import org.taswiya.web.watch.MetricsDoor;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What those need who run the program.
final class WatchOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--metrics-port",
            paramLabel = "NUMBER",
            description = "Serve metrics for Prometheus at /metrics on this port; 0 for any that is free. Default: no"
                    + " metrics.")
    private @Nullable Integer metricsPort;

    @Option(
            names = "--metrics-host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to serve metrics on. Whoever reaches it reads them. Default: ${DEFAULT-VALUE}.")
    private String metricsHost = "";

    @Option(
            names = "--log-json",
            description = "Write the log as an object of JSON a line, and each request by the pattern of its route.")
    private boolean isJson;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "When stopped, say at /ready that nothing more should come, and go on answering for so long."
                    + " Default: ${DEFAULT-VALUE}.")
    private int drain;

    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long requests that have come may take when it is stopped. Default: ${DEFAULT-VALUE}.")
    private int stopWithin;

    /// @param listen where the pages are
    void requireSound(ListenOption listen) throws IOException {
        requireSeconds("--drain", drain);
        requireSeconds("--stop-within", stopWithin);
        if (metricsPort == null || ListenOption.port(spec, "--metrics-port", metricsPort) == 0) {
            return;
        }
        InetAddress host = InetAddress.getByName(metricsHost);
        InetAddress pages = listen.address();
        boolean isSameHost = host.equals(pages) || host.isAnyLocalAddress() || pages.isAnyLocalAddress();
        if (isSameHost && metricsPort == listen.port()) {
            throw wrong("--metrics-port is " + metricsPort + ", where the pages are; expected another than --port");
        }
    }

    private void requireSeconds(String option, int seconds) {
        if (seconds < 0) {
            throw wrong(option + " is " + seconds + "; expected seconds, from 0 on");
        }
    }

    private ParameterException wrong(String said) {
        return new ParameterException(spec.commandLine(), said);
    }

    /// Before anything is logged.
    void setUpLog() {
        System.setProperty(LogLayout.JSON, Boolean.toString(isJson));
    }

    StopTerms stopTerms() {
        return new StopTerms(Duration.ofSeconds(drain), Duration.ofSeconds(stopWithin));
    }

    /// Where nobody wants any, nothing is opened.
    @Nullable MetricsDoor openMetrics(PageServer server, PrintWriter out) throws IOException {
        if (metricsPort == null) {
            return null;
        }
        MetricsDoor door = MetricsDoor.open(InetAddress.getByName(metricsHost), metricsPort, server.metrics());
        out.println("metrics at http://" + metricsHost + ":" + door.port() + "/metrics");
        return door;
    }
}
