package io.kwhy.diagnosis;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.not;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.inference.Detail;
import io.kwhy.inference.Evidence;
import io.kwhy.inference.Explains;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Harmless;
import io.kwhy.inference.Observed;
import io.kwhy.inference.RuledOut;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Symptom;
import io.kwhy.inference.Unchecked;
import io.kwhy.inference.Weight;
import java.util.List;
import org.drools.model.Declaration;
import org.drools.model.Index.ConstraintType;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;

/**
 * Loads the engine on the side, by a rule of its own, while a bundle is read: half of the time that
 * a start takes is the loading of classes.
 */
public final class WarmUp {
  private final Thread thread;

  private WarmUp(Thread thread) {
    this.thread = thread;
  }

  /** Starts to load. */
  public static WarmUp start() {
    Thread thread = new Thread(WarmUp::run, "warm-up");
    thread.setDaemon(true);
    // What fails here fails again where it is needed, and is told there.
    thread.setUncaughtExceptionHandler((same, failure) -> {});
    thread.start();
    return new WarmUp(thread);
  }

  /** Waits until all is loaded: two threads that load the same classes may wait for each other. */
  public void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run() {
    ModelImpl model = new ModelImpl();
    model.addRule(joined());
    KieSession session = KieBaseBuilder.createKieBaseFromModel(model).newKieSession();
    Subject subject = Subject.node("a");
    session.insert(new Symptom("a", subject));
    session.insert(new Symptom("b", subject));
    session.fireAllRules();
    session.dispose();
  }

  /** A join, a condition on what is missing, and a conclusion, as in most rules. */
  private static Rule joined() {
    Declaration<Symptom> one = declarationOf(Symptom.class, "one");
    Declaration<Symptom> other = declarationOf(Symptom.class, "other");
    Declaration<Harmless> none = declarationOf(Harmless.class, "none");
    return rule("warm-up", "a")
        .build(
            pattern(one)
                .expr(
                    "id",
                    each -> each.id().equals("a"),
                    alphaIndexedBy(String.class, ConstraintType.EQUAL, 0, Symptom::id, "a")),
            pattern(other)
                .expr(
                    "subject",
                    one,
                    (each, first) -> each.subject().equals(first.subject()),
                    betaIndexedBy(
                        Subject.class,
                        ConstraintType.EQUAL,
                        1,
                        Symptom::subject,
                        Symptom::subject)),
            not(
                pattern(none)
                    .expr("none", one, (each, first) -> each.subject().equals(first.subject()))),
            on(one)
                .execute(
                    (drools, each) -> conclusions(each.subject()).forEach(drools::logicalInsert)));
  }

  /** One of each kind that most bundles lead to: to hash the first of a kind takes a while. */
  private static List<Object> conclusions(Subject subject) {
    Symptom symptom = new Symptom("c", subject);
    Finding finding = new Finding("a", subject);
    Fact fact = new CaptureTime("a", Fact.UNKNOWN_TIME, Origin.of("a"));
    return List.of(
        symptom,
        finding,
        new Observed(symptom, fact),
        new Explains(finding, symptom),
        new Detail(finding, "a", "b"),
        new Evidence(finding, fact, Weight.SUPPORTS),
        new Unchecked("a", subject, "b", "c"),
        new RuledOut("a", subject, fact));
  }
}
