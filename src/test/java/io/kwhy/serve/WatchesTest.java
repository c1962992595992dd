package io.kwhy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What a client hears of its watch, it may answer with another at once. */
class WatchesTest {
  @Test
  void the_oldest_is_whose_client_heard_of_it_first() throws Exception {
    try (Watches watches = new Watches()) {
      Watched first =
          new Watched(
              () -> {
                for (int i = 0; i < Watches.MOST; i++) {
                  keep(watches, new Watched(() -> {}));
                }
              });

      watches.keep(first, 0);

      assertThat(first.closed).isTrue();
    }
  }

  @Test
  void a_client_that_is_gone_takes_no_place() {
    try (Watches watches = new Watches()) {
      Watched kept = new Watched(() -> {});
      keep(watches, kept);
      Watched gone =
          new Watched(
              () -> {
                throw new UncheckedIOException(new IOException("gone"));
              });
      for (int i = 0; i < Watches.MOST; i++) {
        try {
          keep(watches, gone);
        } catch (UncheckedIOException e) {
          assertThat(e).hasMessageContaining("gone");
        }
      }

      assertThat(gone.closed).isTrue();
      assertThat(kept.closed).isFalse();
    }
  }

  private static void keep(Watches watches, Watched watched) {
    try {
      watches.keep(watched, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An exchange whose client does something as soon as it has the headers. */
  private static final class Watched extends HttpExchange {
    private final Headers headers = new Headers();
    private final Runnable client;
    private boolean closed;

    Watched(Runnable client) {
      this.client = client;
    }

    @Override
    public void sendResponseHeaders(int status, long length) throws IOException {
      try {
        client.run();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    @Override
    public Headers getResponseHeaders() {
      return headers;
    }

    @Override
    public OutputStream getResponseBody() {
      return new ByteArrayOutputStream();
    }

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public Headers getRequestHeaders() {
      throw new UnsupportedOperationException();
    }

    @Override
    public URI getRequestURI() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getRequestMethod() {
      throw new UnsupportedOperationException();
    }

    @Override
    public HttpContext getHttpContext() {
      throw new UnsupportedOperationException();
    }

    @Override
    public InputStream getRequestBody() {
      throw new UnsupportedOperationException();
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getResponseCode() {
      throw new UnsupportedOperationException();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getProtocol() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object getAttribute(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setStreams(InputStream in, OutputStream out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public HttpPrincipal getPrincipal() {
      throw new UnsupportedOperationException();
    }
  }
}
