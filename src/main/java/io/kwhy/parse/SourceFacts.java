package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.NotCaptured;
import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.List;

/** For each source, once all is read: whether it was captured as a whole, and what it lacks. */
record SourceFacts(Bundle bundle, Manifest manifest) {
  /** Of all sources of one scope. */
  List<Fact> of(CapturedHost owner, Source.Scope scope) {
    List<Fact> facts = new ArrayList<>();
    for (Source source : Source.values()) {
      if (source.scope() == scope) {
        add(owner, source, facts);
      }
    }
    return facts;
  }

  private void add(CapturedHost owner, Source source, List<Fact> facts) {
    List<Input> inputs = owner.of(source);
    if (inputs.isEmpty()) {
      String why = HostFacts.whyNot(manifest, owner);
      facts.add(new NotCaptured(source.id(), owner.node(), why, Origin.of(Manifest.ENTRY)));
      return;
    }
    boolean alternatives = source.capture() instanceof Capture.HostCommand;
    boolean complete = !alternatives && inputs.stream().noneMatch(input -> isPart(input.path()));
    for (Input input : inputs) {
      EntryFacts read = owner.facts(input);
      facts.addAll(read.gaps());
      complete = alternatives ? complete || read.complete() : complete && read.complete();
    }
    Origin origin = Origin.of(inputs.get(0).path());
    facts.add(
        complete && !owner.isUnread(source)
            ? new Captured(source.id(), owner.node(), origin)
            : new NotCaptured(source.id(), owner.node(), "only in part", origin));
  }

  /** The collector itself says where it got less than there is. */
  private boolean isPart(String entry) {
    return bundle.gaps().stream()
        .anyMatch(
            gap -> gap.origin().entry().equals(entry) && gap.problem().startsWith(Draft.PART));
  }
}
