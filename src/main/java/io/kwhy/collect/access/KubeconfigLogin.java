package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a context of kubeconfigs logs in, as the library's configuration; what is missing is an error
 * that names it. Left to itself the library asks another cluster where a context is not there, or
 * nobody in particular where the user is not, and passes over files with tokens and whom to act as.
 */
final class KubeconfigLogin {
  private final String files;
  private final Kubeconfig kubeconfig;
  private final String name;
  private final Config config = Config.empty();

  /**
   * @param files as {@code KUBECONFIG} has them
   * @param wanted name of a context, {@code ""} for the current one
   * @throws NoClusterException if there is no such context; it tells which there are
   */
  KubeconfigLogin(String files, String wanted) throws NoClusterException {
    this.files = files;
    this.kubeconfig = Kubeconfig.read(files);
    this.name = context(wanted);
  }

  private String context(String wanted) throws NoClusterException {
    Set<String> known = kubeconfig.contexts().keySet();
    String names = String.join(", ", known);
    if (!wanted.isEmpty()) {
      if (known.contains(wanted)) {
        return wanted;
      }
      throw new NoClusterException(
          known.isEmpty()
              ? "--context: " + files + " has no contexts at all"
              : "--context: expected one of " + names + ", found " + wanted);
    }
    if (known.contains(kubeconfig.current())) {
      return kubeconfig.current();
    }
    String found = kubeconfig.current().isEmpty() ? "none" : kubeconfig.current();
    throw new NoClusterException(
        files
            + ": expected a current context, found "
            + found
            + "; "
            + (known.isEmpty() ? "it has no contexts at all" : "--context may be one of " + names));
  }

  /** The login. */
  Config login() throws NoClusterException {
    Stanza context = kubeconfig.contexts().get(name);
    config.setNamespace(orNull(context.text("namespace")));
    cluster(named("cluster", context.text("cluster"), kubeconfig.clusters()));
    String user = context.text("user");
    if (!user.isEmpty()) {
      user(user, named("user", user, kubeconfig.users()));
    }
    return config;
  }

  private Stanza named(String what, String found, Map<String, Stanza> known)
      throws NoClusterException {
    if (known.containsKey(found)) {
      return known.get(found);
    }
    String names = String.join(", ", known.keySet());
    throw wrong(
        what,
        known.isEmpty() ? "one that is there" : "one of " + names,
        found.isEmpty() ? "none" : found);
  }

  private void cluster(Stanza cluster) throws NoClusterException {
    String server = cluster.text("server");
    if (!server.matches("(?i)https?://[^/\\s]+.*")) {
      throw wrong("server", "https://192.0.2.1:6443 or the like", orNone(server));
    }
    config.setMasterUrl(server);
    config.setTlsServerName(orNull(cluster.text("tls-server-name")));
    boolean anybody = cluster.flag("insecure-skip-tls-verify");
    config.setTrustCerts(anybody);
    config.setDisableHostnameVerification(anybody);
    config.setCaCertData(data(cluster, "certificate-authority"));
    config.setCaCertFile(file(cluster, "certificate-authority"));
    config.setHttpsProxy(orNull(cluster.text("proxy-url")));
    config.setHttpProxy(config.getHttpsProxy());
  }

  private void user(String name, Stanza user) throws NoClusterException {
    certificate(user);
    config.setAutoOAuthToken(orNull(token(user)));
    config.setUsername(orNull(user.text("username")));
    config.setPassword(user.text("password"));
    config.setImpersonateUsername(orNull(user.text("as")));
    config.setImpersonateGroups(user.texts("as-groups").toArray(String[]::new));
    boolean nothing =
        config.getAutoOAuthToken() == null
            && config.getUsername() == null
            && !user.has("client-certificate-data")
            && !user.has("client-certificate");
    if (nothing && user.has("exec")) {
      new LoginProgram(files, name, user.child("exec")).run(config);
    }
    config.setClientKeyAlgo(KeyForm.of(config));
  }

  private void certificate(Stanza user) throws NoClusterException {
    config.setClientCertData(data(user, "client-certificate"));
    config.setClientCertFile(file(user, "client-certificate"));
    config.setClientKeyData(data(user, "client-key"));
    config.setClientKeyFile(file(user, "client-key"));
    boolean certificate = config.getClientCertData() != null || config.getClientCertFile() != null;
    if (certificate && config.getClientKeyData() == null && config.getClientKeyFile() == null) {
      throw wrong("client-key", "one that goes with the client-certificate", "none");
    }
  }

  /** The field with {@code -data} goes first, as for kubectl; {@code null} if it is not there. */
  private static String data(Stanza stanza, String field) {
    return orNull(stanza.text(field + "-data").replaceAll("\\s", ""));
  }

  private String file(Stanza stanza, String field) throws NoClusterException {
    String file = stanza.path(field);
    if (file.isEmpty() || data(stanza, field) != null) {
      return null;
    }
    if (!Files.isReadable(Path.of(file))) {
      throw unreadable(field, file);
    }
    return file;
  }

  /** A file goes first: it may have been renewed. */
  private String token(Stanza user) throws NoClusterException {
    String file = user.path("tokenFile");
    if (!file.isEmpty()) {
      try {
        return Files.readString(Path.of(file)).strip();
      } catch (IOException e) {
        throw unreadable("token", file);
      }
    }
    Stanza provided = user.child("auth-provider").child("config");
    return List.of(user.text("token"), provided.text("access-token"), provided.text("id-token"))
        .stream()
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  private NoClusterException unreadable(String what, String file) {
    return new NoClusterException(
        "%s: context %s: expected a %s in %s, found none that can be read"
            .formatted(files, name, what, file));
  }

  private NoClusterException wrong(String what, String expected, String found) {
    return new NoClusterException(
        "%s: context %s: expected as %s %s, found %s"
            .formatted(files, name, what, expected, found));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
