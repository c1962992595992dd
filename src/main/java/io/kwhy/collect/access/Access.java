package io.kwhy.collect.access;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the cluster as people expect: a kubeconfig that is named, {@code KUBECONFIG}, {@code
 * ~/.kube/config}, k3s's own on a server, the service account of a pod.
 */
public final class Access {
  private static final Path OF_K3S = Path.of("/etc/rancher/k3s/k3s.yaml");
  private static final Path OF_POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

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
   * The login for the wanted cluster.
   *
   * @throws NoClusterException if there is none; it tells what is known instead
   */
  public static Login find(Wanted wanted, Map<String, String> environment)
      throws NoClusterException {
    String files = files(wanted, environment);
    Login login =
        files.isEmpty()
            ? ofPod(wanted, environment)
            : new KubeconfigLogin(files, wanted.context(), environment).login();
    if (wanted.user().isEmpty() && wanted.groups().isEmpty()) {
      return login;
    }
    if (wanted.user().isEmpty()) {
      throw new NoClusterException("--as-group: expected --as too, found none");
    }
    return as(wanted, login);
  }

  private static Login as(Wanted wanted, Login login) {
    List<Login.Header> headers = new ArrayList<>(login.headers());
    headers.removeIf(header -> header.name().startsWith("Impersonate-"));
    actAs(wanted.user(), wanted.groups(), headers);
    return new Login(
        login.server(), login.namespace(), headers, login.trust(), login.keys(), login.proxy());
  }

  static void actAs(String user, List<String> groups, List<Login.Header> headers) {
    if (!user.isEmpty()) {
      headers.add(new Login.Header("Impersonate-User", user));
      groups.forEach(group -> headers.add(new Login.Header("Impersonate-Group", group)));
    }
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
    if (environment.containsKey("KUBERNETES_SERVICE_HOST")
        && Files.isReadable(OF_POD.resolve("token"))) {
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

  private static Login ofPod(Wanted wanted, Map<String, String> environment)
      throws NoClusterException {
    if (!wanted.context().isEmpty()) {
      throw new NoClusterException(
          "--context: expected a kubeconfig with contexts, found only the service account of a pod");
    }
    String host = environment.get("KUBERNETES_SERVICE_HOST");
    String server =
        "https://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
    Login.Header token = new Login.Header("Authorization", "Bearer " + account("token").strip());
    return new Login(
        server,
        account("namespace").strip(),
        List.of(token),
        new Login.Trust(account("ca.crt"), /* anybody= */ false, ""),
        Login.Keys.NONE,
        Proxies.of(environment).on(server));
  }

  /** {@code ""} if the file is not there. */
  private static String account(String file) throws NoClusterException {
    Path path = OF_POD.resolve(file);
    try {
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new NoClusterException(path + ": cannot be read");
    }
  }
}
