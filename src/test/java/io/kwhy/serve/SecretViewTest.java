package io.kwhy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretViewTest {
  @Test
  void what_a_secret_holds_is_not_shown() throws IOException {
    String secret =
        """
        {"kind":"Secret","metadata":{"name":"w1.node-password.k3s","labels":{"a":"b"},
          "annotations":{"last-applied":"{hash: c2VjcmV0}"}},
         "data":{"hash":"c2VjcmV0"},"stringData":{"more":"c2VjcmV0"},"odd":"c2VjcmV0","type":"Opaque"}
        """;
    Object tree = Tree.read(new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8)));
    String view = new String(Tree.write(SecretView.of((Map<?, ?>) tree)), StandardCharsets.UTF_8);
    assertThat(view)
        .isEqualTo(
            "{\"kind\":\"Secret\",\"metadata\":{\"name\":\"w1.node-password.k3s\",\"labels\":{\"a\":\"b\"},"
                + "\"annotations\":{\"last-applied\":\"<redacted>\"}},"
                + "\"data\":{\"hash\":\"PHJlZGFjdGVkPg==\"},\"stringData\":{\"more\":\"<redacted>\"},"
                + "\"type\":\"Opaque\"}");
  }
}
