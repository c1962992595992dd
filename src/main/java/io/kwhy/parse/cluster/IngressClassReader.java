package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.IngressClass;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** An IngressClass. */
final class IngressClassReader extends ObjectReader {
  private String controller = "";
  private boolean isDefault;

  IngressClassReader(JsonCursor json) {
    super(json);
  }

  @Override
  void annotation(String name) throws IOException {
    if (name.equals("ingressclass.kubernetes.io/is-default-class")) {
      isDefault = json.word().equals("true");
    }
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("spec")) {
      json.fields(
          field -> {
            if (field.equals("controller")) {
              controller = json.word();
            }
          });
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(new IngressClass(meta.name, controller, isDefault, facts.at(meta.line)));
  }
}
