package io.kwhy.parse.k3s;

import io.kwhy.bundle.Source;
import io.kwhy.bundle.redaction.SecretWords;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.ComponentArgument;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.IgnoredConfig;
import io.kwhy.fact.node.K3sVersion;
import io.kwhy.parse.HostEntries;
import io.kwhy.parse.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The settings of k3s on a host that are in effect, each with where it comes from. The command line
 * goes before the files, and these before the environment: k3s puts what the files say in front of
 * its own arguments, and an argument makes it pass over the variable. A list given nearer replaces
 * the one given further away.
 *
 * @see <a href="https://docs.k3s.io/installation/configuration">k3s: configuration</a>
 * @see <a href="https://github.com/k3s-io/k3s/blob/master/pkg/configfilearg/parser.go">k3s:
 *     parser.go</a>
 */
public final class K3sSettings {
  private static final String OWN_UNITS = "/etc/systemd/system/k3s";
  private static final String USUAL_FILE = "/etc/rancher/k3s/config.yaml";
  private static final String PACKAGED_UNITS = "/usr/lib/systemd/system/";

  /**
   * Earlier releases know no configuration file and say nothing of one.
   *
   * @see <a href="https://docs.k3s.io/installation/configuration#configuration-file">k3s:
   *     configuration file, available as of v1.19.1</a>
   */
  private static final int FILES_SINCE = 1019;

  private final TreeMap<String, Given> settings = new TreeMap<>();

  private K3sSettings() {}

  /**
   * Reads all places where a host's k3s may be told something.
   *
   * @param minor version of its k3s, as in {@link K3sVersion#minor}; 0 where it is not known
   * @param processes of the host: the command line of a running k3s counts
   * @param name of the host: without {@code node-name} it registers under that
   * @param out takes the settings, join tokens, what a unit lost and the name that the host
   *     registers under
   */
  public static void read(
      HostEntries host,
      int minor,
      List<HostProcess> processes,
      Optional<Hostname> name,
      Consumer<Fact> out)
      throws IOException {
    K3sSettings effective = new K3sSettings();
    List<UnitFile> units = new ArrayList<>();
    for (Input input : unitFiles(host)) {
      units.add(UnitFile.read(input, host.facts(input)));
    }
    List<Given> variables = new ArrayList<>();
    for (UnitFile unit : units) {
      variables.addAll(unit.variables());
      unit.cut().forEach(out);
    }
    // systemd lets an EnvironmentFile= go before Environment=.
    for (Input input : host.of(Source.K3S_ENVIRONMENT)) {
      variables.addAll(EnvironmentFile.read(input, host.facts(input)));
    }
    List<Given> flags = new ArrayList<>(UnitFile.flags(units));
    for (HostProcess process : processes) {
      List<String> words = ShellWords.of(process.command());
      if (!CommandLine.role(words).isEmpty()) {
        flags.addAll(CommandLine.flags(words, "command line", process.origin()));
      }
    }
    Optional<Given.Value> elsewhere = fileElsewhere(variables, flags);
    List<Input> files =
        elsewhere
            .map(file -> host.of(Source.K3S_CONFIG, file.text()))
            .orElseGet(() -> host.of(Source.K3S_CONFIG));
    boolean looked = !files.isEmpty() || (elsewhere.isEmpty() && !units.isEmpty());
    if (files.isEmpty()) {
      elsewhere.ifPresent(file -> tellUnread(host, file));
    }
    effective.apply(variables);
    for (Input input : files) {
      if (minor == 0 || minor >= FILES_SINCE) {
        effective.apply(ConfigFile.read(input, host.facts(input), out));
      } else {
        ignored(host, input).ifPresent(out);
      }
    }
    effective.apply(flags);
    effective.publish(host, minor, looked, name, out);
  }

  /**
   * The file that k3s reads in place of the usual one, and of the drop-ins beside that: the
   * variable says it before a flag does.
   */
  private static Optional<Given.Value> fileElsewhere(List<Given> variables, List<Given> flags) {
    return Stream.of(flags, variables)
        .flatMap(List::stream)
        .filter(given -> given.key().equals("config"))
        .flatMap(given -> given.first().stream())
        .filter(file -> !file.text().isEmpty())
        .reduce((one, after) -> after)
        .filter(file -> !file.text().equals(USUAL_FILE));
  }

  /** Tells that what is not among the settings may well be set, in a file that is not there. */
  private static void tellUnread(HostEntries host, Given.Value file) {
    String problem =
        "k3s reads its settings from "
            + SecretWords.without(file.text())
            + ", which is not in the bundle";
    for (Input usual : host.of(Source.K3S_CONFIG)) {
      host.facts(usual).gap(0, problem + "; these are not in effect");
    }
    Stream.of(Source.K3S_UNIT, Source.K3S_ENVIRONMENT)
        .flatMap(source -> host.of(source).stream())
        .filter(input -> input.path().equals(file.origin().entry()))
        .findFirst()
        .ifPresent(input -> host.facts(input).gap(file.origin().line(), problem));
  }

  private static Optional<IgnoredConfig> ignored(HostEntries host, Input input) throws IOException {
    List<String> keys =
        ConfigFile.read(input, host.facts(input), malformed -> {}).stream()
            .map(Given::key)
            .distinct()
            .toList();
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new IgnoredConfig(host.node(), input.hostPath(), keys, Origin.of(input.path())));
  }

  /** The administrator's unit stands for the whole one that came with a package. */
  private static List<Input> unitFiles(HostEntries host) {
    List<Input> files = host.of(Source.K3S_UNIT);
    boolean own =
        files.stream()
            .map(Input::path)
            .anyMatch(path -> path.contains(OWN_UNITS) && path.endsWith(".service"));
    return files.stream().filter(file -> !own || !file.path().contains(PACKAGED_UNITS)).toList();
  }

  private void apply(List<Given> given) {
    for (Given each : given) {
      settings.merge(each.key(), each, (before, now) -> now.appends() ? before.with(now) : now);
    }
  }

  private void publish(
      HostEntries host, int minor, boolean looked, Optional<Hostname> name, Consumer<Fact> out) {
    SettingFacts facts = new SettingFacts(host.node(), host.role(), settings);
    K3sDefaults defaults = new K3sDefaults(settings);
    List<ComponentArgument> arguments = facts.arguments();
    facts.tell(out);
    arguments.forEach(out);
    if (looked) {
      new EffectiveArguments(defaults.inEffect(), arguments)
          .of(host.node(), host.role(), minor, K3sDefaults.place(host))
          .forEach(out);
      defaults.tell(host, out::accept);
    } else if (!host.of(Source.K3S_LOG).isEmpty()) {
      defaults.tellUsualPlace(host, out::accept);
    }
    facts.nodeName(name).ifPresent(out);
  }
}
