package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the API, with time-outs and at most two more tries; it only ever gets. */
final class Api implements AutoCloseable {
  private static final int TRIES = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int ERROR_BYTES = 64 << 10;

  private final HttpClient client;
  private final String server;
  private final Duration timeout;

  Api(Config config, Duration timeout) {
    this.client = HttpClientUtils.getHttpClientFactory().newBuilder(config).build();
    String url = config.getMasterUrl();
    this.server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.timeout = timeout;
  }

  /** Reads an answer. */
  @FunctionalInterface
  interface Body<T> {
    T read(InputStream body) throws IOException;
  }

  /** Where the API is. */
  String server() {
    return server;
  }

  /**
   * What the API answers at a path.
   *
   * @param accept media types
   * @param accepted codes other than 200 whose body is an answer too
   * @throws ApiException if it refuses or does not answer
   */
  <T> T get(String path, String accept, Set<Integer> accepted, Body<T> reader) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(path, accept, accepted, reader);
      } catch (Unavailable e) {
        if (attempt == TRIES || e.wait.compareTo(LONGEST_WAIT) > 0) {
          throw e.reason;
        }
        pause(e.wait.isZero() ? Duration.ofMillis(200L << attempt) : e.wait);
      }
    }
  }

  private <T> T once(String path, String accept, Set<Integer> accepted, Body<T> reader)
      throws IOException, Unavailable {
    HttpRequest request =
        client
            .newHttpRequestBuilder()
            .uri(server + path)
            .header("Accept", accept)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .build();
    HttpResponse<InputStream> response = answer(client.sendAsync(request, InputStream.class));
    try (InputStream body = response.body()) {
      if (response.code() == 200 || accepted.contains(response.code())) {
        return reader.read(body);
      }
      String said = new String(body.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8);
      ApiException refused =
          new ApiException(response.code(), Status.message(response.code(), said));
      if (response.code() == 429 || response.code() >= 500) {
        throw new Unavailable(refused, retryAfter(response));
      }
      throw refused;
    }
  }

  private HttpResponse<InputStream> answer(CompletableFuture<HttpResponse<InputStream>> future)
      throws IOException, Unavailable {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw noAnswer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(0, "interrupted");
    } catch (ExecutionException e) {
      // The client's own time-out may be the first to see it.
      if (e.getCause() instanceof InterruptedIOException) {
        throw noAnswer();
      }
      throw new Unavailable(new ApiException(0, reason(e.getCause())), Duration.ZERO);
    }
  }

  private ApiException noAnswer() {
    return new ApiException(0, "no answer in " + timeout.toSeconds() + " s");
  }

  private static String reason(Throwable cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String said = deepest.getMessage();
    return said == null ? deepest.getClass().getSimpleName() : said;
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    String value = response.header("Retry-After");
    return value != null && value.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(value))
        : Duration.ZERO;
  }

  private static void pause(Duration wait) throws ApiException {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(0, "interrupted");
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** Worth another try. */
  private static final class Unavailable extends Exception {
    private final transient ApiException reason;
    private final transient Duration wait;

    Unavailable(ApiException reason, Duration wait) {
      super(reason);
      this.reason = reason;
      this.wait = wait;
    }
  }
}
