package io.kwhy.parse.log;

/** Lines as k3s and systemd write them. */
final class SampleLog {
  static final String HEALTHY_AGENT =
      """
      Nov 23 05:49:02 w1 systemd[1]: Starting k3s-agent.service - Lightweight Kubernetes...
      Nov 23 05:49:02 w1 k3s[54]: time="2026-11-23T05:49:02Z" level=info msg="Starting k3s agent v1.36.3+k3s1 (66a14f0e)"
      Nov 23 05:49:02 w1 k3s[54]: time="2026-11-23T05:49:02Z" level=info msg="Running load balancer k3s-agent-load-balancer 127.0.0.1:6444 -> [172.31.77.1:6443] [default: 172.31.77.1:6443]"
      Nov 23 05:49:03 w1 k3s[54]: time="2026-11-23T05:49:03Z" level=info msg="Module overlay was already loaded"
      Nov 23 05:49:03 w1 k3s[54]: time="2026-11-23T05:49:03Z" level=info msg="Remotedialer connected to proxy" url="wss://172.31.77.1:6443/v1-k3s/connect"
      Nov 23 05:49:04 w1 k3s[54]: I1123 05:49:04.279738      54 server.go:237] "Server info" version="v1.36.3+k3s1"
      Nov 23 05:49:04 w1 k3s[54]: E1123 05:49:04.528459      54 kubelet.go:2573] "Skipping pod synchronization" err="container runtime status check may not have completed yet"
      Nov 23 05:49:05 w1 k3s[54]: I1123 05:49:05.282479      54 kube.go:537] Starting kube subnet manager
      """;

  private SampleLog() {}
}
