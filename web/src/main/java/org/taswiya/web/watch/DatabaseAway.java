package org.taswiya.web.watch;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;

/// What pages say while the database is away or has too many others to answer: come again (503), not that something is
/// broken. The log says so once in a while and not for each request.
@ControllerAdvice
public final class DatabaseAway {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
    private static final long SAID_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final String TOO_MANY = "53300";
    private static final String AFTER_SECONDS = "5";

    private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - SAID_EVERY_NANOS);

    DatabaseAway() {}

    @ExceptionHandler(DatabaseException.class)
    void away(DatabaseException failure, HttpServletResponse response) throws IOException {
        if (!isPassing(failure)) {
            throw failure;
        }
        long last = saidAt.get();
        if (System.nanoTime() - last >= SAID_EVERY_NANOS && saidAt.compareAndSet(last, System.nanoTime())) {
            LOG.warn("the database does not answer, and pages say so", failure);
        }
        response.setHeader("Retry-After", AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    static boolean isPassing(DatabaseException failure) {
        return failure.fault() == Fault.NOT_REACHABLE
                || failure.getCause() instanceof SQLException refused && TOO_MANY.equals(refused.getSQLState());
    }
}
