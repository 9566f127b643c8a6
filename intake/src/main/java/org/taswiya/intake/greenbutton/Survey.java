package org.taswiya.intake.greenbutton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.greenbutton.Directory.Resource;

/// The first reading of a file: whether it has the form that the schema demands, and what belongs to what. Of the
/// intervals it keeps how many there are and whether they come by time.
final class Survey implements AtomFeed.Receiver {
    private final Directory directory = new Directory();
    private final Map<String, BlockGroup> groups = new LinkedHashMap<>();
    private final Map<Long, String> lateGroups = new HashMap<>();
    private final List<EspiNode> contents = new ArrayList<>();
    private @Nullable BlockGroup blocks;

    @Override
    public void reading(AtomEntry soFar, EspiNode reading) {
        if (blocks == null) {
            blocks = new BlockGroup(soFar, reading.line());
        }
        try {
            blocks.add(Interval.of(reading));
        } catch (FeedRefused _) {
            // Said when the days are handed out.
            blocks.addUnread();
        }
    }

    @Override
    public void content(AtomEntry soFar, EspiNode content) {
        if (!content.name().equals("IntervalBlock")) {
            contents.add(content);
        }
    }

    @Override
    public void end(AtomEntry entry) {
        contents.forEach(content -> directory.add(new Resource(entry, content)));
        contents.clear();
        if (blocks != null) {
            BlockGroup brought = blocks.ownedBy(entry);
            blocks = null;
            if (entry.hasLateLink()) {
                lateGroups.put(entry.ordinal(), entry.group());
            }
            BlockGroup before = groups.putIfAbsent(entry.group(), brought);
            if (before != null) {
                before.add(brought);
            }
        }
    }

    Directory directory() {
        return directory;
    }

    /// The blocks by what they have in common.
    Map<String, BlockGroup> groups() {
        return groups;
    }

    /// The group of an entry, of which perhaps not all links are known yet.
    String groupOf(AtomEntry soFar) {
        return lateGroups.getOrDefault(soFar.ordinal(), soFar.group());
    }
}
