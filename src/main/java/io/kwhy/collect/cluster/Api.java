package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.kwhy.collect.access.Client;
import io.kwhy.collect.access.NoClusterException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks the API, with time-outs; it only ever gets. */
final class Api implements AutoCloseable {
  private final Client client;
  private final Duration timeout;

  /**
   * @throws NoClusterException if what there is to log in with is no good
   */
  Api(Config config, Duration timeout) throws NoClusterException {
    this.client = new Client(config);
    this.timeout = timeout;
  }

  /** Where the API is. */
  String server() {
    return client.server();
  }

  /**
   * Asks for what is at a path, and does not wait for the answer.
   *
   * @param accept media types
   */
  Question ask(String path, String accept) {
    HttpRequest request =
        client
            .request(path)
            .header("Accept", accept)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .build();
    return new Question(client.http(), request, timeout);
  }

  /**
   * What the API answers at a path.
   *
   * @param accept media types
   * @param accepted codes other than 200 whose body is an answer too
   * @throws ApiException if it refuses or does not answer
   */
  <T> T get(String path, String accept, Set<Integer> accepted, Question.Body<T> reader)
      throws IOException {
    try (Question question = ask(path, accept)) {
      return question.answer(accepted, reader);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
