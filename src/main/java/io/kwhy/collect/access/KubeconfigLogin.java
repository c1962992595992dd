package io.kwhy.collect.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a context of kubeconfigs logs in; what is missing there is an error that names it. */
final class KubeconfigLogin {
  private final String files;
  private final Kubeconfig config;
  private final String name;
  private final Map<String, String> environment;

  /**
   * @param files as {@code KUBECONFIG} has them
   * @param wanted name of a context, {@code ""} for the current one
   * @throws NoClusterException if there is no such context; it tells which there are
   */
  KubeconfigLogin(String files, String wanted, Map<String, String> environment)
      throws NoClusterException {
    this.files = files;
    this.config = Kubeconfig.read(files);
    this.name = context(wanted);
    this.environment = environment;
  }

  private String context(String wanted) throws NoClusterException {
    Set<String> known = config.contexts().keySet();
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
    if (known.contains(config.current())) {
      return config.current();
    }
    String found = config.current().isEmpty() ? "none" : config.current();
    throw new NoClusterException(
        files
            + ": expected a current context, found "
            + found
            + "; "
            + (known.isEmpty() ? "it has no contexts at all" : "--context may be one of " + names));
  }

  /** The login. */
  Login login() throws NoClusterException {
    Stanza context = config.contexts().get(name);
    Stanza cluster = named("cluster", context.text("cluster"), config.clusters());
    Stanza user =
        context.text("user").isEmpty()
            ? new Stanza(Path.of("/"), null)
            : named("user", context.text("user"), config.users());
    String server = server(cluster);
    List<Login.Header> headers = new ArrayList<>();
    String certificate = data(user, "client-certificate");
    Login.Keys keys =
        certificate.isEmpty()
            ? Login.Keys.NONE
            : new Login.Keys(certificate, data(user, "client-key"));
    String token = token(user);
    if (!token.isEmpty()) {
      headers.add(new Login.Header("Authorization", "Bearer " + token));
    } else if (!user.text("username").isEmpty()) {
      headers.add(basic(user.text("username"), user.text("password")));
    } else if (certificate.isEmpty() && user.has("exec")) {
      keys = new LoginProgram(files, context.text("user"), user.child("exec")).run(headers);
    }
    actAs(user, headers);
    return new Login(
        server, context.text("namespace"), headers, trust(cluster), keys, proxy(cluster, server));
  }

  private Stanza named(String what, String found, Map<String, Stanza> known)
      throws NoClusterException {
    if (known.containsKey(found)) {
      return known.get(found);
    }
    throw new NoClusterException(
        "%s: context %s: expected as %s %s, found %s"
            .formatted(
                files,
                name,
                what,
                known.isEmpty()
                    ? "one that is there"
                    : "one of " + String.join(", ", known.keySet()),
                found.isEmpty() ? "none" : found));
  }

  private String server(Stanza cluster) throws NoClusterException {
    String server = cluster.text("server");
    if (server.matches("(?i)https?://[^/\\s]+.*")) {
      return server;
    }
    throw new NoClusterException(
        "%s: context %s: expected a server as in https://192.0.2.1:6443, found %s"
            .formatted(files, name, server.isEmpty() ? "none" : server));
  }

  private Login.Trust trust(Stanza cluster) throws NoClusterException {
    boolean anybody = cluster.flag("insecure-skip-tls-verify");
    return new Login.Trust(
        anybody ? "" : data(cluster, "certificate-authority"),
        anybody,
        cluster.text("tls-server-name"));
  }

  private String proxy(Stanza cluster, String server) {
    String own = cluster.text("proxy-url");
    return own.isEmpty() ? Proxies.of(environment).on(server) : own;
  }

  /** What {@code field-data} holds, or else the file that {@code field} names. */
  private String data(Stanza stanza, String field) throws NoClusterException {
    String data = stanza.text(field + "-data");
    if (!data.isEmpty()) {
      try {
        return new String(
            Base64.getDecoder().decode(data.replaceAll("\\s", "")), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new NoClusterException(
            "%s: context %s: expected base64 as %s-data, found something else"
                .formatted(files, name, field));
      }
    }
    return stanza.text(field).isEmpty() ? "" : content(field, stanza.path(field));
  }

  private String content(String what, String file) throws NoClusterException {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new NoClusterException(
          "%s: context %s: expected a %s in %s, found none that can be read"
              .formatted(files, name, what, file));
    }
  }

  /** A file goes first: it may have been renewed. */
  private String token(Stanza user) throws NoClusterException {
    if (!user.text("tokenFile").isEmpty()) {
      return content("token", user.path("tokenFile")).strip();
    }
    if (!user.text("token").isEmpty()) {
      return user.text("token").strip();
    }
    Stanza provided = user.child("auth-provider").child("config");
    String access = provided.text("access-token");
    return access.isEmpty() ? provided.text("id-token") : access;
  }

  private static Login.Header basic(String user, String password) {
    String both = user + ":" + password;
    return new Login.Header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  private static void actAs(Stanza user, List<Login.Header> headers) {
    Access.actAs(user.text("as"), user.texts("as-groups"), headers);
  }
}
