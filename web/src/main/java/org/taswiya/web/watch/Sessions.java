package org.taswiya.web.watch;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;

/// How many sessions there are, of customers, staff and those who only look at the way in.
public final class Sessions implements HttpSessionListener {
    private final AtomicInteger open = new AtomicInteger();

    Sessions() {}

    public int open() {
        return open.get();
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.incrementAndGet();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.decrementAndGet();
    }
}
