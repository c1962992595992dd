package io.kwhy.bundle.pseudonym;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Pseudonyms for the addresses and the names of hosts in one bundle. The same one stands for the
 * same thing everywhere; networks stay networks, what was in one still is, and the order stays, so
 * that a diagnosis comes to the same result. The same bundle gets the same pseudonyms.
 */
public final class Pseudonyms {
  private final Ipv4Map ipv4 = new Ipv4Map();
  private final Ipv6Map ipv6 = new Ipv6Map();
  private final HostNames names = new HostNames();
  private final AddressExchange addresses = new AddressExchange(ipv4, ipv6);
  private final DottedNames dotted = new DottedNames(names);
  private final Pem pem = new Pem(new Der(this::plain, addresses::exchanged)::rewritten);

  private Pseudonyms() {}

  /** Those for a bundle with these entries. */
  public static Pseudonyms of(List<Entry> entries, Manifest manifest) throws IOException {
    Pseudonyms made = new Pseudonyms();
    made.learn(entries, manifest);
    return made;
  }

  /** The line with pseudonyms in it. */
  public String text(String line) {
    return plain(pem.rewritten(line));
  }

  /** What an entry holds, with pseudonyms in it. */
  public InputStream open(Entry entry) throws IOException {
    return new LineStream(reader(entry), this::text);
  }

  private String plain(String line) {
    return dotted.exchanged(addresses.exchanged(line));
  }

  /** Names of domains tell which other names are hosts': these are looked for a second time. */
  private void learn(List<Entry> entries, Manifest manifest) throws IOException {
    HostNameSearch search = new HostNameSearch(names);
    manifest
        .nodes()
        .forEach(
            (name, host) -> {
              names.add(name);
              names.add(host.hostname());
            });
    for (Entry entry : entries) {
      Pem certificates = new Pem(new Der(text -> learn(search, text), this::learn)::rewritten);
      each(
          entry,
          line -> {
            addresses.learn(line);
            search.line(entry.path(), line);
            certificates.rewritten(line);
          });
      addresses.learn(entry.path());
    }
    if (names.hasDomains()) {
      for (Entry entry : entries) {
        each(entry, dotted::learn);
      }
    }
    names.settle();
  }

  private String learn(HostNameSearch search, String text) {
    addresses.learn(text);
    search.line("", text);
    return text;
  }

  private byte[] learn(byte[] address) {
    addresses.learn(address);
    return address;
  }

  private static void each(Entry entry, Consumer<String> line) throws IOException {
    UnaryOperator<String> seen =
        text -> {
          line.accept(text);
          return "";
        };
    try (LineStream lines = new LineStream(reader(entry), seen)) {
      lines.drain();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static BufferedReader reader(Entry entry) throws IOException {
    return new BufferedReader(new InputStreamReader(entry.open(), StandardCharsets.UTF_8));
  }
}
