package io.kwhy.rule.compiler;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Classes of compiled rules. They come before the parent's classes of the same name, and of what
 * else the parent has in the packages of these rules only the types are seen that still stand: the
 * rest was made from other rules.
 */
final class RuleClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Set<String> packages;
  private final Set<String> standing;
  private final SortedMap<String, byte[]> classes;

  /**
   * Where the parent has it, by path: the compiler asks for the same again and again, mostly for
   * what is in none of all the jars.
   */
  private final Map<String, Optional<URL>> ofParent = new ConcurrentHashMap<>();

  /**
   * What the parent has not: asked for even more often, a name in each package that is imported.
   */
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  /**
   * @param packages packages that the rule files name
   * @param standing full names of the types in these packages that are the parent's
   * @param classes by path, e.g. {@code symptoms/Rules.class}
   */
  RuleClassLoader(
      Collection<String> packages,
      Collection<String> standing,
      SortedMap<String, byte[]> classes,
      ClassLoader parent) {
    super(parent);
    this.packages = Set.copyOf(packages);
    this.standing = standing.stream().map(RuleClassLoader::path).collect(toSet());
    this.classes = new TreeMap<>(classes);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = classes.get(path(name));
    if (bytes == null) {
      if (isHidden(path(name))) {
        throw new ClassNotFoundException(name);
      }
      if (unknown.contains(name)) {
        throw new ClassNotFoundException(name);
      }
      try {
        return super.loadClass(name, resolve);
      } catch (ClassNotFoundException e) {
        unknown.add(name);
        throw e;
      }
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
    }
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    byte[] bytes = classes.get(path);
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    return isHidden(path) ? null : super.getResourceAsStream(path);
  }

  @Override
  public URL getResource(String path) {
    return isHidden(path)
        ? null
        : ofParent
            .computeIfAbsent(path, key -> Optional.ofNullable(super.getResource(key)))
            .orElse(null);
  }

  @Override
  public Enumeration<URL> getResources(String path) throws IOException {
    return isHidden(path) ? Collections.emptyEnumeration() : super.getResources(path);
  }

  private static String path(String className) {
    return className.replace('.', '/') + ".class";
  }

  /** Drools puts a rule's lambdas into packages such as {@code P4F} below the rule's own. */
  private boolean isHidden(String path) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/'))).replace('/', '.');
    boolean ofRules =
        packages.contains(folder) || packages.contains(folder.replaceFirst("\\.P[0-9A-F]+$", ""));
    return ofRules && !standing.contains(path);
  }
}
