package io.kwhy.bundle.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswdRowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secret,w1,w1,|secret|w1",
        "\"se,cret\" , w1|se,cret|w1",
        "\"se\"\"cret\",\"w1\"|se\"cret|w1",
        "\"secret,w1|\"secret|w1"
      })
  void row_is_a_password_and_a_name(String line, String password, String name) {
    assertThat(PasswdRow.of(line)).contains(new PasswdRow(password, name));
  }

  @Test
  @Timeout(value = 60, threadMode = SEPARATE_THREAD)
  void line_of_blanks_is_no_row_and_takes_no_time() {
    assertThat(PasswdRow.of(" ".repeat(1 << 20))).isEmpty();
  }
}
