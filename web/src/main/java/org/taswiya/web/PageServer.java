package org.taswiya.web;

import static java.util.Map.entry;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.Passwords;
import org.taswiya.web.watch.LogLayout;
import org.taswiya.web.watch.MetricsPage;
import org.taswiya.web.watch.Readiness;
import org.taswiya.web.watch.RequestCounts;
import org.taswiya.web.watch.Sessions;

/// Serves the pages of a site until it is closed.
public final class PageServer implements AutoCloseable {
    private final ServletWebServerApplicationContext context;
    private final StopTerms stopTerms;

    private PageServer(ServletWebServerApplicationContext context, StopTerms stopTerms) {
        this.context = context;
        this.stopTerms = stopTerms;
    }

    /// Serves from now on.
    ///
    /// @param port zero for any that is free
    public static PageServer start(
            Site site, AgencyTerms terms, DoorTerms door, InetAddress host, int port, StopTerms stopTerms) {
        site.database().raiseWall();
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false); // whoever started us closes us, and the database after us
        application.setDefaultProperties(settings(terms, host, port, stopTerms));
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("site", site);
            context.getBeanFactory().registerSingleton("terms", terms);
            context.getBeanFactory().registerSingleton("door", door);
            context.getBeanFactory().registerSingleton("readiness", new Readiness(site.database()));
            context.getBeanFactory().registerSingleton("counts", new RequestCounts());
        });
        return new PageServer((ServletWebServerApplicationContext) application.run(), stopTerms);
    }

    /// Behind TLS a cookie goes nowhere else (`__Host-`), and who asks is whom the proxy says: else all customers would
    /// be one address, and one of them could use up the tries of all.
    private static Map<String, Object> settings(AgencyTerms terms, InetAddress host, int port, StopTerms stopTerms) {
        boolean isTls = terms.isBehindTls();
        return Map.ofEntries(
                entry("server.servlet.session.cookie.name", isTls ? "__Host-session" : "session"),
                entry("server.servlet.session.cookie.secure", isTls),
                entry("server.servlet.session.cookie.http-only", true),
                entry("server.servlet.session.cookie.path", "/"),
                entry("server.forward-headers-strategy", isTls ? "native" : "none"),
                entry("server.port", port),
                entry("server.address", host.getHostAddress()),
                entry("server.shutdown", "graceful"),
                entry("server.servlet.session.cookie.same-site", "lax"),
                entry("server.servlet.session.timeout", "30m"),
                entry("server.tomcat.max-http-form-post-size", "256KB"),
                entry("server.tomcat.max-connections", 20_000),
                // nobody is sent to where the header Host says
                entry("server.tomcat.use-relative-redirects", true),
                // as much is taken off the line where nobody reads it: a browser hears when it has sent all
                entry("server.tomcat.max-swallow-size", "256MB"),
                // as much as is read before it is refused by a page that keeps what was typed; where: UploadGate
                entry("spring.servlet.multipart.max-file-size", "64MB"),
                entry("spring.servlet.multipart.max-request-size", "64MB"),
                entry("spring.servlet.multipart.file-size-threshold", "64KB"),
                // the page that says it is too large does not read it again
                entry("spring.servlet.multipart.resolve-lazily", true),
                entry("server.compression.enabled", true),
                entry("spring.web.resources.cache.cachecontrol.max-age", "365d"), // their names change with them
                entry("spring.threads.virtual.enabled", true),
                entry(
                        "spring.lifecycle.timeout-per-shutdown-phase",
                        stopTerms.within().toSeconds() + "s"),
                entry("logging.level.root", "warn"),
                // Of each request that a stranger malforms it says so: whoever sends it has been told, and nobody else
                // has to do anything.
                entry("logging.level." + DefaultHandlerExceptionResolver.class.getName(), "error"),
                entry("logging.level.request", Boolean.getBoolean(LogLayout.JSON) ? "info" : "off"));
    }

    /// Of all pages, as `GET /home`.
    List<String> routes() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + path)))
                .sorted()
                .toList();
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    MetricsPage metrics() {
        return new MetricsPage(
                context.getBean(Site.class).database(),
                context.getBean(Readiness.class),
                context.getBean(RequestCounts.class),
                context.getBean(Sessions.class),
                context.getBean(Passwords.class)::hashed);
    }

    /// Answers what has come already, and ends.
    @Override
    public void close() {
        stop();
    }

    /// The same.
    ///
    /// @return how many requests were cut off, because they took too long
    int stop() {
        if (!context.isActive()) {
            return 0;
        }
        RequestCounts counts = context.getBean(RequestCounts.class);
        context.getBean(Readiness.class).stopping();
        try {
            Thread.sleep(stopTerms.drain());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        context.close();
        return counts.atWork();
    }
}
