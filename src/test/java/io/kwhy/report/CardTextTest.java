package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardTextTest {
  @Test
  void card_for_itself_keeps_its_placeholders() throws IOException {
    StringBuilder out = new StringBuilder();
    new CardText(TextStyle.plain()).write(Samples.PASSWORD_LOST, out);
    Golden.check("io/kwhy/report/card.txt", out.toString());
  }

  @Test
  void list_has_a_line_to_a_card() throws IOException {
    StringBuilder out = new StringBuilder();
    new CardList()
        .writeText(List.of(Samples.PASSWORD_LOST, Samples.NOT_REGISTERED), TextStyle.plain(), out);
    assertThat(out)
        .hasToString(
            """
            cause, registration
              node-password-lost          The password of node {node} is not the one that the server remembers
                                          (critical)

            symptom, registration
              node-registration-rejected  Node {name} is refused by the server
            """);
  }
}
