package io.kwhy.parse.host;

import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The rows of {@code df}. A name that is too long for its column, without {@code -P}, stands on a
 * line of its own, and its figures on the next.
 */
final class MountedRows {

  /** What other languages leave of the header: {@code Dateisystem Typ 1K-Blöcke …}. */
  private static final Pattern INODES_OR_BLOCKS =
      Pattern.compile("\\sInodes\\s|\\s\\d{1,9}[BKM]?-\\p{L}");

  private final Facts facts;
  private final Consumer<MountedRow> consumer;
  private Optional<List<String>> header = Optional.empty();
  private Optional<Line> name = Optional.empty();
  private int rows;

  private MountedRows(Facts facts, Consumer<MountedRow> consumer) {
    this.facts = facts;
    this.consumer = consumer;
  }

  /** Hands over each row that has figures. */
  static void each(Input input, Facts facts, Consumer<MountedRow> consumer) throws IOException {
    MountedRows reading = new MountedRows(facts, consumer);
    int seen = Lines.each(input, facts, reading::line);
    reading.nameAlone();
    if (seen == 0) {
      facts.gap(0, "is empty");
    } else if (reading.header.isPresent() && reading.rows == 0) {
      facts.gap(0, "lists no file system");
    }
  }

  private void line(Line line) {
    if (header.isEmpty()) {
      header(line);
      return;
    }
    if (line.indented() && name.isPresent()) {
      Line first = name.get();
      name = Optional.empty();
      row(new Line(first.number(), first.text().strip() + " " + line.text().strip()));
      return;
    }
    nameAlone();
    if (line.words().size() == 1) {
      name = Optional.of(line);
    } else {
      row(line);
    }
  }

  private void header(Line line) {
    if (line.words().get(0).equals("Filesystem") || INODES_OR_BLOCKS.matcher(line.text()).find()) {
      header = Optional.of(line.words());
    } else {
      facts.gap(line.number(), line.insteadOf("the header of df"));
    }
  }

  private void row(Line line) {
    Optional<MountedRow> row = MountedRow.of(line, header.orElse(List.of()));
    row.ifPresentOrElse(
        consumer, () -> facts.gap(line.number(), line.insteadOf("a file system with its figures")));
    rows++;
  }

  private void nameAlone() {
    name.ifPresent(
        line -> facts.gap(line.number(), line.insteadOf("a file system with its figures")));
    name = Optional.empty();
  }
}
