package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ReadyzCheck;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.SmallFile;
import io.kwhy.parse.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /readyz?verbose} answers: a line for each check, then the verdict, which becomes a
 * check named {@value #VERDICT}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/health-checks/">Kubernetes API
 *     health endpoints</a>
 */
final class ReadyzParser implements Parser {
  static final String VERDICT = "readyz";

  private static final Pattern CHECK =
      Pattern.compile("\\[([+-])](\\S+) (?:ok|failed(?:: (.*))?|(excluded: ok))");

  /** Kubernetes before v1.18 says healthz here, too. */
  private static final Pattern END = Pattern.compile("(?:readyz|healthz) check (passed|failed)");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    List<String> lines = SmallFile.lines(input, facts);
    boolean ended = false;
    for (int i = 0; i < lines.size(); i++) {
      for (String line : unquoted(lines.get(i))) {
        ended |= read(line.strip(), i + 1, facts);
      }
    }
    if (!ended) {
      facts.gap(lines.size(), "ends without a verdict, expected \"readyz check passed\" or failed");
    }
  }

  /** When a check fails, kubectl calls it an error and quotes the answer, on one line. */
  private static List<String> unquoted(String line) {
    int start = line.indexOf("(\"");
    int end = line.lastIndexOf("\")");
    boolean quotes = line.startsWith("Error from server") && start >= 0 && start + 2 <= end;
    return quotes ? List.of(line.substring(start + 2, end).split("\\\\n")) : List.of(line);
  }

  /** Whether this was the verdict. */
  private static boolean read(String line, int number, Facts facts) {
    Matcher check = CHECK.matcher(line);
    Matcher end = END.matcher(line);
    if (check.matches()) {
      facts.add(check(check, number, facts));
    } else if (line.equals("ok") || end.matches()) {
      boolean passed = line.equals("ok") || end.group(1).equals("passed");
      facts.add(new ReadyzCheck(VERDICT, passed, "", facts.at(number)));
      return true;
    } else if (!line.isEmpty()) {
      facts.gap(
          number, "is \"" + JsonPath.brief(line) + "\", expected \"[+]check ok\" or the like");
    }
    return false;
  }

  private static ReadyzCheck check(Matcher check, int number, Facts facts) {
    boolean passed = check.group(1).equals("+");
    String reason = check.group(3) == null ? "" : check.group(3);
    String detail = check.group(4) == null ? reason : "excluded";
    return new ReadyzCheck(check.group(2), passed, detail, facts.at(number));
  }
}
