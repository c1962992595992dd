package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.node.Certificate;
import io.kwhy.parse.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private static final String PATH = "nodes/s1/files/var/lib/rancher/k3s/server/tls/server-ca.crt";

  private static String authority() throws IOException {
    return Files.readString(Path.of("facts-samples/token-ca-mismatch").resolve(PATH));
  }

  private static Recorded read(String text) {
    return Recorded.run(Certificates::parse, Source.SERVER_CERTIFICATES, "s1", PATH, text);
  }

  private static List<Certificate> certificates(Recorded recorded) {
    return recorded.facts().stream().map(Certificate.class::cast).toList();
  }

  @Test
  void text_around_certificates_is_passed_over() throws IOException {
    Recorded recorded = read("Subject: CN=ca\n\n" + authority() + "\nand that was it\n");
    assertThat(recorded.gaps()).isEmpty();
    assertThat(certificates(recorded)).singleElement().matches(Certificate::authority);
  }

  @Test
  void file_of_which_a_part_is_missing_has_no_hash() throws IOException {
    String whole = authority();
    Recorded recorded = read(whole + whole.substring(0, whole.length() / 2));
    assertThat(recorded.gaps()).singleElement().asString().contains("has no end");
    assertThat(certificates(recorded)).singleElement().matches(one -> one.caHash().isEmpty());
    assertThat(certificates(read(whole)))
        .singleElement()
        .matches(one -> one.caHash().length() == 64);
  }

  @Test
  void what_is_no_certificate_is_a_gap() {
    assertThat(read("-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n").gaps())
        .containsExactly(
            "1: expected a certificate in base64, found something else",
            "0: expected a PEM certificate, found none");
  }
}
