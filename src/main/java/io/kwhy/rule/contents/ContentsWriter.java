package io.kwhy.rule.contents;

import io.kwhy.fact.log.Literal;
import io.kwhy.fact.log.MessageText;
import io.kwhy.fact.log.Signal;
import java.util.TreeMap;

/** Packs {@link Contents}; {@link ContentsReader} reads them. */
public final class ContentsWriter {
  public static final int FORMAT = 7;

  private ContentsWriter() {}

  /** The contents as bytes; the same contents give the same bytes. */
  public static byte[] write(Contents contents) {
    PackWriter out = new PackWriter();
    out.number(FORMAT);
    out.text(contents.sha256());
    out.text(contents.engine());
    out.text(contents.basis());
    out.texts(contents.models());
    out.texts(contents.declared());
    out.number(contents.rules().size());
    contents.rules().forEach(rule -> write(out, rule));
    out.number(contents.parts().size());
    new TreeMap<>(contents.parts()).forEach((rule, part) -> write(out, rule, part));
    out.texts(contents.inherited().stream().sorted().toList());
    out.number(contents.signals().size());
    contents.signals().forEach(signal -> write(out, signal));
    Cards.write(out, contents.cards());
    return out.bytes();
  }

  private static void write(PackWriter out, RuleEntry rule) {
    out.text(rule.name());
    out.text(rule.kind().name());
    out.text(rule.area());
    out.text(rule.file());
    out.number(rule.line());
    out.text(rule.status());
    out.text(rule.packageName());
    out.texts(rule.types());
    out.number(rule.requires().size());
    rule.requires().forEach(requirement -> write(out, requirement));
    out.number(rule.yields().size());
    for (Yield yield : rule.yields()) {
      out.text(yield.type());
      out.text(yield.id());
    }
  }

  private static void write(PackWriter out, Requirement requirement) {
    out.text(requirement.type());
    out.number(requirement.fields().size());
    for (Requirement.Field field : requirement.fields()) {
      out.text(field.name());
      out.number(field.among() ? 1 : 0);
      out.texts(field.values());
    }
  }

  private static void write(PackWriter out, String rule, int part) {
    out.text(rule);
    out.number(part);
  }

  private static void write(PackWriter out, Signal signal) {
    out.text(signal.id());
    out.texts(signal.units());
    write(out, signal.text());
    out.texts(signal.over());
    out.text(signal.role().name());
    out.text(signal.source());
  }

  private static void write(PackWriter out, MessageText text) {
    out.text(text.regex());
    out.number(text.literals().size());
    for (Literal literal : text.literals()) {
      out.text(literal.text());
      out.number(literal.anyCase() ? 1 : 0);
    }
    out.texts(text.groups());
  }
}
