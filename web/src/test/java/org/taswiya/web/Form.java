package org.taswiya.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form as it stands on a page, with what is in its fields, to be filled in and sent.
///
/// @param names of the fields and what is in them
record Form(String path, Map<String, String> names) {
    private static final Pattern FORM =
            Pattern.compile("(?s)<form (?:class=\"[^\"]*\" )?method=\"post\" action=\"([^\"]+)\">(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern CHOSEN = Pattern.compile(
            "(?s)<select[^>]*name=\"([^\"]+)\"[^>]*>.*?<option value=\"([^\"]*)\"[^>]*\\bselected[^>]*>");

    /// The first form of a page that leads to an address with this ending.
    static Form of(HttpResponse<String> page, String ending) {
        Matcher forms = FORM.matcher(page.body());
        while (forms.find()) {
            if (forms.group(1).endsWith(ending)) {
                return new Form(forms.group(1), fields(forms.group(2)));
            }
        }
        throw new IllegalStateException("no form to " + ending + " on " + page.uri() + ": " + page.body());
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher chosen = CHOSEN.matcher(form);
        while (chosen.find()) {
            fields.put(chosen.group(1), plain(chosen.group(2)));
        }
        Matcher inputs = INPUT.matcher(form);
        while (inputs.find()) {
            String input = inputs.group();
            String name = attribute(input, "name");
            boolean isLeft = input.contains("type=\"radio\"") && !input.contains("checked");
            if (!name.isEmpty() && !name.equals("_csrf") && !isLeft) {
                fields.put(name, plain(attribute(input, "value")));
            }
        }
        return fields;
    }

    private static String attribute(String input, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(input);
        return found.find() ? found.group(1) : "";
    }

    private static String plain(String text) {
        return text.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    Form with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(names);
        other.put(name, value);
        return new Form(path, other);
    }

    /// What is in a field.
    String field(String name) {
        return names.getOrDefault(name, "");
    }

    HttpResponse<String> send(Browser browser) {
        List<String> all = new ArrayList<>();
        names.forEach((name, value) -> {
            all.add(name);
            all.add(value);
        });
        return browser.post(path, all.toArray(String[]::new));
    }

    /// Looks, then confirms what is shown.
    HttpResponse<String> sendTwiceTo(Browser browser) {
        return of(send(browser), path).send(browser);
    }
}
