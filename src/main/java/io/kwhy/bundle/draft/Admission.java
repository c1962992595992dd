package io.kwhy.bundle.draft;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.LineReader;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.redaction.JsonRedaction;
import io.kwhy.bundle.redaction.Redaction;
import io.kwhy.bundle.redaction.SecretDocuments;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How an entry gets into a bundle without its secrets.
 *
 * @param place where it stands in the table of sources, if it is of any
 */
record Admission(String path, Optional<Place> place) {
  /** All authorities that Mozilla trusts are some 200 KiB. */
  private static final int LONGEST_CERTIFICATE = 1 << 20;

  static Admission of(String path) {
    return new Admission(path, Layout.place(path));
  }

  /** Whether it must not be kept at all. */
  boolean isDropped() {
    return place
        .filter(found -> found.source().secrecy() == Source.Secrecy.CHECKED_AND_DROPPED)
        .isPresent();
  }

  /** Copies it, without what is secret. */
  void copy(InputStream raw, EntryWriter entry) throws IOException {
    if (path.startsWith("cluster/") && path.endsWith(".json")) {
      json(raw, entry);
    } else if (place.filter(Admission::isCertificate).isPresent()) {
      certificate(raw, entry);
    } else if (place.filter(Admission::isPlain).isPresent()) {
      raw.transferTo(entry);
    } else {
      text(raw, entry);
    }
  }

  private static boolean isCertificate(Place place) {
    return place.source() == Source.AGENT_CERTIFICATES
        || place.source() == Source.SERVER_CERTIFICATES;
  }

  /** As it is, which may be binary, unless somebody has put the key into the same file. */
  private void certificate(InputStream raw, EntryWriter entry) throws IOException {
    byte[] start = raw.readNBytes(LONGEST_CERTIFICATE + 1);
    if (start.length <= LONGEST_CERTIFICATE
        && !new String(start, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY")) {
      entry.write(start);
    } else {
      text(new SequenceInputStream(new ByteArrayInputStream(start), raw), entry);
    }
  }

  /** What commands of fixed form print. */
  private static boolean isPlain(Place place) {
    boolean command =
        place.source().capture() instanceof Capture.HostCommand
            || place.source().capture() instanceof Capture.HostFolders;
    return command && place.source().secrecy() == Source.Secrecy.OPEN;
  }

  private void json(InputStream raw, EntryWriter entry) throws IOException {
    boolean metadataOnly =
        place.map(found -> found.source().secrecy() == Source.Secrecy.METADATA_ONLY).orElse(false);
    if (metadataOnly) {
      ListWriter list = new ListWriter(entry, "Secret", true);
      try (list) {
        list.page(raw);
      }
      return;
    }
    try (JsonParser in = ListWriter.parser(raw);
        // What breaks off stays broken off: an object that seems whole would say what is not so.
        JsonGenerator out =
            ListWriter.generator(entry).disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)) {
      JsonRedaction redaction = new JsonRedaction(in, out, false);
      while (in.nextToken() != null) {
        redaction.value();
      }
      out.writeRaw('\n');
    } catch (JsonProcessingException | CharConversionException e) {
      // Its own words quote what it stumbled over.
      throw new DamagedEntryException("expected JSON to its end, found other text or none", e);
    }
  }

  private void text(InputStream raw, OutputStream entry) throws IOException {
    Redaction redaction = new Redaction(kind());
    Writer out = new BufferedWriter(new OutputStreamWriter(entry, StandardCharsets.UTF_8));
    try (LineReader lines = new LineReader(raw)) {
      if (place.map(Place::source).filter(Source.MANIFESTS::equals).isPresent()) {
        SecretDocuments documents = new SecretDocuments();
        while (lines.next()) {
          write(documents.next(lines.text()), redaction, out);
        }
        write(documents.end(), redaction, out);
      } else {
        while (lines.next()) {
          out.append(redaction.line(lines.text())).append('\n');
        }
      }
    } finally {
      out.flush();
    }
  }

  private static void write(List<String> lines, Redaction redaction, Writer out)
      throws IOException {
    for (String line : lines) {
      out.append(redaction.line(line)).append('\n');
    }
  }

  /** What {@code sysctl} prints has the form of settings. */
  private Redaction.Kind kind() {
    return place
        .filter(found -> found.source() != Source.SYSCTL)
        .map(found -> found.source().capture())
        .filter(capture -> !(capture instanceof Capture.HostFile))
        .map(capture -> Redaction.Kind.PROSE)
        .orElse(Redaction.Kind.SETTINGS);
  }
}
