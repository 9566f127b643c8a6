package org.taswiya.cli.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Grouped;

/// Who is served and when they are billed: all that the demo needs to be played.
///
/// @param title for the head of the screen
/// @param aside what it was made of, in a few words
/// @param gapWords the months that nobody read, in words
/// @param notes what a reader of the figures must know, each a line
/// @param rounds in the order in which they are held
record Story(
        String title,
        String aside,
        String gapWords,
        List<String> notes,
        List<Subscriber> subscribers,
        List<Round> rounds) {

    Story {
        notes = List.copyOf(notes);
        subscribers = List.copyOf(subscribers);
        rounds = List.copyOf(rounds);
    }

    /// Spring 2020 in Casablanca.
    static Story casablanca(int accounts, long seed) {
        List<Round> rounds = IntStream.rangeClosed(1, StoryMonths.MONTHS)
                .mapToObj(bound -> new Round(
                        StoryMonths.BOUNDS.get(bound),
                        StoryMonths.BOUNDS.get(StoryMonths.isSuspended(bound) ? StoryMonths.GAP_FIRST : bound),
                        Casablanca.CYCLE,
                        bound == StoryMonths.MONTHS))
                .toList();
        return new Story(
                "Casablanca, spring 2020",
                Grouped.of(accounts) + " synthetic customers, seed " + seed,
                "March, April and May 2020",
                List.of(),
                Casablanca.population(accounts, seed),
                rounds);
    }

    Set<String> tariffs() {
        Set<String> tariffs = new TreeSet<>();
        subscribers.forEach(subscriber -> subscriber
                .supplies()
                .forEach(supply -> tariffs.add(supply.agreement().tariff())));
        return tariffs;
    }

    /// The area that a round bills: one cycle takes in everybody, of several each has an area of its own.
    @Nullable String areaOf(Round round) {
        return rounds.stream().allMatch(other -> other.cycle().equals(round.cycle())) ? null : round.cycle();
    }

    int agreements() {
        return subscribers.stream()
                .mapToInt(subscriber -> subscriber.supplies().size())
                .sum();
    }
}
