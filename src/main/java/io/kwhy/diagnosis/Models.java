package io.kwhy.diagnosis;

import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.PolicyBlock;
import io.kwhy.fact.names.ClusterDnsMismatch;
import io.kwhy.fact.names.CorednsLack;
import io.kwhy.fact.names.CorednsPort;
import io.kwhy.fact.names.CorefileLine;
import io.kwhy.fact.names.CorefileProblem;
import io.kwhy.fact.names.DnsPolicyBlock;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.fact.names.MissingRight;
import io.kwhy.fact.names.NameCapture;
import io.kwhy.fact.names.NameNotFound;
import io.kwhy.fact.names.NodeHostsFault;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.OwnServerSilent;
import io.kwhy.fact.names.PodResolver;
import io.kwhy.fact.names.SearchCapture;
import io.kwhy.fact.names.Upstream;
import io.kwhy.fact.network.AcceptRule;
import io.kwhy.fact.network.ChainPolicy;
import io.kwhy.fact.network.FirewallBackends;
import io.kwhy.fact.network.FlannelRules;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.HostRouteMissing;
import io.kwhy.fact.network.PeerEntry;
import io.kwhy.fact.network.PodRouteMissing;
import io.kwhy.fact.network.PortForward;
import io.kwhy.fact.network.RangeOverlap;
import io.kwhy.fact.network.RepeatedRule;
import io.kwhy.fact.network.RouteAstray;
import io.kwhy.fact.network.ServiceRulesMissing;
import io.kwhy.fact.network.ServiceRulesStale;
import io.kwhy.fact.network.SharedPublicIp;
import io.kwhy.fact.workload.ImagePull;
import io.kwhy.fact.workload.MissedService;
import io.kwhy.fact.workload.NodeChoice;
import io.kwhy.fact.workload.NodeLoad;
import io.kwhy.fact.workload.PodAddressUse;
import io.kwhy.fact.workload.Rejection;
import io.kwhy.fact.workload.SandboxFailure;
import io.kwhy.fact.workload.ServiceMatch;
import io.kwhy.fact.workload.Shortage;
import io.kwhy.fact.workload.TaintedFit;
import io.kwhy.fact.workload.VolumeSearch;
import io.kwhy.names.Resolving;
import io.kwhy.policy.Policies;
import io.kwhy.reach.Reach;
import io.kwhy.workload.Workloads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What follows from the facts by how things work, before any rule asks what it means. A model that
 * fails is left out and named, as a rule would be.
 */
public final class Models {
  /** Whom CoreDNS asks decides which packets have to pass: names come before packets. */
  static final List<Model> ALL =
      List.of(
          new Model(
              "names",
              Resolving::follows,
              Set.of(
                  ClusterDnsMismatch.class,
                  CorednsLack.class,
                  CorednsPort.class,
                  CorefileLine.class,
                  CorefileProblem.class,
                  DnsPolicyBlock.class,
                  KubernetesZone.class,
                  MissingRight.class,
                  NameCapture.class,
                  NameNotFound.class,
                  NodeHostsFault.class,
                  NodeResolver.class,
                  OwnServerSilent.class,
                  PodResolver.class,
                  SearchCapture.class,
                  Upstream.class)),
          new Model(
              "reach",
              Reach::follows,
              Set.of(
                  AcceptRule.class,
                  ChainPolicy.class,
                  FirewallBackends.class,
                  FlannelRules.class,
                  FlowVerdict.class,
                  PeerEntry.class,
                  HostRouteMissing.class,
                  PodRouteMissing.class,
                  PortForward.class,
                  RangeOverlap.class,
                  RepeatedRule.class,
                  RouteAstray.class,
                  ServiceRulesMissing.class,
                  ServiceRulesStale.class,
                  SharedPublicIp.class)),
          new Model("policy", Policies::follows, Set.of(PolicyBlock.class)),
          new Model(
              "workload",
              Workloads::follows,
              Set.of(
                  ImagePull.class,
                  MissedService.class,
                  NodeChoice.class,
                  NodeLoad.class,
                  PodAddressUse.class,
                  Rejection.class,
                  SandboxFailure.class,
                  ServiceMatch.class,
                  Shortage.class,
                  TaintedFit.class,
                  VolumeSearch.class)));

  private Models() {}

  /** The facts, and what all models make of them. */
  public static Completed completed(Collection<? extends Fact> facts) {
    return completed(ALL, facts);
  }

  /**
   * The facts, and what the models make of them.
   *
   * @param models in the order in which one builds on another
   */
  static Completed completed(List<Model> models, Collection<? extends Fact> facts) {
    List<Fact> completed = new ArrayList<>(facts);
    List<Quarantined> failed = new ArrayList<>();
    Set<Class<? extends Fact>> missing = new HashSet<>();
    for (Model model : models) {
      try {
        completed.addAll(model.follows().apply(List.copyOf(completed)));
      } catch (RuntimeException | VirtualMachineError e) {
        failed.add(new Quarantined("model " + model.name(), e.toString()));
        missing.addAll(model.makes());
      }
    }
    return new Completed(completed, failed, missing);
  }
}
