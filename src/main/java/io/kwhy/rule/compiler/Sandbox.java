package io.kwhy.rule.compiler;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What users' rules may touch: facts, the words of inference, values and collections of Java, and
 * what Drools itself writes into their classes. Judged on the compiled classes, before any of them
 * is loaded, because rules are Java and Java has no other fence. It can't see loops or hunger for
 * memory.
 */
final class Sandbox {
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          String.join(
              "|",
              // The wall clock, chance, and settings that outlive the rule.
              "java/time/.*\\.now",
              "java/time/(Clock|InstantSource).*",
              "java/time/ZoneId\\.systemDefault",
              "java/lang/(Strict)?Math\\.random",
              "java/lang/(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)",
              "java/util/Locale\\.(setDefault|getDefault)",
              // What would write to the terminal.
              "java/lang/.*\\.printStackTrace",
              // Threads of others.
              "java/util/.*\\.parallel[A-Za-z]*",
              "java/util/stream/StreamSupport\\..*",
              // Text that would be run as code, and the compilers that the model's packages hold.
              "org/drools/.*\\.executeScript",
              "org/drools/model/(codegen|prototype)/.*",
              // Facts stay what they are.
              "org/drools/model/Drools(EntryPoint)?\\.(?!logicalInsert|getRule).*",
              "org/drools/model/functions/ScriptBlock.*"));

  private static final Pattern ALLOWED =
      Pattern.compile(
          String.join(
              "|",
              "io/kwhy/(fact|inference)/.*",
              "java/lang/(Boolean|Byte|Short|Integer|Long|Float|Double|Character|Number|Math"
                  + "|String|StringBuilder|CharSequence|Comparable|Iterable|Record|Enum"
                  + "|RuntimeException|IllegalArgumentException)\\..*",
              "java/lang/Object\\.(<init>|equals|hashCode|toString|getClass)",
              "java/util/(Optional(Int|Long|Double)?|List|Map|Set|Collection|Collections|Arrays"
                  + "|ArrayList|HashMap|HashSet|LinkedHashMap|LinkedHashSet|TreeMap|TreeSet"
                  + "|SortedMap|SortedSet|NavigableMap|NavigableSet|Objects|Locale|Iterator"
                  + "|Map\\$Entry|StringJoiner|Comparator)\\..*",
              "java/util/(function|stream|regex)/.*",
              "java/time/(temporal/|format/)?[A-Za-z$]+\\..*",
              // Written by the compilers of Java and Drools.
              "java/lang/System\\.arraycopy",
              "java/lang/invoke/(LambdaMetafactory\\.(altM|m)etafactory"
                  + "|StringConcatFactory\\.makeConcatWithConstants|SerializedLambda\\.get.*)",
              "java/lang/runtime/ObjectMethods\\.bootstrap",
              "org/drools/model/.*",
              "org/drools/modelcompiler/dsl/.*",
              "org/drools/modelcompiler/util/EvaluationUtil\\..*",
              "org/drools/modelcompiler/consequence/DroolsImpl\\.asKnowledgeHelper",
              "org/drools/core/base/accumulators/.*\\.<init>",
              "org/drools/core/rule/consequence/KnowledgeHelper\\.(insertLogical|getRule)",
              "org/drools/util/DateUtils\\.getDateFormatMask",
              "org/kie/api/definition/rule/Rule\\.getName"));

  /** Classes that may be extended, implemented, caught or cast to, but not all called. */
  private static final Pattern ALLOWED_CLASSES =
      Pattern.compile(
          String.join(
              "|",
              "io/kwhy/(fact|inference)/.*",
              "java/(lang|util|time)/[A-Z][A-Za-z$]*",
              "java/util/(function|stream|regex)/.*",
              "java/time/(temporal|format)/.*",
              "java/io/Serializable",
              "java/lang/(invoke|runtime)/.*",
              "org/drools/(model|modelcompiler|core/base/accumulators|base/factmodel)/.*",
              "org/drools/core/rule/consequence/KnowledgeHelper",
              "org/drools/util/DateUtils",
              "org/kie/api/definition/rule/Rule"));

  private Sandbox() {}

  /**
   * What the classes touch and may not, e.g. {@code java.lang.Runtime.getRuntime}; empty where all
   * is well.
   *
   * @param classes by path, with all that they may call of their own
   * @param known full names of other classes that they may use
   */
  static SortedSet<String> forbidden(SortedMap<String, byte[]> classes, Collection<String> known) {
    SortedSet<String> own = new TreeSet<>();
    classes.keySet().forEach(path -> own.add(path.replaceFirst("\\.class$", "")));
    known.forEach(name -> own.add(name.replace('.', '/')));
    SortedSet<String> forbidden = new TreeSet<>();
    for (byte[] classFile : classes.values()) {
      ClassReferences references = ClassReferences.of(classFile);
      for (String name : references.classes()) {
        if (!own.contains(name) && !ALLOWED_CLASSES.matcher(elementOf(name)).matches()) {
          forbidden.add(name.replace('/', '.'));
        }
      }
      for (String member : references.members()) {
        String owner = member.substring(0, member.lastIndexOf('.'));
        if (!own.contains(owner) && !owner.startsWith("[") && !isAllowed(member)) {
          forbidden.add(asWritten(member));
        }
      }
    }
    return forbidden;
  }

  private static boolean isAllowed(String member) {
    return ALLOWED.matcher(member).matches() && !FORBIDDEN.matcher(member).matches();
  }

  /** In a rule, {@code delete( x )} calls Drools' helper. */
  private static String asWritten(String member) {
    return member
        .replaceFirst("^.*/(KnowledgeHelper|Drools(EntryPoint)?)\\.", "drools.")
        .replace('/', '.');
  }

  /** The class of an array's elements: {@code [Ljava/lang/String;} is of Strings. */
  private static String elementOf(String className) {
    String element = className.replaceFirst("^\\[+", "");
    if (element.length() == className.length()) {
      return className;
    }
    return element.startsWith("L")
        ? element.substring(1, element.length() - 1)
        : "java/lang/Object";
  }
}
