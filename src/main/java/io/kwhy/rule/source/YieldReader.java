package io.kwhy.rule.source;

import io.kwhy.rule.contents.Yield;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the consequence of a rule concludes. */
final class YieldReader {
  private static final Pattern NEW =
      Pattern.compile(
          "\\bnew\\s+([A-Z]\\w*)\\s*\\(\\s*(?:\"([^\"\\\\]*)\"\\s*,|(drools\\.getRule\\(\\)\\.getName\\(\\))\\s*,)?");

  /** A factory, {@code Type.of(…)}, makes its own type. */
  private static final Pattern FACTORY = Pattern.compile("\\b([A-Z]\\w*)\\.\\w+\\s*\\(");

  private static final Pattern VARIABLE = Pattern.compile("\\b(\\w+)\\s*=\\s*(?:new\\b|[A-Z])");

  /** What is concluded, up to what would say more: a word, or the object or class before a dot. */
  private static final Pattern CONCLUDED =
      Pattern.compile("\\binsertLogical\\s*\\(\\s*(?!new\\b)([\\w$]+)\\s*([.)])?");

  private YieldReader() {}

  /** What the consequence of a rule makes. */
  static SortedSet<Yield> of(DrlFile.Rule rule) {
    SortedSet<Yield> yields = new TreeSet<>();
    String consequence = DrlText.withoutComments(rule.consequence());
    Matcher factory = FACTORY.matcher(consequence);
    while (factory.find()) {
      yields.add(new Yield(factory.group(1), Yield.ANY));
    }
    Set<String> known = new HashSet<>();
    VARIABLE.matcher(consequence).results().forEach(found -> known.add(found.group(1)));
    Matcher concluded = CONCLUDED.matcher(consequence);
    while (concluded.find()) {
      String what = concluded.group(1);
      if (what.startsWith("$") && ")".equals(concluded.group(2))) {
        rule.patterns().forEach(pattern -> yields.add(new Yield(pattern.simpleType(), Yield.ANY)));
      } else if (!known.contains(what) && !Character.isUpperCase(what.charAt(0))) {
        yields.add(new Yield(Yield.ANY, Yield.ANY));
      }
    }
    Matcher made = NEW.matcher(consequence);
    while (made.find()) {
      String id = made.group(3) != null ? rule.name() : made.group(2);
      yields.add(new Yield(made.group(1), id == null ? Yield.ANY : id));
    }
    return yields;
  }
}
