package io.kwhy.cli.loopback;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Speaks just as much HTTP/2 as a rehearsal takes: API servers speak it, and the JDK's server does
 * not. Whatever is asked is answered with the same packed list of no objects.
 */
public final class Http2Server implements AutoCloseable {
  private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** Status 200, and a content-encoding, by their places in the table that HPACK begins with. */
  private static final byte[] PACKED = {(byte) 0x88, 0x0f, 0x0b, 4, 'g', 'z', 'i', 'p'};

  private final ServerSocket socket;
  private final byte[] list;

  /**
   * Listens, until it is closed.
   *
   * @throws IOException if there is no loopback
   */
  public Http2Server() throws IOException {
    this.list = packed("{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}");
    this.socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    TlsFront.daemon(this::serve);
  }

  /** Where it listens, without TLS. */
  public int port() {
    return socket.getLocalPort();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void serve() {
    try {
      while (true) {
        Socket one = socket.accept();
        TlsFront.daemon(() -> answer(one));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void answer(Socket one) {
    try (one;
        DataInputStream in = new DataInputStream(one.getInputStream());
        OutputStream out = one.getOutputStream()) {
      in.skipNBytes(PREFACE);
      frame(out, SETTINGS, 0, 0, new byte[0]);
      while (true) {
        answer(in, out);
      }
    } catch (EOFException e) {
      // All was asked.
    } catch (IOException e) {
      // The other side hung up.
    }
  }

  /** Reads a frame; a question fits in one. */
  private void answer(DataInputStream in, OutputStream out) throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    in.skipNBytes(length);
    if (type == SETTINGS && (flags & ACK) == 0) {
      frame(out, SETTINGS, ACK, 0, new byte[0]);
    } else if (type == HEADERS) {
      frame(out, HEADERS, END_HEADERS, stream, PACKED);
      frame(out, DATA, END_STREAM, stream, list);
    }
  }

  private static void frame(OutputStream out, int type, int flags, int stream, byte[] content)
      throws IOException {
    byte[] head = {
      (byte) (content.length >> 16),
      (byte) (content.length >> 8),
      (byte) content.length,
      (byte) type,
      (byte) flags,
      (byte) (stream >> 24),
      (byte) (stream >> 16),
      (byte) (stream >> 8),
      (byte) stream
    };
    out.write(head);
    out.write(content);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
