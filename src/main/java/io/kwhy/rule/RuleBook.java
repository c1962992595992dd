package io.kwhy.rule;

import static java.util.stream.Collectors.toSet;

import io.kwhy.fact.Fact;
import io.kwhy.fact.log.Signal;
import io.kwhy.rule.card.Card;
import io.kwhy.rule.compiler.RuleCache;
import io.kwhy.rule.compiler.RuleLayer;
import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.ContentsReader;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.RuleFolder;
import io.kwhy.rule.selection.Relevance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;

/**
 * What kwhy knows: compiled rules, cards and signals, its own and the user's. Immutable; may be
 * used by any number of threads.
 */
public final class RuleBook {
  private final List<RuleLayer> layers;

  /** Looked up when first asked for, as most commands never ask. */
  private volatile Set<Class<?>> factTypes;

  /** Asked of the same few types for each bundle. */
  private final Map<Class<?>, Boolean> read = new ConcurrentHashMap<>();

  /** See {@link #isOpen}. */
  private final Map<String, Boolean> open = new ConcurrentHashMap<>();

  /** Of each base; Drools looks it up in files of several class path entries. */
  private volatile KieBaseConfiguration configuration;

  private RuleBook(List<RuleLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /** The rules that kwhy was built with. */
  public static RuleBook builtIn() {
    return new RuleBook(List.of(builtInLayer()));
  }

  /**
   * The built-in rules and users' rules on top. What changed since it was last compiled is compiled
   * now, which takes seconds; a changed declaration takes with it all files that use the type.
   *
   * @param editable the folder of built-in rules where it can be edited, as in a clone: if it
   *     differs from what kwhy was built with, it takes the place of that
   * @param users folders of users' rules
   * @param cache folder in which compiled rules are kept, e.g. {@code ~/.cache/kwhy}
   * @throws InvalidRulesException naming everything that is wrong in the rules
   */
  public static RuleBook load(Optional<Path> editable, List<Path> users, Path cache) {
    RuleLayer builtIn = builtInLayer();
    RuleCache compiled =
        new RuleCache(cache, builtIn, () -> CompilerProcess.load(editable, users, cache));
    RuleLayer ground =
        editable
            .map(RuleFolder::read)
            .filter(folder -> !folder.sha256().equals(builtIn.contents().sha256()))
            .map(compiled::edition)
            .orElse(builtIn);
    if (users.isEmpty()) {
      return new RuleBook(List.of(ground));
    }
    List<RuleFolder> folders = users.stream().distinct().map(RuleFolder::read).toList();
    return new RuleBook(List.of(ground, compiled.layer(folders, ground)));
  }

  /** All rules as an engine's base, made anew; takes some tenths of a second. */
  public KieBase base() {
    return baseWithout(Set.of());
  }

  /**
   * All rules but some, as an engine's base.
   *
   * @param rules names of the rules to leave out
   */
  public KieBase baseWithout(Set<String> rules) {
    List<Model> models = new ArrayList<>();
    layers.forEach(
        layer -> layer.classes().forEach(classes -> models.addAll(classes.allBut(rules))));
    return base(models);
  }

  /** Those rules that can match, given the facts, as an engine's base. */
  public KieBase baseFor(Collection<? extends Fact> facts) {
    Set<String> relevant =
        Relevance.relevant(entries(), facts, type -> open.computeIfAbsent(type, this::isOpen));
    List<Model> models = new ArrayList<>();
    layers.forEach(
        layer -> layer.classes().forEach(classes -> models.addAll(classes.some(relevant))));
    return base(models);
  }

  private KieBase base(List<Model> models) {
    return KieBaseBuilder.createKieBaseFromModel(models, configuration());
  }

  private KieBaseConfiguration configuration() {
    if (configuration == null) {
      configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, top().loader());
    }
    return configuration;
  }

  /** Cards of causes, symptoms and harmless look-alikes, sorted by kind and id. */
  public List<Card> cards() {
    return layers.stream().flatMap(layer -> layer.contents().cards().all().stream()).toList();
  }

  /** The card of a cause, a symptom or a harmless look-alike. */
  public Optional<Card> card(String id) {
    return layers.stream()
        .map(layer -> layer.contents().cards().find(id))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What log messages mean. */
  public List<Signal> signals() {
    return layers.stream().flatMap(layer -> layer.contents().signals().stream()).toList();
  }

  /** All rules, sorted by kind, area and name; users' rules come last. */
  public List<RuleEntry> entries() {
    return layers.stream().flatMap(layer -> layer.contents().rules().stream()).toList();
  }

  /** Interfaces stand for whatever implements them, and what is not known for anything. */
  private boolean isOpen(String type) {
    try {
      return Class.forName(type, false, top().loader()).isInterface();
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  /** Names of the rules that read facts of one of these types. */
  public Set<String> reading(Set<Class<? extends Fact>> types) {
    if (types.isEmpty()) {
      return Set.of();
    }
    Set<String> names = types.stream().map(Class::getName).collect(toSet());
    return entries().stream()
        .filter(rule -> !Collections.disjoint(rule.types(), names))
        .map(RuleEntry::name)
        .collect(toSet());
  }

  /** How many rules there are. */
  public int size() {
    return layers.stream().mapToInt(layer -> layer.contents().rules().size()).sum();
  }

  /** Whether rules read facts of a type; others can't change what rules conclude. */
  public boolean isRead(Class<?> type) {
    return read.computeIfAbsent(
        type, key -> factTypes().stream().anyMatch(asked -> asked.isAssignableFrom(key)));
  }

  private Set<Class<?>> factTypes() {
    if (factTypes == null) {
      factTypes = typesRead();
    }
    return factTypes;
  }

  private Set<Class<?>> typesRead() {
    SortedSet<String> names = new TreeSet<>();
    entries().forEach(rule -> names.addAll(rule.types()));
    Set<Class<?>> types = new LinkedHashSet<>();
    names.forEach(name -> type(name).filter(RuleBook::canBeFact).ifPresent(types::add));
    return types;
  }

  /** Facts, and what facts may be besides: interfaces, and classes that can be extended. */
  private static boolean canBeFact(Class<?> type) {
    return Fact.class.isAssignableFrom(type) || !Modifier.isFinal(type.getModifiers());
  }

  private Optional<Class<?>> type(String name) {
    try {
      return Optional.of(Class.forName(name, false, top().loader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private RuleLayer top() {
    return layers.get(layers.size() - 1);
  }

  static RuleLayer builtInLayer() {
    ClassLoader loader = RuleBook.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(Contents.PATH)) {
      if (in == null) {
        throw new IllegalStateException("kwhy was built without rules: no " + Contents.PATH);
      }
      return RuleLayer.of(ContentsReader.read(in), loader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in rules", e);
    }
  }
}
