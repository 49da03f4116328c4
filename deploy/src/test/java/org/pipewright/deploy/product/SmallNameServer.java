package org.pipewright.deploy.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows the texts of tests and no other name: DNS over UDP as in RFC 1035, as small as it can be. */
public final class SmallNameServer {

    private static final int HEADER_BYTES = 12;
    private static final int MOST_BYTES = 512;
    private static final short ANSWER = (short) 0x8400;
    private static final short NO_SUCH_NAME = (short) 0x8403;
    private static final short NAME_OF_QUESTION = (short) 0xc00c;
    private static final short TXT = 16;
    private static final short INTERNET = 1;

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    /** On that port of the machine itself; on any free one where it is 0. */
    SmallNameServer(int port) {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread answering = new Thread(this::answer, "small name server");
        answering.setDaemon(true);
        answering.start();
    }

    /** Its address as a setting. */
    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Publishes a text under a name. */
    public void publish(String name, String text) {
        texts.put(name, text);
    }

    /** Takes the text back. */
    public void withdraw(String name) {
        texts.remove(name);
    }

    private void answer() {
        byte[] room = new byte[MOST_BYTES];
        while (!socket.isClosed()) {
            DatagramPacket asked = new DatagramPacket(room, room.length);
            try {
                socket.receive(asked);
                byte[] answer = answerTo(ByteBuffer.wrap(room, 0, asked.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] answerTo(ByteBuffer asked) {
        short id = asked.getShort();
        asked.position(HEADER_BYTES);
        String name = name(asked);
        int end = asked.position() + 4;
        Optional<String> text = Optional.ofNullable(texts.get(name));
        byte[] question = new byte[end - HEADER_BYTES];
        asked.position(HEADER_BYTES);
        asked.get(question);
        ByteBuffer answer = ByteBuffer.allocate(MOST_BYTES)
                .putShort(id)
                .putShort(text.isPresent() ? ANSWER : NO_SUCH_NAME)
                .putShort((short) 1)
                .putShort((short) (text.isPresent() ? 1 : 0))
                .putInt(0)
                .put(question);
        text.ifPresent(found -> add(answer, found.getBytes(StandardCharsets.US_ASCII)));
        byte[] bytes = new byte[answer.position()];
        answer.flip().get(bytes);
        return bytes;
    }

    private static void add(ByteBuffer answer, byte[] text) {
        answer.putShort(NAME_OF_QUESTION).putShort(TXT).putShort(INTERNET).putInt(0);
        answer.putShort((short) (text.length + 1)).put((byte) text.length).put(text);
    }

    private static String name(ByteBuffer from) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (int length = from.get(); length > 0; length = from.get()) {
            byte[] label = new byte[length];
            from.get(label);
            name.writeBytes(label);
            name.write('.');
        }
        return name.toString(StandardCharsets.US_ASCII).replaceAll("\\.$", "");
    }
}
