package io.kwhy.collect.access;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The current context of a kubeconfig: what the library passes over without a word is checked, and
 * added. Where a context names a cluster that is not there it asks another, where there is no login
 * it asks as nobody, and files with tokens, the user to act as and proxies of a cluster it does not
 * know at all, or not for TLS.
 */
final class CurrentContext {
  /** Where the library looks for authorities beside those of a kubeconfig. */
  private static final String AUTHORITIES = "javax.net.ssl.trustStore";

  private final String files;
  private final Config config;
  private final String name;
  private final Context context;

  /**
   * @param files as {@code KUBECONFIG} has them
   * @param config what was read of them, with a current context
   */
  CurrentContext(String files, Config config) {
    this.files = files;
    this.config = config;
    this.name = config.getCurrentContext().getName();
    this.context = config.getCurrentContext().getContext();
  }

  /**
   * Goes through the current context, and adds what the library left out.
   *
   * @throws NoClusterException naming what is missing, and what there is instead
   */
  void complete() throws NoClusterException {
    List<io.fabric8.kubernetes.api.model.Config> parsed = parsed();
    cluster(parsed);
    String user = context.getUser() == null ? "" : context.getUser();
    if (!user.isEmpty()) {
      user(parsed, user);
    }
    readable("certificate-authority", config.getCaCertFile());
    readable("client-certificate", config.getClientCertFile());
    readable("client-key", config.getClientKeyFile());
  }

  private void cluster(List<io.fabric8.kubernetes.api.model.Config> parsed)
      throws NoClusterException {
    List<NamedCluster> all = parsed.stream().flatMap(each -> each.getClusters().stream()).toList();
    Optional<Cluster> found =
        all.stream()
            .filter(each -> Objects.equals(each.getName(), context.getCluster()))
            .map(NamedCluster::getCluster)
            .filter(Objects::nonNull)
            .findFirst();
    if (found.isEmpty() || config.getFileWithCluster() == null) {
      throw missing("cluster", context.getCluster(), all.stream().map(NamedCluster::getName));
    }
    server(found.get());
    // As kubectl has it: where a kubeconfig names authorities, no others are trusted.
    if (isThere(config.getCaCertData()) || isThere(config.getCaCertFile())) {
      System.setProperty(AUTHORITIES, "NONE");
    }
  }

  private void server(Cluster cluster) throws NoClusterException {
    String server = cluster.getServer();
    if (server == null || !server.matches("(?i)https?://[^/\\s]+.*")) {
      throw new NoClusterException(
          "%s: context %s: expected a server as in https://192.0.2.1:6443, found %s"
              .formatted(files, name, isThere(server) ? server : "none"));
    }
    if (isThere(cluster.getProxyUrl())) {
      config.setHttpProxy(cluster.getProxyUrl());
      config.setHttpsProxy(cluster.getProxyUrl());
    }
  }

  private void user(List<io.fabric8.kubernetes.api.model.Config> parsed, String user)
      throws NoClusterException {
    List<NamedAuthInfo> all = parsed.stream().flatMap(each -> each.getUsers().stream()).toList();
    Optional<AuthInfo> found =
        all.stream()
            .filter(each -> user.equals(each.getName()) && each.getUser() != null)
            .map(NamedAuthInfo::getUser)
            .findFirst();
    if (found.isEmpty() || config.getFileWithAuthInfo() == null) {
      throw missing("user", user, all.stream().map(NamedAuthInfo::getName));
    }
    token(found.get());
    new KeyForm(config).tell();
    if (isThere(found.get().getAs())) {
      config.setImpersonateUsername(found.get().getAs());
      config.setImpersonateGroups(found.get().getAsGroups().toArray(String[]::new));
    }
    if (!hasLogin() && found.get().getExec() != null) {
      throw new NoClusterException(
          "%s: expected a token or a certificate from %s for the user %s, got none; run it by hand to see why"
              .formatted(files, found.get().getExec().getCommand(), user));
    }
  }

  /** A file goes first: it may have been renewed. */
  private void token(AuthInfo user) throws NoClusterException {
    if (isThere(user.getTokenFile())) {
      Path folder = config.getFileWithAuthInfo().toPath().toAbsolutePath().getParent();
      Path file = folder.resolve(user.getTokenFile());
      readable("token", file.toString());
      try {
        config.setAutoOAuthToken(Files.readString(file).strip());
      } catch (IOException e) {
        throw unreadable("token", file.toString());
      }
    }
  }

  private NoClusterException missing(String what, String found, Stream<String> known) {
    String names = known.filter(CurrentContext::isThere).sorted().collect(Collectors.joining(", "));
    return new NoClusterException(
        "%s: context %s: expected as %s %s, found %s"
            .formatted(
                files,
                name,
                what,
                names.isEmpty() ? "one that is there" : "one of " + names,
                isThere(found) ? found : "none"));
  }

  private void readable(String what, String file) throws NoClusterException {
    if (isThere(file) && !Files.isReadable(Path.of(file))) {
      throw unreadable(what, file);
    }
  }

  private NoClusterException unreadable(String what, String file) {
    return new NoClusterException(
        "%s: context %s: expected a %s in %s, found none that can be read"
            .formatted(files, name, what, file));
  }

  private boolean hasLogin() {
    return Stream.of(
            config.getOauthToken(),
            config.getAutoOAuthToken(),
            config.getUsername(),
            config.getClientCertData(),
            config.getClientCertFile())
        .anyMatch(CurrentContext::isThere);
  }

  private static boolean isThere(String text) {
    return text != null && !text.isEmpty();
  }

  private List<io.fabric8.kubernetes.api.model.Config> parsed() {
    List<io.fabric8.kubernetes.api.model.Config> all = new ArrayList<>();
    for (String file : files.split(File.pathSeparator, -1)) {
      if (!file.isBlank() && Files.isReadable(Path.of(file))) {
        all.add(KubeConfigUtils.parseConfig(new File(file)));
      }
    }
    return all;
  }
}
