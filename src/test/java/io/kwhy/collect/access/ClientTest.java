package io.kwhy.collect.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kubeconfig says of trust and of the login, against a server that speaks TLS. */
class ClientTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** By name; each is made once for all tests. */
  private static final Map<String, KeyStore> KEYS = new HashMap<>();

  @TempDir private Path folder;
  private HttpsServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void server_that_the_kubeconfigs_authority_vouches_for_is_told_who_asks() throws Exception {
    KeyStore here = serve("here", "ip:127.0.0.1");

    assertThat(asked(authority(here), "{token: secret, as: jane, as-groups: [readers]}"))
        .isEqualTo("Bearer secret, jane, readers");
  }

  @Test
  void server_of_another_authority_is_not_trusted() throws Exception {
    serve("here", "ip:127.0.0.1");
    KeyStore other = keys("other", "ip:127.0.0.1");

    assertThatThrownBy(() -> asked(authority(other), "{token: secret}"))
        .hasRootCauseInstanceOf(CertPathBuilderException.class);
  }

  @Test
  void certificate_of_another_name_is_refused() throws Exception {
    KeyStore named = serve("named", "dns:k3s.example");

    assertThatThrownBy(() -> asked(authority(named), "{token: secret}"))
        .hasRootCauseInstanceOf(SSLException.class);
  }

  @Test
  void the_name_may_be_another_that_the_kubeconfig_gives() throws Exception {
    KeyStore named = serve("named", "dns:k3s.example");

    assertThat(asked(authority(named) + ", tls-server-name: k3s.example", "{token: secret}"))
        .isEqualTo("Bearer secret, null, null");
    assertThatThrownBy(
            () -> asked(authority(named) + ", tls-server-name: other.example", "{token: secret}"))
        .hasRootCauseInstanceOf(SSLException.class);
  }

  @Test
  void nobody_is_checked_where_the_kubeconfig_says_so() throws Exception {
    serve("named", "dns:k3s.example");

    assertThat(asked("insecure-skip-tls-verify: true", "{token: secret}"))
        .isEqualTo("Bearer secret, null, null");
  }

  /** What the server was told of who asks. */
  private String asked(String cluster, String user) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            clusters: [{name: c, cluster: {server: 'https://127.0.0.1:%d', %s}}]
            users: [{name: u, user: %s}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            current-context: c
            """
                .formatted(server.getAddress().getPort(), cluster, user));
    Access.Wanted wanted = new Access.Wanted(file.toString(), "", "", List.of());
    try (Client client = new Client(Access.find(wanted, Map.of()))) {
      return client
          .http()
          .sendAsync(client.request("/version").build(), String.class)
          .get(20, TimeUnit.SECONDS)
          .body();
    }
  }

  private static String authority(KeyStore keys) throws Exception {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("k").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return "certificate-authority-data: "
        + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }

  private KeyStore serve(String name, String san) throws Exception {
    KeyStore keys = keys(name, san);
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          byte[] said =
              "%s, %s, %s"
                  .formatted(
                      headers.getFirst("Authorization"),
                      headers.getFirst("Impersonate-User"),
                      headers.getFirst("Impersonate-Group"))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, said.length);
          exchange.getResponseBody().write(said);
          exchange.close();
        });
    server.start();
    return keys;
  }

  private KeyStore keys(String name, String san) throws Exception {
    KeyStore keys = KEYS.get(name);
    if (keys == null) {
      keys = made(name, san);
      KEYS.put(name, keys);
    }
    return keys;
  }

  /** A key and a certificate that vouches for itself, made by the JDK's own tool. */
  private KeyStore made(String name, String san) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + san,
                "-storepass",
                new String(PASSWORD),
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }
}
