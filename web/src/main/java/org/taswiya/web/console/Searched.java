package org.taswiya.web.console;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/// What was last typed into the search of a session. Its pages are named by numbers, which say nothing outside of the
/// session: names stand in no address, for addresses are kept by browsers and written into logs on the way.
///
/// @param first the number of the oldest that is kept
record Searched(long first, List<String> typed) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String KEPT = "taswiya.searched";
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    Searched {
        typed = List.copyOf(typed);
    }

    private static Searched of(HttpSession session) {
        return session.getAttribute(KEPT) instanceof Searched kept ? kept : new Searched(1, List.of());
    }

    /// @return its number
    static long keep(HttpSession session, String words) {
        String kept = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        Searched before = of(session);
        long number = before.first + before.typed.size();
        List<String> all = new ArrayList<>(before.typed);
        all.add(kept);
        int gone = Math.max(0, all.size() - MOST);
        session.setAttribute(KEPT, new Searched(before.first + gone, all.subList(gone, all.size())));
        return number;
    }

    /// Empty where it is kept no more.
    static String find(HttpSession session, long number) {
        Searched kept = of(session);
        long place = number - kept.first;
        return place >= 0 && place < kept.typed.size() ? kept.typed.get((int) place) : "";
    }
}
