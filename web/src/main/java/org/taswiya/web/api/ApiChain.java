package org.taswiya.web.api;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.agency.BillPages;
import org.taswiya.web.pay.CardDesk;

/// What stands before everything below `/api`, and what answers there.
@Configuration(proxyBeanMethods = false)
public class ApiChain {
    private static final String CONTENT = "default-src 'none'; frame-ancestors 'none'";

    ApiChain() {}

    @Bean
    FilterRegistrationBean<ApiEdge> apiEdge() {
        FilterRegistrationBean<ApiEdge> edge = new FilterRegistrationBean<>(new ApiEdge());
        edge.addUrlPatterns("/api/*");
        edge.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        edge.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return edge;
    }

    @Bean
    FilterRegistrationBean<ErrorEdge> errorEdge() {
        FilterRegistrationBean<ErrorEdge> edge = new FilterRegistrationBean<>(new ErrorEdge());
        edge.addUrlPatterns("/*");
        edge.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        edge.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return edge;
    }

    /// After all others, so that it is asked first.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverProblems() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerProblems()));
    }

    @Bean
    @Order(0)
    SecurityFilterChain programs(HttpSecurity http, Site site) throws Exception {
        return http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(ApiServlet.DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .hasRole("PROGRAM"))
                .addFilterBefore(new BearerDoor(site), AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(BearerDoor::turnAway)
                        .accessDeniedHandler(BearerDoor::turnAway))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    ServletRegistrationBean<ApiServlet> apiServlet(Site site, AgencyTerms terms, BillPages papers, CardDesk cards) {
        ServletRegistrationBean<ApiServlet> api = new ServletRegistrationBean<>(
                new ApiServlet(site, new Operations(site, terms, papers, cards)), "/api/*");
        api.setName("api");
        return api;
    }
}
