package org.taswiya.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before an SMTP server and plays what real ones do on bad days: it answers some commands itself, and goes away
/// with the answer to a message that the server has taken.
final class SmtpProxy implements AutoCloseable {
    private final int server;
    private final ServerSocket door;

    /// By what a command begins with.
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private final AtomicInteger lostAnswers = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;

    SmtpProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    /// From now on; an empty answer leaves it to the server again.
    void answer(String command, String answer) {
        if (answer.isEmpty()) {
            answers.remove(command);
        } else {
            answers.put(command, answer);
        }
    }

    /// Ends each connection after so many messages, without a word.
    void endAfter(int messages) {
        most = messages;
    }

    /// Loses the answers to so many messages.
    void loseAnswers(int count) {
        lostAnswers.set(count);
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                BufferedReader asked = reader(client);
                BufferedReader said = reader(behind)) {
            OutputStream toClient = client.getOutputStream();
            OutputStream toServer = behind.getOutputStream();
            pass(said, toClient);
            int taken = 0;
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                String own = own(line);
                if (!own.isEmpty()) {
                    write(toClient, own);
                    continue;
                }
                write(toServer, line);
                if (pass(said, toClient).startsWith("354")) {
                    String part = asked.readLine();
                    while (part != null && !part.equals(".")) {
                        write(toServer, part);
                        part = asked.readLine();
                    }
                    write(toServer, ".");
                    if (lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        said.readLine();
                        return;
                    }
                    pass(said, toClient);
                    if (++taken == most) {
                        return;
                    }
                }
            }
        } catch (IOException _) {
            // one of the two has gone
        }
    }

    private String own(String line) {
        return answers.entrySet().stream()
                .filter(answer -> line.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /// An answer may have several lines; all but the last have a hyphen after the code.
    private static String pass(BufferedReader from, OutputStream to) throws IOException {
        String line = from.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            write(to, line);
            line = from.readLine();
        }
        if (line == null) {
            throw new IOException("the server has gone");
        }
        write(to, line);
        return line;
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
