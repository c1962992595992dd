package io.kwhy.rule.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.log.Literal;
import io.kwhy.fact.log.MessageText;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalParserTest {
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void any_wording_of_a_list_is_the_message() {
    MessageText text = parse("['(?i)no such (?<host>host)', 'unknown name (?<name>[a-z]+)']");

    assertThat(problems).isEmpty();
    assertThat(text.groups()).containsExactly("host", "name");
    assertThat(text.literals()).extracting(Literal::text).contains("unknown name ");
    assertThat(Pattern.compile(text.regex()).asPredicate())
        .accepts("No Such Host", "unknown name shop")
        .as("the first wording's flag ends with it")
        .rejects("Unknown Name shop");
  }

  @Test
  void list_of_one_is_what_it_holds() {
    assertThat(parse("['no such host']")).isEqualTo(parse("'no such host'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          []                                     ; expected 4 or more plain characters
          'abcd['                                ; :2: is not a regular expression: Unclosed
          ['no such host', 'abcd[']              ; :2: item 2 is not a regular expression: Unclosed
          ['the (?<a>host)', 'any (?<a>name)']   ; all items together are not a regular expression: Named
          ['no such host', '.*']                 ; expected 4 or more plain characters
          [[no such host]]                       ; "text" is not a list of texts
          """)
  void what_cannot_be_looked_for_is_told(String text, String problem) {
    parse(text);
    assertThat(problems).isNotEmpty();
    assertThat(problems.get(0).toString()).contains("signals/a.yaml").contains(problem);
  }

  private MessageText parse(String text) {
    String yaml = "- id: mine\n  text: " + text + "\n  source: https://example.org\n";
    return new SignalParser(problems::add)
        .parse(new RuleFile("", "signals/a.yaml", yaml))
        .get(0)
        .value()
        .text();
  }
}
