package org.taswiya.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/// An operator's SMSC that speaks SMPP 3.4, takes what it is given, and misbehaves as it is told to.
final class SmscSimulator implements AutoCloseable {
    static final String USER = "utility";
    static final String PASSWORD = "secret";

    /// What it was given.
    ///
    /// @param handle under which it knows it
    record Taken(String handle, SubmitSm request) {
        String to() {
            return request.getDestAddress();
        }

        byte[] bytes() {
            return request.getShortMessage();
        }
    }

    /// How it treats the next message, once; without any, it takes it.
    enum Mood {
        /// It takes the message, and goes away without an answer.
        HANG_UP,
        /// It takes the message, and never answers.
        SILENT,
        /// It reports the message as failed before it answers.
        FAILED_BEFORE_ANSWER
    }

    /// How long an answer to a report is waited for: on a busy machine the books take longer than the usual two
    /// seconds.
    private static final long PATIENCE_MILLIS = 30_000;

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final Map<String, Integer> statusOf = new ConcurrentHashMap<>();
    private final Deque<Mood> moods = new ConcurrentLinkedDeque<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger last = new AtomicInteger();

    /// @param port zero for any that is free
    SmscSimulator(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listener = new SMPPServerSessionListener(socket.getLocalPort(), new Listening(socket));
        listener.setMessageReceiverListener(new Receiver());
        listener.setPduProcessorDegree(8);
        listener.setQueueCapacity(10_000);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Taken> taken() {
        return taken;
    }

    /// Answers messages to numbers that begin so with a status, from now on.
    void answer(String number, int status) {
        statusOf.put(number, status);
    }

    void answerAllWell() {
        statusOf.clear();
    }

    void next(Mood... next) {
        moods.addAll(List.of(next));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                session.setTransactionTimer(PATIENCE_MILLIS);
                Thread.ofVirtual().start(() -> bind(session));
            } catch (IOException _) {
                return; // it is closed
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5_000);
            if (!request.getSystemId().equals(USER) || !request.getPassword().equals(PASSWORD)) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                return;
            }
            request.accept("simulator");
            sessions.add(session);
        } catch (PDUStringException | IOException | TimeoutException | IllegalStateException e) {
            session.close();
        }
    }

    /// Reports of a message, as an SMSC words it, to whoever is bound and takes reports.
    void report(String handle, String state) {
        report(handle, state, new OptionalParameter[0]);
    }

    void report(String handle, String state, OptionalParameter... parameters) {
        SMPPServerSession to = sessions.stream()
                .filter(session -> session.getSessionState().isReceivable())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody is bound who takes reports"));
        report(to, handle, state, parameters);
    }

    private static void report(SMPPServerSession to, String handle, String state, OptionalParameter... parameters) {
        String text = "id:" + handle + " sub:001 dlvrd:001 submit date:2003030900 done date:2003030901 stat:" + state
                + " err:000 text:Facture";
        try {
            to.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    "212600000001",
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "UTILITY",
                    new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) 0),
                    text.getBytes(StandardCharsets.ISO_8859_1),
                    parameters);
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            throw new IllegalStateException("the report of " + handle + " is not taken", e);
        }
    }

    /// Breaks all binds.
    void hangUp() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    long bound(SessionState as) {
        return sessions.stream()
                .filter(session -> session.getSessionState() == as)
                .count();
    }

    @Override
    public void close() {
        hangUp();
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private SubmitSmResult take(SubmitSm request, SMPPServerSession from) throws ProcessRequestException {
        for (Map.Entry<String, Integer> one : statusOf.entrySet()) {
            if (request.getDestAddress().startsWith(one.getKey())) {
                throw new ProcessRequestException("as told", one.getValue());
            }
        }
        String handle = String.format("%08X", last.incrementAndGet());
        taken.add(new Taken(handle, request));
        Mood mood = moods.poll();
        if (mood == Mood.HANG_UP) {
            from.close();
        } else if (mood == Mood.SILENT) {
            sleep();
        } else if (mood == Mood.FAILED_BEFORE_ANSWER) {
            report(from, handle, "UNDELIV");
        }
        try {
            return new SubmitSmResult(new MessageId(handle), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// All but messages is refused.
    private final class Receiver extends SmscRefusals {
        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm request, SMPPServerSession source)
                throws ProcessRequestException {
            return take(request, source);
        }
    }

    /// The library would open a port of its own; ours is known before.
    private record Listening(ServerSocket socket) implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }
}
