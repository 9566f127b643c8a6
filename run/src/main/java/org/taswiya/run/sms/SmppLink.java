package org.taswiya.run.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/// A bind to an SMSC, made when it is needed and kept while it lasts. Used by any number of threads.
final class SmppLink implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    /// Whoever is quiet for so long is asked whether it is there (`enquire_link`).
    private static final int QUIET_MILLIS = 30_000;

    /// Receipts are written into the books before they are answered, so some wait while answers to messages go on.
    private static final int THREADS = 4;

    private static final int WAITING_MOST = 1_000;

    private final SmppAccess access;
    private final BindType type;
    private final Duration answerMost;
    private final MessageReceiverListener incoming;
    private @Nullable SMPPSession open;

    /// @param answerMost how long an answer is waited for
    SmppLink(SmppAccess access, BindType type, Duration answerMost, MessageReceiverListener incoming) {
        this.access = access;
        this.type = type;
        this.answerMost = answerMost;
        this.incoming = incoming;
    }

    /// Makes sure that it is bound.
    ///
    /// @return what is wrong; empty when nothing is
    synchronized Optional<String> connect() {
        SMPPSession known = open;
        if (known != null && known.getSessionState().isBound()) {
            return Optional.empty();
        }
        if (known != null) {
            drop(known);
        }
        SMPPSession session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender()), new DefaultPDUReader(), SmppLink::connection);
        session.setEnquireLinkTimer(QUIET_MILLIS);
        session.setTransactionTimer(answerMost.toMillis());
        session.setPduProcessorDegree(THREADS);
        session.setQueueCapacity(WAITING_MOST);
        session.setMessageReceiverListener(incoming);
        try {
            session.connectAndBind(access.host(), access.port(), parameters(), answerMost.toMillis());
            open = session;
            return Optional.empty();
        } catch (IOException e) {
            session.close();
            return Optional.of(SmppStatus.words(e));
        }
    }

    private BindParameter parameters() {
        return new BindParameter(
                type, access.user(), access.password(), "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "");
    }

    /// Requests are small and wait for nothing; the library's own way would wait for minutes for a host that is silent.
    private static Connection connection(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return new SocketConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// [#connect] came before; another thread may have given it up since.
    synchronized Optional<SMPPSession> session() {
        return Optional.ofNullable(open);
    }

    /// Gives one up, unless another has come in its place.
    synchronized void drop(SMPPSession lost) {
        if (lost.equals(open)) {
            open = null;
        }
        lost.close();
    }

    @Override
    public synchronized void close() {
        SMPPSession known = open;
        open = null;
        if (known != null) {
            known.unbindAndClose();
        }
    }
}
