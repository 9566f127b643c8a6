package org.taswiya.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.taswiya.web.page.Frame;

/// A page that is shown again after a new sign-in is given what was typed there as if it stood in its address
/// ([Wanted]).
public final class TypedBefore extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String[]> typed = Wanted.typed(request);
        if (!typed.isEmpty()) {
            request.setAttribute(Frame.TYPED, typed);
        }
        request.setAttribute(Frame.LEFT, Wanted.others(request));
        chain.doFilter(typed.isEmpty() ? request : new Filled(request, typed), response);
    }

    private static final class Filled extends HttpServletRequestWrapper {
        private final Map<String, String[]> fields;

        Filled(HttpServletRequest request, Map<String, String[]> typed) {
            super(request);
            Map<String, String[]> all = new HashMap<>(request.getParameterMap());
            all.putAll(typed);
            this.fields = Collections.unmodifiableMap(all);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = fields.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return fields;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return fields.get(name);
        }
    }
}
