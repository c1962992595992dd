package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question to the API: it is on its way from the beginning, whenever the answer is read, and is
 * asked again, twice at most, where the API is too busy for one.
 */
final class Question implements AutoCloseable {
  private static final int TRIES = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int ERROR_BYTES = 64 << 10;

  private final HttpClient client;
  private final HttpRequest request;
  private final Duration timeout;
  private Sent sent;

  /** Reads an answer. */
  @FunctionalInterface
  interface Body<T> {
    T read(InputStream body) throws IOException;
  }

  /** A try that is on its way. */
  private record Sent(CompletableFuture<HttpResponse<AsyncBody>> answer, AnswerStream body) {}

  Question(HttpClient client, HttpRequest request, Duration timeout) {
    this.client = client;
    this.request = request;
    this.timeout = timeout;
    this.sent = send();
  }

  private Sent send() {
    AnswerStream body = new AnswerStream(timeout);
    return new Sent(client.consumeBytes(request, body), body);
  }

  /**
   * The answer.
   *
   * @param accepted codes other than 200 whose body is an answer too
   * @throws ApiException if the API refuses or does not answer
   */
  <T> T answer(Set<Integer> accepted, Body<T> reader) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return read(accepted, reader);
      } catch (Unavailable e) {
        if (attempt == TRIES || e.wait.compareTo(LONGEST_WAIT) > 0) {
          throw e.reason;
        }
        pause(e.wait.isZero() ? Duration.ofMillis(200L << attempt) : e.wait);
        sent = send();
      }
    }
  }

  private <T> T read(Set<Integer> accepted, Body<T> reader) throws IOException, Unavailable {
    HttpResponse<AsyncBody> response = response();
    try (AnswerStream body = sent.body()) {
      body.begin(response.body());
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

  private HttpResponse<AsyncBody> response() throws IOException, Unavailable {
    try {
      return sent.answer().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.answer().cancel(true);
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
    if (deepest instanceof UnknownHostException) {
      return "its name is not resolved";
    }
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

  /** Nobody waits for the answer any more, if it was not read. */
  @Override
  public void close() {
    CompletableFuture<HttpResponse<AsyncBody>> answer = sent.answer();
    if (!answer.cancel(true) && !answer.isCompletedExceptionally()) {
      answer.join().body().cancel();
    }
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
