package org.taswiya.web.round;

import java.util.List;

/// What the app says by itself, without asking: its page brings these words along.
public final class RoundWords {
    public static final List<String> KEYS = List.of(
            "round.title",
            "round.net.sent",
            "round.net.waiting",
            "round.net.offline",
            "round.far",
            "round.before",
            "round.before.none",
            "round.dials",
            "round.empty",
            "round.usual",
            "round.why.lower",
            "round.why.low",
            "round.why.high",
            "round.doubt",
            "round.remark",
            "round.exchange",
            "round.exchange.shown",
            "round.exchange.first",
            "round.photo.shown",
            "round.photo.failed",
            "round.kept",
            "round.clock",
            "round.all",
            "round.gate.start",
            "round.gate.none",
            "round.gate.sign-in",
            "round.gate.closed",
            "round.gate.other",
            "round.gate.unable",
            "round.state.open",
            "round.state.to-send",
            "round.state.taken",
            "round.state.visited",
            "round.state.waiting",
            "round.state.read-by-another",
            "round.state.impossible",
            "round.state.overtaken",
            "round.state.set-aside",
            "round.state.other-contents",
            "round.state.not-of-round",
            "round.state.not-understood",
            "round.state.read",
            "round.state.read-by-customer",
            "round.state.not-read",
            "round.state.suspended");

    private RoundWords() {}
}
