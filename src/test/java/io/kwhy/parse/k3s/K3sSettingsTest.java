package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.EffectiveArgument;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.IgnoredConfig;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.NodeName;
import io.kwhy.fact.node.ProxySetting;
import io.kwhy.fact.node.ServerUrl;
import io.kwhy.parse.Facts;
import io.kwhy.parse.HostEntries;
import io.kwhy.parse.Input;
import io.kwhy.parse.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class K3sSettingsTest {
  private final TreeMap<String, Input> entries = new TreeMap<>();
  private final TreeMap<String, Recorded> recorded = new TreeMap<>();
  private final List<HostProcess> processes = new ArrayList<>();
  private String node = "w1";
  private String hostname = "w1";
  private String role = "agent";
  private int minor;

  private void given(Source source, String hostPath, String text) {
    String path = "nodes/w1/files" + hostPath;
    entries.put(path, Recorded.input(source, "w1", path, text));
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    HostEntries host =
        new HostEntries() {
          @Override
          public String node() {
            return node;
          }

          @Override
          public String role() {
            return role;
          }

          @Override
          public List<Input> of(Source source) {
            return entries.values().stream().filter(input -> input.source() == source).toList();
          }

          @Override
          public Facts facts(Input input) {
            return recorded.computeIfAbsent(input.path(), Recorded::new);
          }
        };
    try {
      Hostname name = new Hostname("w1", hostname, Origin.of("hostname"));
      K3sSettings.read(host, minor, processes, Optional.of(name), facts::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  @Test
  void file_that_a_flag_names_takes_the_place_of_the_usual_one() {
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s.service",
        "ExecStart=/usr/local/bin/k3s server \\\n '--config' \\\n '/srv/k3s.yaml'\n");
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "cluster-cidr: 10.99.0.0/16\n");
    given(Source.K3S_CONFIG, "/srv/k3s.yaml", "cluster-cidr: 10.52.0.0/16\n");
    given(Source.K3S_CONFIG, "/srv/k3s.yaml.d/a.yaml", "service-cidr: 10.53.0.0/16\n");
    role = "server";

    assertThat(settings("cluster-cidr")).singleElement().asString().startsWith("10.52.0.0/16 ");
    assertThat(settings("service-cidr")).singleElement().asString().startsWith("10.53.0.0/16 ");
    assertThat(settings("cluster-domain")).singleElement().asString().contains(" from default ");
  }

  @Test
  void of_settings_in_a_file_that_is_not_there_no_defaults_are_told() {
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s.service",
        "ExecStart=/usr/local/bin/k3s server --tls-san a\n");
    given(
        Source.K3S_ENVIRONMENT,
        "/etc/systemd/system/k3s.service.env",
        "K3S_CONFIG_FILE=/srv/k3s.yaml\n");
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "cluster-cidr: 10.99.0.0/16\n");
    role = "server";

    assertThat(settings("cluster-cidr")).isEmpty();
    assertThat(settings("cluster-domain")).isEmpty();
    assertThat(settings("tls-san")).hasSize(1);
    assertThat(recorded.get("nodes/w1/files/etc/systemd/system/k3s.service.env").gaps())
        .containsOnly("1: k3s reads its settings from /srv/k3s.yaml, which is not in the bundle");
    assertThat(recorded.get("nodes/w1/files/etc/rancher/k3s/config.yaml").gaps()).isNotEmpty();
  }

  @Test
  void login_to_where_the_file_is_fetched_from_is_not_told() {
    given(
        Source.K3S_ENVIRONMENT,
        "/etc/systemd/system/k3s.service.env",
        "K3S_CONFIG_FILE=https://me:hush@example.com/k3s.yaml\n");

    assertThat(settings("config"))
        .singleElement()
        .asString()
        .contains("example.com/k3s.yaml")
        .doesNotContain("hush");
    assertThat(recorded.get("nodes/w1/files/etc/systemd/system/k3s.service.env").gaps())
        .singleElement()
        .asString()
        .contains("example.com/k3s.yaml")
        .doesNotContain("hush");
  }

  @Test
  void usual_file_may_be_named() {
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s.service",
        "ExecStart=/usr/local/bin/k3s server --config=/etc/rancher/k3s/config.yaml\n");
    role = "server";

    assertThat(settings("cluster-domain")).hasSize(1);
  }

  private List<String> settings(String key) {
    return facts().stream()
        .filter(K3sSetting.class::isInstance)
        .map(K3sSetting.class::cast)
        .filter(setting -> setting.key().equals(key))
        .map(setting -> setting.value() + " from " + setting.from() + " at " + setting.origin())
        .toList();
  }

  @Test
  void list_in_the_file_gives_a_setting_for_each_value_with_its_line() {
    given(
        Source.K3S_CONFIG,
        "/etc/rancher/k3s/config.yaml",
        "server: https://s1:6443\nkubelet-arg:\n  - fail-cgroupv1=false\n  - v=2\n");
    assertThat(settings("kubelet-arg"))
        .containsExactly(
            "fail-cgroupv1=false from file at nodes/w1/files/etc/rancher/k3s/config.yaml:3",
            "v=2 from file at nodes/w1/files/etc/rancher/k3s/config.yaml:4");
  }

  @Test
  void drop_in_replaces_and_with_a_plus_appends() {
    given(
        Source.K3S_CONFIG,
        "/etc/rancher/k3s/config.yaml",
        "node-ip: 10.0.0.1\nnode-label: [a=1]\n");
    given(
        Source.K3S_CONFIG,
        "/etc/rancher/k3s/config.yaml.d/10.yaml",
        "node-ip: 10.0.0.2\nnode-label+: [b=2]\n");
    assertThat(settings("node-ip")).hasSize(1).first().asString().startsWith("10.0.0.2");
    assertThat(settings("node-label")).hasSize(2);
  }

  @Test
  void values_are_what_k3s_makes_of_them() {
    given(
        Source.K3S_CONFIG,
        "/etc/rancher/k3s/config.yaml",
        "selinux: yes\ndebug: \"yes\"\nserver: ~\n---\nnode-ip: 10.0.0.1\n");
    assertThat(settings("selinux")).first().asString().startsWith("true from");
    assertThat(settings("debug")).first().asString().startsWith("yes from");
    assertThat(settings("server")).first().asString().startsWith(" from");
    assertThat(settings("node-ip")).isEmpty();
  }

  @Test
  void only_variables_that_k3s_reads_are_settings() {
    given(
        Source.K3S_ENVIRONMENT,
        "/etc/systemd/system/k3s-agent.service.env",
        "K3S_DATA_DIR=/srv/k3s\nK3S_FLANNEL_BACKEND=host-gw\nK3S_KUBECONFIG_MODE=644\n");
    assertThat(settings("data-dir")).first().asString().contains("/srv/k3s from environment");
    assertThat(settings("write-kubeconfig-mode")).hasSize(1);
    assertThat(settings("flannel-backend")).isEmpty();
  }

  @Test
  void with_nothing_but_a_log_the_data_folder_is_the_usual_one() {
    given(Source.K3S_LOG, "/k3s.log", "");
    assertThat(settings("data-dir")).first().asString().contains("/var/lib/rancher/k3s");
    assertThat(settings("snapshotter")).isEmpty();
  }

  @Test
  void proxy_of_the_environment_is_told_without_its_login_and_is_no_setting() {
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s-agent.service",
        "[Service]\nEnvironment=\"HTTPS_PROXY=http://me:secret@proxy.example:3128/\" NO_PROXY=.svc\n");
    given(
        Source.K3S_ENVIRONMENT,
        "/etc/systemd/system/k3s-agent.service.env",
        "CONTAINERD_HTTP_PROXY='[2001:db8::1]:8080'\nhttps_proxy=\n");
    assertThat(
            facts().stream()
                .filter(ProxySetting.class::isInstance)
                .map(ProxySetting.class::cast)
                .map(proxy -> proxy.text() + " port " + proxy.port()))
        .containsExactlyInAnyOrder(
            "HTTPS_PROXY=http://proxy.example:3128 port 3128",
            "CONTAINERD_HTTP_PROXY=http://[2001:db8::1]:8080 port 8080");
    assertThat(settings("HTTPS_PROXY")).isEmpty();
  }

  @Test
  void command_line_goes_before_file_and_environment() {
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s-agent.service.d/10-env.conf",
        "[Service]\nEnvironment=K3S_URL=https://variable:6443\n");
    assertThat(settings("server")).first().asString().contains("variable:6443 from environment");
    given(
        Source.K3S_ENVIRONMENT,
        "/etc/systemd/system/k3s-agent.service.env",
        "K3S_URL='https://environment:6443'\n");
    assertThat(settings("server")).first().asString().contains("environment:6443 from environment");
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "server: https://file:6443\n");
    assertThat(settings("server")).first().asString().contains("file:6443 from file");
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s-agent.service",
        "[Service]\nExecStart=/usr/local/bin/k3s \\\n    agent \\\n    '--server=https://flag:6443' \\\n");
    assertThat(settings("server"))
        .containsExactly(
            "https://flag:6443 from unit file at"
                + " nodes/w1/files/etc/systemd/system/k3s-agent.service:4");
  }

  @Test
  void a_command_ends_where_white_space_stands_behind_its_backslash() {
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s-agent.service",
        "[Service]\nExecStart=/usr/local/bin/k3s \\\n    agent \\ \n    '--server=https://flag:6443' \\\n");
    assertThat(settings("server")).isEmpty();
  }

  @Test
  void each_flag_of_a_command_over_several_lines_has_its_own() {
    given(
        Source.K3S_UNIT,
        "/etc/init.d/k3s-agent",
        "command_args=\"agent \\\n    '--server' \\\n    'https://rc:6443' \\\n    >>/var/log/k3s.log\"\n");
    assertThat(settings("server"))
        .containsExactly("https://rc:6443 from unit file at nodes/w1/files/etc/init.d/k3s-agent:2");
  }

  @Test
  void flag_that_stands_alone_takes_no_value() {
    role = "server";
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s.service",
        "[Service]\nExecStart=/usr/local/bin/k3s server --etcd-s3 --etcd-s3-bucket b --tls-san-security --odd -o /kube\n");
    assertThat(settings("etcd-s3")).first().asString().startsWith("true from");
    assertThat(settings("etcd-s3-bucket")).first().asString().startsWith("b from");
    assertThat(settings("write-kubeconfig")).first().asString().startsWith("/kube from");
    assertThat(settings("odd")).first().asString().startsWith("true from");
  }

  @Test
  void drop_in_of_the_unit_replaces_the_command_that_it_takes_back() {
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s-agent.service",
        "[Service]\nExecStart=/usr/local/bin/k3s agent --server https://a:6443 --node-ip 10.0.0.1\n");
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s-agent.service.d/10-ours.conf",
        "[Service]\nExecStart=\nExecStart=/usr/local/bin/k3s agent --server https://b:6443\n");
    assertThat(settings("server")).hasSize(1).first().asString().startsWith("https://b:6443");
    assertThat(settings("node-ip")).isEmpty();
  }

  @Test
  void own_unit_stands_for_the_packaged_one() {
    given(
        Source.K3S_UNIT,
        "/usr/lib/systemd/system/k3s-agent.service",
        "[Service]\nExecStart=/usr/bin/k3s agent --server https://packaged:6443\n");
    assertThat(settings("server")).first().asString().startsWith("https://packaged:6443");
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s-agent.service",
        "[Service]\nExecStart=/usr/bin/k3s agent --server https://own:6443\n");
    assertThat(settings("server")).hasSize(1).first().asString().startsWith("https://own:6443");
  }

  @Test
  void release_before_configuration_files_reads_none() {
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "node-ip: 10.0.0.1\nv: 2\n");
    minor = 1018;
    assertThat(settings("node-ip")).isEmpty();
    assertThat(facts())
        .contains(
            new IgnoredConfig(
                "w1",
                "/etc/rancher/k3s/config.yaml",
                List.of("node-ip", "v"),
                Origin.of("nodes/w1/files/etc/rancher/k3s/config.yaml")));
    minor = 1019;
    assertThat(settings("node-ip")).hasSize(1);
  }

  @Test
  void flags_of_the_running_process_count() {
    processes.add(
        new HostProcess(
            "w1", 54, 1, "root", "/usr/local/bin/k3s agent -s https://ps:6443", Origin.of("ps")));
    processes.add(
        new HostProcess("w1", 60, 1, "root", "grep k3s --server https://x", Origin.of("ps")));
    assertThat(settings("server")).containsExactly("https://ps:6443 from command line at ps");
  }

  @Test
  void secrets_never_become_settings() {
    given(
        Source.K3S_CONFIG,
        "/etc/rancher/k3s/config.yaml",
        "token: s3cret\nagent-token: s3cret\ndatastore-endpoint: postgres://u:s3cret@db/k3s\n");
    assertThat(facts().toString()).doesNotContain("s3cret");
  }

  @Test
  void node_registers_under_its_host_name_in_lower_case() {
    hostname = "Web_01";
    assertThat(facts())
        .contains(new NodeName("w1", "web_01", "Web_01", "hostname", Origin.of("hostname")));
  }

  @Test
  void node_name_goes_before_the_host_name() {
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "node-name: edge-1\n");
    assertThat(facts())
        .filteredOn(NodeName.class::isInstance)
        .extracting(fact -> ((NodeName) fact).name())
        .containsExactly("edge-1");
  }

  @Test
  void name_with_a_node_id_is_not_known() {
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "with-node-id: true\n");
    assertThat(facts()).noneMatch(NodeName.class::isInstance);
  }

  @Test
  void name_with_a_node_id_is_known_where_the_host_is_called_so() {
    node = "w1-3f9a1c2e";
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "with-node-id: true\n");
    assertThat(facts())
        .filteredOn(NodeName.class::isInstance)
        .extracting(fact -> ((NodeName) fact).name())
        .containsExactly("w1-3f9a1c2e");
  }

  @Test
  void addresses_with_a_comma_between_are_two() {
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "node-ip: 10.0.0.2, fd00::2\n");
    assertThat(settings("node-ip"))
        .extracting(setting -> setting.substring(0, setting.indexOf(' ')))
        .containsExactly("10.0.0.2", "fd00::2");
  }

  @Test
  void server_gets_defaults_for_what_it_was_not_told() {
    role = "server";
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "cluster-cidr: 10.52.0.0/16\n");
    assertThat(settings("cluster-cidr")).first().asString().startsWith("10.52.0.0/16 from file");
    assertThat(settings("service-cidr")).first().asString().startsWith("10.43.0.0/16 from default");
  }

  @Test
  void agent_has_no_defaults_of_a_server() {
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "server: https://s1:6443\n");
    assertThat(settings("lb-server-port"))
        .singleElement()
        .asString()
        .startsWith("6444 from default");
    assertThat(settings("service-cidr")).isEmpty();
    assertThat(settings("cluster-dns")).isEmpty();
    assertThat(settings("advertise-port")).isEmpty();
  }

  @Test
  void server_is_advertised_at_the_port_that_it_listens_on() {
    role = "server";
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "https-listen-port: 7443\n");
    assertThat(settings("advertise-port")).first().asString().startsWith("7443 from default");
  }

  private List<String> arguments(int release) {
    minor = release;
    return facts().stream()
        .filter(EffectiveArgument.class::isInstance)
        .map(Fact::text)
        .filter(
            text ->
                text.matches(
                    "(kubelet --eviction|\\S+ --(secure|advertise|basic|pod-e|node-monitor-g)).*"))
        .toList();
  }

  @Test
  void arguments_in_effect_are_those_of_the_release() {
    role = "server";
    given(
        Source.K3S_UNIT,
        "/etc/systemd/system/k3s.service",
        "ExecStart=/usr/local/bin/k3s server\n");
    assertThat(arguments(1017))
        .containsExactly(
            "kube-apiserver --advertise-port=6443 (default)",
            "kube-apiserver --secure-port=6444 (default)",
            "kube-apiserver --basic-auth-file=/var/lib/rancher/k3s/server/cred/passwd (default)",
            "kube-controller-manager --node-monitor-grace-period=40s (default)",
            "kube-controller-manager --pod-eviction-timeout=5m0s (default)",
            "kubelet --eviction-hard=imagefs.available<5%,nodefs.available<5% (default)",
            "kubelet --eviction-minimum-reclaim=imagefs.available=10%,nodefs.available=10%"
                + " (default)");
    assertThat(arguments(1019)).noneMatch(text -> text.contains("basic-auth-file"));
    assertThat(arguments(1027)).noneMatch(text -> text.contains("pod-eviction-timeout"));
    assertThat(arguments(1031)).anyMatch(text -> text.contains("grace-period=40s"));
    assertThat(arguments(1032)).anyMatch(text -> text.contains("grace-period=50s"));
    assertThat(arguments(1036)).hasSize(5);
    assertThat(arguments(1037)).isEmpty();
    assertThat(arguments(0)).isEmpty();
  }

  @Test
  void arguments_in_effect_follow_what_is_set() {
    role = "server";
    given(
        Source.K3S_CONFIG,
        "/etc/rancher/k3s/config.yaml",
        """
        https-listen-port: 7443
        kube-controller-arg: node-monitor-grace-period=20s
        kubelet-arg: [--eviction-hard=nodefs.available<1Gi]
        """);
    assertThat(arguments(1030))
        .contains(
            "kube-apiserver --advertise-port=7443 (default)",
            "kube-apiserver --secure-port=7444 (default)",
            "kube-controller-manager --node-monitor-grace-period=20s (kube-controller-arg)",
            "kubelet --eviction-hard=nodefs.available<1Gi (kubelet-arg)");
  }

  @Test
  void agent_runs_no_part_of_a_server() {
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "server: https://s1:6443\n");
    assertThat(arguments(1036)).allMatch(text -> text.startsWith("kubelet"));
  }

  @Test
  void broken_yaml_is_a_gap_with_its_line() {
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", "a: 1\nb: [1, 2\nc: 3\n");
    assertThat(settings("a")).isEmpty();
    assertThat(recorded.values()).flatExtracting(Recorded::gaps).hasSize(1);
    assertThat(recorded.values().iterator().next().gaps().get(0)).startsWith("3: is not YAML");
  }

  @Test
  void yaml_bomb_is_a_gap() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    given(Source.K3S_CONFIG, "/etc/rancher/k3s/config.yaml", bomb.toString());
    assertThat(settings("a0").size()).isLessThan(3);
    assertThat(recorded.values()).flatExtracting(Recorded::gaps).isNotEmpty();
  }

  @Test
  void url_of_the_server_is_taken_apart() {
    assertThat(ServerUrls.parse("w1", "https://s1.lan:6443", Origin.of("f")))
        .isEqualTo(
            new ServerUrl(
                "w1", "https://s1.lan:6443", "https", "s1.lan", 6443, true, Origin.of("f")));
    assertThat(ServerUrls.parse("w1", "https://[fd00::1]:6443/", Origin.of("f")))
        .extracting(ServerUrl::address, ServerUrl::port, ServerUrl::named)
        .containsExactly("fd00::1", 6443, false);
    assertThat(ServerUrls.parse("w1", "10.0.0.1", Origin.of("f")))
        .extracting(ServerUrl::scheme, ServerUrl::address, ServerUrl::port)
        .containsExactly("", "10.0.0.1", 0);
    assertThat(ServerUrls.parse("w1", "http://s1:6443", Origin.of("f")).scheme()).isEqualTo("http");
  }
}
