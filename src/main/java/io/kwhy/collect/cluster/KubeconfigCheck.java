package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the library passes over without a word: where a context names a cluster that is not there it
 * asks another, and where there is no login it asks as nobody.
 */
final class KubeconfigCheck {
  private final String files;
  private final Config config;
  private final String name;
  private final Context context;

  /**
   * @param files as {@code KUBECONFIG} has them
   * @param config what was read of them, with a current context
   */
  KubeconfigCheck(String files, Config config) {
    this.files = files;
    this.config = config;
    this.name = config.getCurrentContext().getName();
    this.context = config.getCurrentContext().getContext();
  }

  /**
   * Goes through the current context.
   *
   * @throws NoClusterException naming what is missing, and what there is instead
   */
  void run() throws NoClusterException {
    if (config.getFileWithCluster() == null) {
      throw missing("cluster", context.getCluster(), clusters());
    }
    String user = context.getUser() == null ? "" : context.getUser();
    if (!user.isEmpty() && config.getFileWithAuthInfo() == null) {
      throw missing("user", user, users().map(NamedAuthInfo::getName));
    }
    readable("certificate-authority", config.getCaCertFile());
    readable("client-certificate", config.getClientCertFile());
    readable("client-key", config.getClientKeyFile());
    Optional<String> program = hasLogin() ? Optional.empty() : program(user);
    if (program.isPresent()) {
      throw new NoClusterException(
          "%s: expected a token or a certificate from %s for the user %s, got none; run it by hand to see why"
              .formatted(files, program.get(), user));
    }
  }

  private NoClusterException missing(String what, String found, Stream<String> known) {
    String names = known.sorted().collect(Collectors.joining(", "));
    return new NoClusterException(
        "%s: context %s: expected as %s %s, found %s"
            .formatted(
                files,
                name,
                what,
                names.isEmpty() ? "one that is there" : "one of " + names,
                found));
  }

  private void readable(String what, String file) throws NoClusterException {
    if (file != null && !file.isEmpty() && !Files.isReadable(Path.of(file))) {
      throw new NoClusterException(
          "%s: context %s: expected a %s in %s, found none that can be read"
              .formatted(files, name, what, file));
    }
  }

  /** The program that is to give a user's login. */
  private Optional<String> program(String user) {
    return users()
        .filter(each -> user.equals(each.getName()) && each.getUser() != null)
        .map(NamedAuthInfo::getUser)
        .map(AuthInfo::getExec)
        .filter(Objects::nonNull)
        .map(ExecConfig::getCommand)
        .findFirst();
  }

  private boolean hasLogin() {
    return Stream.of(
            config.getOauthToken(),
            config.getAutoOAuthToken(),
            config.getUsername(),
            config.getClientCertData(),
            config.getClientCertFile())
        .anyMatch(each -> each != null && !each.isEmpty());
  }

  private Stream<String> clusters() {
    return parsed().stream()
        .flatMap(each -> each.getClusters().stream())
        .map(NamedCluster::getName);
  }

  private Stream<NamedAuthInfo> users() {
    return parsed().stream().flatMap(each -> each.getUsers().stream());
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
