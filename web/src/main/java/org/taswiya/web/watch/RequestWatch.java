package org.taswiya.web.watch;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;

/// Counts every request, and writes it into a log of lines for programs, by the pattern of its route.
@Configuration(proxyBeanMethods = false)
public class RequestWatch {
    /// Switched on with the log's form for programs.
    static final String LOGGER = "request";

    /// What no page has asked for, and what was refused before it came to one.
    private static final String NO_ROUTE = "none";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    RequestWatch() {}

    /// Around all else, the door too.
    @Bean
    FilterRegistrationBean<Filter> watch(RequestCounts counts) {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>((request, response, chain) -> watched(counts, request, response, chain));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Sessions sessions() {
        return new Sessions();
    }

    private static void watched(
            RequestCounts counts, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = System.nanoTime();
        counts.begun();
        boolean isThrown = true;
        try {
            chain.doFilter(request, response);
            isThrown = false;
        } finally {
            String method = ((HttpServletRequest) request).getMethod();
            method = METHODS.contains(method) ? method : "other";
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            String route = pattern == null ? NO_ROUTE : pattern.toString();
            int status = isThrown ? 500 : ((HttpServletResponse) response).getStatus();
            long nanos = System.nanoTime() - began;
            counts.ended(method, route, status, nanos);
            LOG.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", route)
                    .addKeyValue("status", status)
                    .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(nanos))
                    .log("answered");
        }
    }
}
