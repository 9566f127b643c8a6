package org.taswiya.web.watch;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.taswiya.store.DatabaseException;

/// Doors ask the database too, before a request comes to a page: what pages say while it is away, they say as well.
@Configuration(proxyBeanMethods = false)
public class AwayWatch {
    AwayWatch() {}

    /// Around the doors, within what every answer bears.
    @Bean
    FilterRegistrationBean<Filter> awayAtTheDoor(DatabaseAway away) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (DatabaseException failure) {
                if (response.isCommitted()) {
                    throw failure;
                }
                away.away(failure, (HttpServletResponse) response);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
