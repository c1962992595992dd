package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the cluster as people expect: a kubeconfig that is named, {@code KUBECONFIG}, {@code
 * ~/.kube/config}, k3s's own on a server, the service account of a pod. The library falls back to
 * something else without a word where a file or a context is missing; here that is an error.
 */
public final class Access {
  private static final Path OF_K3S = Path.of("/etc/rancher/k3s/k3s.yaml");
  private static final Path OF_POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

  private static final int CONNECT_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 30_000;

  /**
   * What the user says about the cluster.
   *
   * @param kubeconfig {@code ""} for the usual places
   * @param context {@code ""} for the current one
   * @param user to act as, {@code ""} for oneself
   */
  public record Wanted(String kubeconfig, String context, String user, List<String> groups) {
    public Wanted {
      groups = List.copyOf(groups);
    }
  }

  private Access() {}

  /**
   * The configuration of the wanted cluster.
   *
   * @throws NoClusterException if there is none; it tells what is known instead
   */
  public static Config find(Wanted wanted, Map<String, String> environment)
      throws NoClusterException {
    String files = files(wanted, environment);
    Config config =
        files.isEmpty() ? ofPod(wanted) : new KubeconfigLogin(files, wanted.context()).login();
    proxy(config, environment);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setRequestTimeout(REQUEST_MILLIS);
    // Ours respect Retry-After, and end.
    config.setRequestRetryBackoffLimit(0);
    config.setUserAgent("kwhy");
    if (!wanted.user().isEmpty()) {
      config.setImpersonateUsername(wanted.user());
      config.setImpersonateGroups(wanted.groups().toArray(String[]::new));
    } else if (!wanted.groups().isEmpty()) {
      throw new NoClusterException("--as-group: expected --as too, found none");
    }
    return config;
  }

  /** Paths of kubeconfigs as {@code KUBECONFIG} has them; {@code ""} inside a pod. */
  private static String files(Wanted wanted, Map<String, String> environment)
      throws NoClusterException {
    if (!wanted.kubeconfig().isEmpty()) {
      return existing("--kubeconfig", wanted.kubeconfig());
    }
    String variable = environment.getOrDefault("KUBECONFIG", "");
    if (!variable.isBlank()) {
      return existing("KUBECONFIG", variable);
    }
    Path home = Path.of(environment.getOrDefault("HOME", "/"), ".kube", "config");
    for (Path file : List.of(home, OF_K3S)) {
      if (Files.isReadable(file)) {
        return file.toString();
      }
    }
    if (environment.containsKey("KUBERNETES_SERVICE_HOST") && Files.isReadable(OF_POD)) {
      return "";
    }
    throw new NoClusterException(
        "no cluster: expected --kubeconfig, KUBECONFIG, "
            + home
            + ", "
            + OF_K3S
            + " or the service account of a pod, found none that can be read");
  }

  private static String existing(String origin, String files) throws NoClusterException {
    boolean any =
        Stream.of(files.split(File.pathSeparator, -1))
            .anyMatch(file -> !file.isBlank() && Files.isReadable(Path.of(file)));
    if (!any) {
      throw new NoClusterException(
          origin + ": expected a kubeconfig in " + files + ", found none that can be read");
    }
    return files;
  }

  private static Config ofPod(Wanted wanted) throws NoClusterException {
    if (!wanted.context().isEmpty()) {
      throw new NoClusterException(
          "--context: expected a kubeconfig with contexts, found only the service account of a pod");
    }
    Config config = Config.autoConfigure(null);
    if (config.getAutoOAuthToken() != null) {
      // A line break behind it, as somebody's own Secret may have, is no part of it.
      config.setOauthToken(config.getAutoOAuthToken().strip());
    }
    config.setHttpsProxy(null);
    return config;
  }

  /** A proxy that the kubeconfig has for its cluster goes before those of the environment. */
  private static void proxy(Config config, Map<String, String> environment)
      throws NoClusterException {
    String server = config.getMasterUrl();
    String own = config.getHttpsProxy() == null ? "" : config.getHttpsProxy();
    String proxy = own.isEmpty() ? Proxies.of(environment).on(server) : own;
    String complete = proxy.isEmpty() ? null : Proxies.complete(proxy);
    config.setHttpProxy(complete);
    config.setHttpsProxy(complete);
    config.setNoProxy(null);
  }
}
