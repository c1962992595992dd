package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Selector;
import io.kwhy.fact.cluster.Webhook;
import io.kwhy.fact.cluster.WebhookRule;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A ValidatingWebhookConfiguration or MutatingWebhookConfiguration. */
final class WebhookConfigurationReader extends ObjectReader {
  private final String kind;
  private List<One> webhooks = List.of();

  WebhookConfigurationReader(JsonCursor json, String kind) {
    super(json);
    this.kind = kind;
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("webhooks")) {
      webhooks = json.objects(One::new);
    }
  }

  @Override
  void tell(Facts facts) {
    webhooks.forEach(each -> each.tell(facts));
  }

  private final class One implements FieldReader {
    private String name = "";
    private String failurePolicy = "Fail";
    private final WebhookClientReader client = new WebhookClientReader(json);
    private int timeout = 10;
    private Selector namespaces = Selector.EVERYTHING;
    private Selector objects = Selector.EVERYTHING;
    private List<Rule> rules = List.of();
    private int line = json.line();

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name" -> {
          name = json.word();
          line = json.line();
        }
        case "failurePolicy" -> failurePolicy = json.word();
        case "timeoutSeconds" -> timeout = json.integer();
        case "namespaceSelector" -> namespaces = SelectorReader.at(json);
        case "objectSelector" -> objects = SelectorReader.at(json);
        case "clientConfig" -> json.fields(client);
        case "rules" -> rules = json.objects(Rule::new);
        default -> {}
      }
    }

    private void tell(Facts facts) {
      facts.add(
          new Webhook(
              kind,
              meta.name,
              name,
              failurePolicy,
              client.namespace,
              client.service,
              client.port,
              client.url,
              client.caGiven,
              timeout,
              namespaces,
              objects,
              facts.at(line)));
      for (Rule each : rules) {
        facts.add(
            new WebhookRule(
                kind,
                meta.name,
                name,
                each.operations,
                each.groups,
                each.resources,
                facts.at(each.line)));
      }
    }
  }

  private final class Rule implements FieldReader {
    private final int line = json.line();
    private List<String> operations = List.of();
    private List<String> groups = List.of();
    private List<String> resources = List.of();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "operations" -> operations = json.words();
        case "apiGroups" -> groups = json.allWords();
        case "resources" -> resources = json.words();
        default -> {}
      }
    }
  }
}
