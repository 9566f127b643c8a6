package org.taswiya.web.watch;

import java.io.IOException;
import java.net.InetAddress;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.page.PageTold;

/// The door of those who collect metrics: another port than that of the pages, so that not everybody reads them.
public final class MetricsDoor implements AutoCloseable {
    private final HttpPages pages;

    private MetricsDoor(HttpPages pages) {
        this.pages = pages;
    }

    /// @param port zero for any that is free
    public static MetricsDoor open(InetAddress host, int port, MetricsPage page) throws IOException {
        HttpPages pages = HttpPages.at(host, port);
        pages.serve(asked -> asked.method().equals("GET") && asked.path().equals("/metrics")
                ? new PageTold(200, MetricsPage.TYPE, page.text(), "", "")
                : PageTold.unknown());
        return new MetricsDoor(pages);
    }

    public int port() {
        return pages.port();
    }

    @Override
    public void close() {
        pages.close();
    }
}
