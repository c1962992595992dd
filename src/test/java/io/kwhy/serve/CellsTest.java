package io.kwhy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Kubernetes 1.36 shows of the same objects. */
class CellsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");

  private static String row(String kind, String object, boolean wide) throws Exception {
    Object read = Tree.read(new ByteArrayInputStream(object.getBytes(StandardCharsets.UTF_8)));
    return new Cells(NOW)
        .columns(kind).stream()
            .filter(column -> wide || !column.wide())
            .map(column -> String.valueOf(column.cell().apply((Map<?, ?>) read)))
            .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          {"status":{"phase":"Running","containerStatuses":[{"ready":true}]},"spec":{"containers":[{}]}}; 1/1 | Running | 0
          {"status":{"phase":"Pending"},"spec":{"containers":[{},{}]}}; 0/2 | Pending | 0
          {"status":{"phase":"Failed","reason":"Evicted"},"spec":{"containers":[{}]}}; 0/1 | Evicted | 0
          {"status":{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"SchedulingGated"}]},"spec":{"containers":[{}]}}; 0/1 | SchedulingGated | 0
          {"status":{"phase":"Running","containerStatuses":[{"restartCount":6,"lastState":{"terminated":{"finishedAt":"2026-11-26T05:58:14Z"}},"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]},"spec":{"containers":[{}]}}; 0/1 | CrashLoopBackOff | 6 (106s ago)
          {"status":{"phase":"Pending","initContainerStatuses":[{"name":"i","restartCount":2,"state":{"running":{}}}],"containerStatuses":[{"state":{"waiting":{"reason":"PodInitializing"}}}]},"spec":{"initContainers":[{"name":"i"},{"name":"j"}],"containers":[{}]}}; 0/1 | Init:0/2 | 2
          {"status":{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"waiting":{"reason":"ImagePullBackOff"}}}]},"spec":{"initContainers":[{"name":"i"}],"containers":[{}]}}; 0/1 | Init:ImagePullBackOff | 0
          {"status":{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"name":"j","state":{"terminated":{"exitCode":3}}}]},"spec":{"initContainers":[{"name":"i"},{"name":"j"}],"containers":[{}]}}; 0/1 | Init:ExitCode:3 | 0
          {"status":{"phase":"Running","initContainerStatuses":[{"name":"s","ready":true,"started":true,"state":{"running":{}}}],"containerStatuses":[{"name":"a","ready":true,"state":{"running":{}}}]},"spec":{"initContainers":[{"name":"s","restartPolicy":"Always"}],"containers":[{}]}}; 2/2 | Running | 0
          {"status":{"phase":"Succeeded","containerStatuses":[{"state":{"terminated":{"exitCode":0,"reason":"Completed"}}}]},"spec":{"containers":[{}]}}; 0/1 | Completed | 0
          {"status":{"phase":"Running","containerStatuses":[{"state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"ready":true,"state":{"running":{}}}]},"spec":{"containers":[{},{}]}}; 1/2 | NotReady | 0
          {"status":{"phase":"Running","containerStatuses":[{"state":{"terminated":{"exitCode":137,"signal":9}}}]},"spec":{"containers":[{}]}}; 0/1 | Signal:9 | 0
          {"metadata":{"deletionTimestamp":"2026-11-26T05:59:00Z"},"status":{"phase":"Running"},"spec":{"containers":[{}]}}; 0/1 | Terminating | 0
          """)
  void pod_is_said_in_a_word(String pod, String shown) throws Exception {
    assertThat(row("Pod", pod, false)).isEqualTo(" | " + shown + " | <unknown>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          2026-11-26T05:59:59Z; 1s
          2026-11-26T05:58:00Z; 2m
          2026-11-26T05:57:48Z; 2m12s
          2026-11-26T05:30:30Z; 29m
          2026-11-26T02:30:00Z; 3h30m
          2026-11-25T05:00:00Z; 25h
          2026-11-23T05:00:00Z; 3d1h
          2026-10-01T05:00:00Z; 56d
          2023-10-01T05:00:00Z; 3y57d
          2010-10-01T05:00:00Z; 16y
          2027-10-01T05:00:00Z; 0s
          yesterday; <unknown>
          """)
  void age_is_that_at_capture(String time, String shown) throws Exception {
    String namespace = "{\"metadata\":{\"name\":\"n\",\"creationTimestamp\":\"" + time + "\"}}";
    assertThat(row("Namespace", namespace, false)).isEqualTo("n |  | " + shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          Service; {"spec":{"type":"LoadBalancer","clusterIP":"10.43.0.9","ports":[{"port":80,"nodePort":30691,"protocol":"TCP"}]}}; LoadBalancer | 10.43.0.9 | <pending> | 80:30691/TCP | <unknown> | <none>
          Service; {"spec":{"type":"ExternalName","externalName":"example.com"}}; ExternalName | <none> | example.com | <none> | <unknown> | <none>
          Service; {"spec":{"type":"ClusterIP","clusterIP":"None","externalIPs":["192.0.2.7"],"selector":{"b":"2","a":"1"},"ports":[{"port":80,"protocol":"TCP"}]}}; ClusterIP | None | 192.0.2.7 | 80/TCP | <unknown> | a=1,b=2
          Endpoints; {"subsets":[{"addresses":[{"ip":"10.42.0.4"},{"ip":"fd00::4"}],"ports":[{"port":82},{"port":81}]}]}; 10.42.0.4:82,[fd00::4]:82,10.42.0.4:81 + 1 more... | <unknown>
          Endpoints; {"subsets":[{"notReadyAddresses":[{"ip":"10.42.0.4"}],"ports":[{"port":82}]}]}; <none> | <unknown>
          EndpointSlice; {"addressType":"IPv4","ports":[{"port":80}],"endpoints":[{"addresses":["10.42.0.4"]}]}; IPv4 | 80 | 10.42.0.4 | <unknown>
          EndpointSlice; {"addressType":"IPv4","ports":null,"endpoints":null}; IPv4 | <unset> | <unset> | <unknown>
          Ingress; {"spec":{"ingressClassName":"traefik","tls":[{}],"rules":[{"host":"a.example.com"},{"host":"b.example.com"}]},"status":{"loadBalancer":{"ingress":[{"ip":"192.0.2.1"}]}}}; traefik | a.example.com,b.example.com | 192.0.2.1 | 80, 443 | <unknown>
          Ingress; {"spec":{"defaultBackend":{}}}; <none> | * |  | 80 | <unknown>
          NetworkPolicy; {"spec":{"podSelector":{"matchLabels":{"app":"web"},"matchExpressions":[{"key":"k","operator":"In","values":["b","a"]},{"key":"z","operator":"DoesNotExist"}]}}}; !z,app=web,k in (a,b) | <unknown>
          Deployment; {"spec":{"replicas":2,"selector":{"matchLabels":{"app":"w"}},"template":{"spec":{"containers":[{"name":"a","image":"x:1"},{"name":"b","image":"y:2"}]}}},"status":{"readyReplicas":1,"updatedReplicas":2}}; 1/2 | 2 | 0 | <unknown> | a,b | x:1,y:2 | app=w
          StatefulSet; {"spec":{"template":{"spec":{"containers":[{"name":"a","image":"x:1"}]}}}}; 0/1 | <unknown> | a | x:1
          DaemonSet; {"spec":{"selector":{},"template":{"spec":{"nodeSelector":{"kubernetes.io/os":"linux"}}}},"status":{"desiredNumberScheduled":3}}; 3 | 0 | 0 | 0 | 0 | kubernetes.io/os=linux | <unknown> |  |  | <none>
          Job; {"spec":{"completions":1},"status":{"succeeded":1,"startTime":"2026-11-26T05:00:00Z","completionTime":"2026-11-26T05:00:06Z","conditions":[{"type":"SuccessCriteriaMet","status":"True"},{"type":"Complete","status":"True"}]}}; Complete | 1/1 | 6s | <unknown> |  |  | <none>
          Job; {"spec":{"parallelism":3}}; Running | 0/1 of 3 |  | <unknown> |  |  | <none>
          CronJob; {"spec":{"schedule":"0 3 * * *","suspend":true},"status":{"active":[{}],"lastScheduleTime":"2026-11-26T03:00:00Z"}}; 0 3 * * * | <none> | True | 1 | 3h | <unknown> |  |
          PersistentVolume; {"spec":{"capacity":{"storage":"2Gi"},"accessModes":["ReadWriteOnce","ReadOnlyMany"],"persistentVolumeReclaimPolicy":"Retain","storageClassName":"manual","volumeMode":"Filesystem","claimRef":{"namespace":"shop","name":"data"}},"status":{"phase":"Bound"}}; 2Gi | RWO,ROX | Retain | Bound | shop/data | manual |  | <unknown> | Filesystem
          PersistentVolumeClaim; {"spec":{"storageClassName":"slow"},"status":{"phase":"Pending"}}; Pending |  |  |  | slow | <unknown> |
          APIService; {"spec":{"service":{"namespace":"kube-system","name":"metrics-server"}},"status":{"conditions":[{"type":"Available","status":"False","reason":"ServiceNotFound"}]}}; kube-system/metrics-server | False (ServiceNotFound) | <unknown>
          Node; {"metadata":{"labels":{"node-role.kubernetes.io/etcd":"true","node-role.kubernetes.io/control-plane":"true"}},"spec":{"unschedulable":true},"status":{"conditions":[{"type":"Ready","status":"Unknown"}],"addresses":[{"type":"InternalIP","address":"192.0.2.1"}]}}; NotReady,SchedulingDisabled | control-plane,etcd | <unknown> |  | 192.0.2.1 | <none> |  |  |
          ConfigMap; {"data":{"a":"1"},"binaryData":{"b":"AA=="}}; 2 | <unknown>
          PodDisruptionBudget; {"spec":{"minAvailable":1}}; 1 | N/A | 0 | <unknown>
          CertificateSigningRequest; {"spec":{"signerName":"s","username":"u"},"status":{"conditions":[{"type":"Approved"}],"certificate":"x"}}; s | u | Approved,Issued | <unknown>
          """)
  void kind_is_shown_as_an_api_server_does(String kind, String object, String shown)
      throws Exception {
    assertThat(row(kind, object, true).strip()).isEqualTo("| " + shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          {"lastTimestamp":"2026-11-26T05:59:00Z","firstTimestamp":"2026-11-26T05:00:00Z","count":7,"type":"Warning","reason":"BackOff","involvedObject":{"kind":"Pod","name":"a"},"source":{"component":"kubelet","host":"n1"},"message":"m\\n"}; 60s | Warning | BackOff | pod/a | kubelet, n1 | m | 60m | 7
          {"eventTime":"2026-11-26T05:59:00Z","lastTimestamp":null,"involvedObject":{"kind":"Node","name":"n"},"reportingComponent":"c","type":"Normal","reason":"R","series":{"count":3,"lastObservedTime":"2026-11-26T05:59:30Z"}}; 30s | Normal | R | node/n | c |  | 60s | 3
          """)
  void event_is_shown_with_its_object(String event, String shown) throws Exception {
    assertThat(row("Event", event, true)).isEqualTo(shown + " | ");
  }

  @ParameterizedTest
  @CsvSource({"true, slow (default)", "false, slow"})
  void storage_class_that_is_taken_where_none_is_named_says_so(String usual, String shown)
      throws Exception {
    String annotation = "\"storageclass.kubernetes.io/is-default-class\":\"" + usual + "\"";
    String object = "{\"metadata\":{\"name\":\"slow\",\"annotations\":{" + annotation + "}}}";
    assertThat(row("StorageClass", object, false)).startsWith(shown + " | ");
  }
}
