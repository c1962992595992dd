package io.kwhy.cli;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.bundle.reading.UnreadableBundleException;
import io.kwhy.serve.ApiServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = "Serve a bundle as a read-only Kubernetes API on loopback, until Ctrl-C.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  kwhy serve bundle.tgz --write-kubeconfig b.yaml &",
      "  kubectl --kubeconfig b.yaml get pods -A"
    })
final class Serve implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", arity = "1..*", description = "Folder or archive.")
  private List<Path> bundles;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port on 127.0.0.1 (default: one that is free).")
  private int port;

  @Option(
      names = "--write-kubeconfig",
      paramLabel = "FILE",
      description = "Write a kubeconfig for it there (default: a temporary file).")
  private Path kubeconfig;

  @Override
  public Integer call() throws IOException, UnreadableBundleException, InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port: expected 0 to " + LAST_PORT + ", found " + port);
    }
    try (Bundle bundle = BundleReader.read(bundles);
        ApiServer server = start(bundle)) {
      Path file = kubeconfig == null ? temporary() : kubeconfig;
      Output.write(file, System.out, out -> out.append(server.kubeconfig()));
      System.out.println(bundle.name() + " is served at " + server.url());
      if (bundle.entries().stream().noneMatch(entry -> entry.path().startsWith("cluster/"))) {
        System.err.println("kwhy: it holds nothing of the cluster's objects, only of hosts");
      }
      System.out.println("export KUBECONFIG=" + file.toAbsolutePath());
      System.out.flush();
      new CountDownLatch(1).await();
      return ExitCode.NOTHING_FOUND.code();
    }
  }

  /** There is no serving on a port. The message is one line. */
  static final class NoPortException extends IOException {
    private static final long serialVersionUID = 1;

    NoPortException(String message, IOException cause) {
      super(message, cause);
    }
  }

  private ApiServer start(Bundle bundle) throws IOException {
    try {
      return ApiServer.start(bundle, port);
    } catch (BindException e) {
      throw new NoPortException(
          "127.0.0.1:" + port + ": expected a port that is free, found one in use", e);
    }
  }

  private static Path temporary() throws IOException {
    Path file = Files.createTempFile("kwhy-", ".kubeconfig");
    file.toFile().deleteOnExit();
    return file;
  }
}
