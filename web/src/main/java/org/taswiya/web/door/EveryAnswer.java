package org.taswiya.web.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.taswiya.web.AgencyTerms;

/// What every answer bears, whichever door it comes through; [Door#guarded] adds what is about pages.
@Configuration(proxyBeanMethods = false)
public class EveryAnswer {
    /// Nothing of a device that no page asks for. A page that does says so itself.
    private static final String NOTHING_OF_THE_DEVICE =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    EveryAnswer() {}

    /// Nobody else's page holds a handle to one of ours, or loads what ours are made of.
    @Bean
    FilterRegistrationBean<Filter> apart() {
        FilterRegistrationBean<Filter> registered = new FilterRegistrationBean<>((request, response, chain) -> {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setHeader("Permissions-Policy", NOTHING_OF_THE_DEVICE);
            answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                guardError(answer);
            }
            chain.doFilter(request, response);
        });
        registered.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registered.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registered;
    }

    /// What the server refuses before it comes to any door.
    private static void guardError(HttpServletResponse answer) {
        Map<String, String> guards = Map.of(
                "Content-Security-Policy", Door.CONTENT,
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer");
        guards.forEach((name, value) -> {
            if (!answer.containsHeader(name)) {
                answer.setHeader(name, value);
            }
        });
    }

    /// Behind a proxy that speaks TLS every request came by it, whatever the proxy says: so browsers are told to come
    /// by nothing else (HSTS), and are sent to https.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> cameByTls(AgencyTerms terms) {
        return factory -> {
            if (terms.isBehindTls()) {
                factory.addConnectorCustomizers(connector -> {
                    connector.setScheme("https");
                    connector.setSecure(true);
                });
            }
        };
    }
}
