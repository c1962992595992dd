package io.kwhy.rule.selection;

import java.util.List;
import java.util.Set;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/** Of a package of rules some alone. */
record ModelOfSome(Model model, Set<String> rules) implements Model {
  @Override
  public String getName() {
    return model.getName();
  }

  @Override
  public String getPackageName() {
    return model.getPackageName();
  }

  @Override
  public List<Rule> getRules() {
    return model.getRules().stream().filter(rule -> rules.contains(rule.getName())).toList();
  }

  /** Drools declares it so. */
  @Override
  @SuppressWarnings("rawtypes")
  public List<Global> getGlobals() {
    return model.getGlobals();
  }

  @Override
  public List<Query> getQueries() {
    return model.getQueries();
  }

  @Override
  public List<TypeMetaData> getTypeMetaDatas() {
    return model.getTypeMetaDatas();
  }

  @Override
  public List<EntryPoint> getEntryPoints() {
    return model.getEntryPoints();
  }
}
