package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks the API, with time-outs; it only ever gets. */
final class Api implements AutoCloseable {
  private final HttpClient client;
  private final String server;
  private final Duration timeout;

  /**
   * @throws NoClusterException if what the configuration has to log in with is no good
   */
  Api(Config config, Duration timeout) throws NoClusterException {
    this.client = client(config);
    String url = config.getMasterUrl();
    this.server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.timeout = timeout;
  }

  private static HttpClient client(Config config) throws NoClusterException {
    try {
      return HttpClientUtils.getHttpClientFactory().newBuilder(config).build();
    } catch (KubernetesClientException e) {
      // The library's message may quote a key.
      throw new NoClusterException(
          "cluster " + config.getMasterUrl() + ": expected certificates and a key, found others");
    }
  }

  /** Where the API is. */
  String server() {
    return server;
  }

  /**
   * Asks for what is at a path, and does not wait for the answer.
   *
   * @param accept media types
   */
  Question ask(String path, String accept) {
    HttpRequest request =
        client
            .newHttpRequestBuilder()
            .uri(server + path)
            .header("Accept", accept)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .build();
    return new Question(client, request, timeout);
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
