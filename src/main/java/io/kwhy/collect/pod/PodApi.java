package io.kwhy.collect.pod;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.kwhy.collect.access.Client;
import io.kwhy.collect.access.NoClusterException;
import io.kwhy.collect.cluster.ApiException;
import io.kwhy.collect.cluster.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes, asks after, reads and deletes pods in one namespace. */
final class PodApi implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int SAID = 64 << 10;

  /** An object of the API is at most 1.5 MiB, the limit of etcd. */
  private static final int LARGEST = 4 << 20;

  private final Client client;
  private final String pods;

  PodApi(Config config, String namespace) throws NoClusterException {
    this.client = new Client(config);
    this.pods = "/api/v1/namespaces/" + namespace + "/pods";
  }

  void create(String manifest) throws IOException {
    text(request(pods).post("application/json", manifest));
  }

  /** At once, whatever runs in it. */
  void delete(String name) throws IOException {
    text(
        request(pods + "/" + name + "?gracePeriodSeconds=0")
            .method("DELETE", "application/json", null));
  }

  String get(String name) throws IOException {
    return text(request(pods + "/" + name));
  }

  /**
   * The log from its start, as it grows, to its end. The caller closes it.
   *
   * @param seconds after which it ends in any case
   */
  InputStream log(String name, int seconds) throws IOException {
    HttpRequest.Builder request =
        request(pods + "/" + name + "/log?follow=true&container=" + PodRun.CONTAINER)
            .timeout(seconds, TimeUnit.SECONDS);
    return answer(request, seconds).body();
  }

  private HttpRequest.Builder request(String path) {
    return client.request(path).header("Accept", "application/json, */*");
  }

  private String text(HttpRequest.Builder request) throws IOException {
    int seconds = (int) TIMEOUT.toSeconds();
    try (InputStream body = answer(request.timeout(seconds, TimeUnit.SECONDS), seconds).body()) {
      return new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<InputStream> answer(HttpRequest.Builder request, int seconds)
      throws IOException {
    HttpResponse<InputStream> response;
    try {
      response =
          client
              .http()
              .sendAsync(request.build(), InputStream.class)
              .get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new ApiException(0, "no answer in " + seconds + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(0, "interrupted");
    } catch (ExecutionException e) {
      throw new ApiException(0, String.valueOf(e.getCause().getMessage()));
    }
    if (response.code() >= 300) {
      try (InputStream body = response.body()) {
        String said = new String(body.readNBytes(SAID), StandardCharsets.UTF_8);
        throw new ApiException(response.code(), Status.message(response.code(), said));
      }
    }
    return response;
  }

  @Override
  public void close() {
    client.close();
  }
}
