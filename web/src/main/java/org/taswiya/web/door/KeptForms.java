package org.taswiya.web.door;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Long texts of forms whose sign-in had ended, until they have signed in again. Whoever sends one may be anybody, so
/// there are so many at most, and of one network address a few: the oldest of its own go first. What is half an hour
/// old is forgotten.
final class KeptForms {
    /// As many letters of a form, names with them.
    static final int LETTERS_MOST = 36_000;

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final int most;
    private final int mostOfAddress;
    private final Map<String, Kept> forms = new LinkedHashMap<>();
    private final Map<String, Deque<String>> byAddress = new LinkedHashMap<>();

    private record Kept(String path, Map<String, String[]> fields, String address, Instant at) {}

    KeptForms(int most, int mostOfAddress) {
        this.most = most;
        this.mostOfAddress = mostOfAddress;
    }

    /// @return by which it is found again
    synchronized String keep(String path, Map<String, String[]> fields, String address, Instant now) {
        forgetBefore(now.minus(LONGEST));
        Deque<String> own = byAddress.computeIfAbsent(address, _ -> new ArrayDeque<>());
        if (own.size() >= mostOfAddress) {
            forget(own.getFirst());
        }
        while (forms.size() >= most) {
            forget(forms.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        forms.put(key, new Kept(path, Map.copyOf(fields), address, now));
        byAddress.computeIfAbsent(address, _ -> new ArrayDeque<>()).add(key);
        return key;
    }

    private void forgetBefore(Instant last) {
        List<String> old = forms.entrySet().stream()
                .filter(form -> form.getValue().at().isBefore(last))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(this::forget);
    }

    private void forget(String key) {
        Kept kept = forms.remove(key);
        if (kept == null) {
            return;
        }
        Deque<String> own = byAddress.get(kept.address());
        if (own != null && own.remove(key) && own.isEmpty()) {
            byAddress.remove(kept.address());
        }
    }

    /// What was typed at an address; empty where nothing is kept, or of another address.
    synchronized Map<String, String[]> of(@Nullable Object key, String path, Instant now) {
        forgetBefore(now.minus(LONGEST));
        Kept kept = key == null ? null : forms.get(key.toString());
        return kept == null || !kept.path().equals(path) ? Map.of() : kept.fields();
    }
}
