package io.kwhy.fact.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredTextTest {

  private static List<String> literals(String regex) {
    return RequiredText.in(regex).literals().stream().map(Literal::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "database space exceeded;database space exceeded",
        "node (?<subject>\\S+) was rejected;` was rejected`",
        "^Starting k3s(?: agent)? v;Starting k3s agent v|Starting k3s v",
        "Failed to (?:update|ensure) lease;Failed to update lease|Failed to ensure lease",
        "[Ff]ailed to pull;Failed to pull|failed to pull",
        "^Stopped (?:k3s\\S*\\.service|Lightweight);Stopped k3s|Stopped Lightweight",
        "(?:\\d+ bytes|everything) was lost;` bytes was lost|everything was lost`",
        "no leader|lost (\\d+) members;no leader| members",
        "abcdx?efgh;abcdxefgh|abcdefgh",
        "abcdx*efgh;abcd",
        "abcdx+efgh;abcdx",
        "abcdx{2}efgh;abcdx",
        "abcd(?:efgh)*;abcd",
        "10\\.0\\.0\\.1 unreachable;10.0.0.1 unreachable",
        "it said \"not authorized\";not authorized",
        "\\Qa.b.c.d\\E failed;a.b.c.d failed",
        "[.]service[:] gone;.service: gone",
        "(?=nothing)something;something",
        "some\\p{Alpha}thing\\x41else;thing",
        "\\u0041gent (?:is|was) down;gent is down|gent was down",
        "[]abc]defgh;defgh",
        "(?:ab|cd)+efgh;abefgh|cdefgh",
        "no such bucket error=\"(.*)\";no such bucket",
        "Synced node=w1;Synced",
        "k3s started --node=w1;k3s started --node=w1",
      })
  void literals_are_what_every_match_contains(String regex, String expected) {
    assertThat(literals(regex)).containsExactly(expected.split("\\|", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "\\d+ \\w+",
        "abcd|\\d+",
        "(?:abcdef)?",
        "(?x) a b c d e f g",
        "(?!abcdef)"
      })
  void nothing_is_claimed_where_a_match_may_be_without(String regex) {
    assertThat(literals(regex)).isEmpty();
  }

  @Test
  void case_is_folded_where_the_expression_says_so() {
    assertThat(RequiredText.in("(?i)Failed").literals())
        .containsExactly(new Literal("failed", true));
  }

  @Test
  void a_switch_of_case_inside_a_group_ends_with_it() {
    assertThat(RequiredText.in("(?:ab(?i)cd)efghi").literals())
        .containsExactly(new Literal("efghi", false));
  }

  @Test
  void groups_are_named_in_their_order() {
    assertThat(RequiredText.in("(?<name>\\w+) failed (?<=d )(?<why>.*)").groups())
        .containsExactly("name", "why");
  }
}
