package io.kwhy.cli.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes of a server on loopback one that is asked by TLS with certificates on both sides, as k3s
 * is: a rehearsal then loads what that takes, a third of what a live start loads.
 */
public final class TlsFront implements AutoCloseable {
  private static final char[] PASSWORD = "rehearsal".toCharArray();
  private static final String KEY = "rehearsal";
  private static final String AUTHORITY = "authority";

  /** A key on the curve P-256 as RFC 5915 has it, but for the key. */
  private static final String P256 = "30310201010420%sa00a06082a8648ce3d030107";

  private final KeyStore keys;
  private final SSLServerSocket socket;
  private final int plain;

  /**
   * Listens, until it is closed.
   *
   * @param file a key for 127.0.0.1 and its certificate, and that of the authority which signed it
   * @param plain the port of the server
   * @param protocols that it speaks, by their names in TLS; none are HTTP/1.1
   * @throws IOException if the file cannot be read, or there is no loopback
   * @throws GeneralSecurityException if the file holds no such keys
   */
  public TlsFront(Path file, int plain, String... protocols)
      throws IOException, GeneralSecurityException {
    this.plain = plain;
    this.keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    this.socket =
        (SSLServerSocket)
            context()
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
    SSLParameters wanted = socket.getSSLParameters();
    wanted.setNeedClientAuth(true);
    // As servers of Go, which take what a client would rather have.
    wanted.setUseCipherSuitesOrder(false);
    wanted.setApplicationProtocols(protocols);
    socket.setSSLParameters(wanted);
    daemon(this::serve);
  }

  private SSLContext context() throws GeneralSecurityException {
    // The authority's key is there too, and is not the one to show.
    KeyStore shown = empty();
    shown.setKeyEntry(KEY, keys.getKey(KEY, PASSWORD), PASSWORD, keys.getCertificateChain(KEY));
    KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
    mine.init(shown, PASSWORD);
    KeyStore trusted = empty();
    trusted.setCertificateEntry(AUTHORITY, keys.getCertificate(AUTHORITY));
    TrustManagerFactory theirs = TrustManagerFactory.getInstance("PKIX");
    theirs.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    return store;
  }

  /**
   * A kubeconfig as k3s writes it.
   *
   * @throws GeneralSecurityException if the keys cannot be written
   */
  public String kubeconfig() throws GeneralSecurityException {
    return """
        clusters: [{name: a, cluster: {server: 'https://127.0.0.1:%s', certificate-authority-data: %s}}]
        users: [{name: a, user: {client-certificate-data: %s, client-key-data: %s}}]
        contexts: [{name: a, context: {cluster: a, user: a}}]
        current-context: a
        """
        .formatted(
            socket.getLocalPort(),
            data("CERTIFICATE", keys.getCertificate(AUTHORITY).getEncoded()),
            data("CERTIFICATE", keys.getCertificate(KEY).getEncoded()),
            key());
  }

  /** In the form that k3s writes, if it is on the curve that k3s uses. */
  private String key() throws GeneralSecurityException {
    if (keys.getKey(KEY, PASSWORD) instanceof ECPrivateKey key) {
      String number = "%064x".formatted(key.getS());
      return data("EC PRIVATE KEY", HexFormat.of().parseHex(P256.formatted(number)));
    }
    return data("PRIVATE KEY", keys.getKey(KEY, PASSWORD).getEncoded());
  }

  private static String data(String kind, byte[] content) {
    String pem =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind);
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }

  private void serve() {
    try {
      while (true) {
        Socket one = socket.accept();
        Socket other = new Socket(InetAddress.getLoopbackAddress(), plain);
        daemon(() -> pass(one, other));
        daemon(() -> pass(other, one));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // One of them hung up.
    }
  }

  /** Runs that on a thread that ends with the program. */
  static void daemon(Runnable task) {
    Thread thread = new Thread(task, "kwhy-tls");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
