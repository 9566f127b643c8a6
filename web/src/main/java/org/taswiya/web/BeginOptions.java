package org.taswiya.web;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Home;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What is done before a home is served that is not there yet.
final class BeginOptions {
    /// Of every kind of customer some, within seconds.
    private static final String DEMO_ACCOUNTS = "200";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--new-home", description = "Make the home when it is not there.")
    private boolean isNewHome;

    @Option(
            names = "--demo",
            description = "Serve a made-up town: fill the home with one unless a demo has, and say who can sign in as"
                    + " customer, agent, supervisor and auditor. For this machine alone.")
    private boolean isDemo;

    boolean isDemo() {
        return isDemo;
    }

    /// @param isServer whether a server's database is named rather than the home's own
    void begin(Home home, boolean isServer, InetAddress host, Path utilities) {
        if (isDemo) {
            requireFit(isServer, host);
            if (home.isUnfinished() || !home.exists()) {
                play(home, utilities);
            } else if (!home.madeBy().orElse("").equals("demo")) {
                throw wrong(home + " is no home that a demo made. Name another with --home FOLDER.");
            }
        } else if (isNewHome && !isServer && !home.exists()) {
            if (!home.isFree()) {
                throw wrong(home + " is not empty and no home of Taswiya. Name another with --home FOLDER.");
            }
            home.create("utility");
        }
    }

    private void requireFit(boolean isServer, InetAddress host) {
        if (!host.isLoopbackAddress()) {
            throw wrong("--demo prints how anybody signs in, so it is served to this machine alone; leave --host out");
        }
        if (isServer) {
            throw wrong("--demo has a database of its own; leave --database and TASWIYA_DATABASE out");
        }
    }

    private void play(Home home, Path utilities) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("taswiya: a town of " + DEMO_ACCOUNTS + " customers is made in " + home);
        String[] words = {"demo", "--accounts=" + DEMO_ACCOUNTS, "--home=" + home, "--utilities=" + utilities};
        CommandLine line = Taswiya.commandLine(words);
        line.setOut(new PrintWriter(PrintWriter.nullWriter()));
        line.setErr(err);
        if (line.execute(words) != ExitCode.GOOD) {
            throw new IllegalStateException("the demo was not played to its end");
        }
    }

    private ParameterException wrong(String said) {
        return new ParameterException(spec.commandLine(), said);
    }
}
