package org.taswiya.web.door;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The forms that a session keeps because a sign-in had ended, the last of each page: each for whoever it was made for.
record LeftForms(List<One> forms) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    static final LeftForms NONE = new LeftForms(List.of());

    /// As many at once.
    static final int MOST = 10;

    LeftForms {
        forms = List.copyOf(forms);
    }

    /// @param writer for whom it was made
    /// @param begin of what was typed there, to know it by
    /// @param fields few letters, which a session may hold; null where they are too many
    /// @param key by which [KeptForms] finds the many; null for few
    /// @param isOpened whether it was shown again
    record One(
            String page,
            String writer,
            String begin,
            @Nullable Map<String, String[]> fields,
            @Nullable String key,
            boolean isOpened)
            implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        One {
            fields = fields == null ? null : new TreeMap<>(fields);
        }

        private boolean isOf(String somePage, String someWriter) {
            return page.equals(somePage) && writer.equals(someWriter);
        }

        int letters() {
            return fields == null ? 0 : letters(fields);
        }

        static int letters(Map<String, String[]> fields) {
            return fields.entrySet().stream()
                    .mapToInt(field -> field.getKey().length()
                            + Stream.of(field.getValue())
                                    .mapToInt(String::length)
                                    .sum())
                    .sum();
        }
    }

    Optional<One> of(String page, String writer) {
        return forms.stream().filter(one -> one.isOf(page, writer)).findFirst();
    }

    /// The newest first.
    List<One> of(String writer) {
        return forms.stream()
                .filter(one -> one.writer().equals(writer))
                .toList()
                .reversed();
    }

    /// Of one page and writer the last alone.
    LeftForms with(One form) {
        return new LeftForms(Stream.concat(
                        forms.stream().filter(one -> !one.isOf(form.page(), form.writer())), Stream.of(form))
                .toList());
    }

    LeftForms opened(One form) {
        int at = forms.indexOf(form);
        List<One> now = new ArrayList<>(forms);
        now.set(at, new One(form.page(), form.writer(), form.begin(), form.fields(), form.key(), true));
        return new LeftForms(now);
    }

    /// What the session itself holds.
    int letters() {
        return forms.stream().mapToInt(One::letters).sum();
    }
}
