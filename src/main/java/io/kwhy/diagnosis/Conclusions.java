package io.kwhy.diagnosis;

import io.kwhy.inference.Evidence;
import io.kwhy.inference.Explains;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Harmless;
import io.kwhy.inference.Listed;
import io.kwhy.inference.Observed;
import io.kwhy.inference.Past;
import io.kwhy.inference.Reached;
import io.kwhy.inference.RuledOut;
import io.kwhy.inference.StoppedAt;
import io.kwhy.inference.Symptom;
import io.kwhy.inference.Unchecked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kie.api.runtime.KieSession;

/** What the rules concluded, each once, in no order. */
record Conclusions(
    List<Finding> findings,
    List<Symptom> symptoms,
    List<Evidence> evidence,
    List<Explains> explains,
    List<Observed> observed,
    List<Unchecked> unchecked,
    List<RuledOut> ruledOut,
    List<Harmless> harmless,
    List<Past> past,
    List<StoppedAt> stops,
    List<Reached> reached,
    Details details,
    List<Listed> listed) {

  static Conclusions none() {
    return of(List.of(), Details.none());
  }

  static Conclusions of(KieSession session, Details details) {
    return of(session.getObjects(), details);
  }

  private static Conclusions of(Collection<?> objects, Details details) {
    return new Conclusions(
        all(objects, Finding.class),
        all(objects, Symptom.class),
        all(objects, Evidence.class),
        all(objects, Explains.class),
        all(objects, Observed.class),
        all(objects, Unchecked.class),
        all(objects, RuledOut.class),
        all(objects, Harmless.class),
        all(objects, Past.class),
        all(objects, StoppedAt.class),
        all(objects, Reached.class),
        details,
        all(objects, Listed.class));
  }

  private static <T> List<T> all(Collection<?> objects, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Object object : objects) {
      if (type.isInstance(object)) {
        found.add(type.cast(object));
      }
    }
    return found;
  }
}
