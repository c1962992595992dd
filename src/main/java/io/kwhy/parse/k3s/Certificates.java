package io.kwhy.parse.k3s;

import io.kwhy.fact.node.Certificate;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** The certificates in a PEM file. */
public final class Certificates {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /** Kinds of subject alternative names: RFC 5280, 4.2.1.6. */
  private static final int DNS_NAME = 2;

  private static final int IP_ADDRESS = 7;

  private record Found(X509Certificate certificate, int line) {}

  private Certificates() {}

  /**
   * Adds the certificates in their order, or a gap where there is none.
   *
   * @throws IOException where the entry cannot be read any further
   */
  public static void parse(Input input, Facts facts) throws IOException {
    byte[] bytes = SmallFile.bytes(input, facts);
    List<String> lines =
        new String(bytes, StandardCharsets.UTF_8).lines().map(String::strip).toList();
    List<Found> found = certificates(lines, facts);
    if (found.isEmpty()) {
      facts.gap(0, "expected a PEM certificate, found none");
      return;
    }
    boolean whole = lines.stream().filter(BEGIN::equals).count() == found.size();
    String caHash = whole ? caHash(bytes, found) : "";
    for (int i = 0; i < found.size(); i++) {
      X509Certificate each = found.get(i).certificate();
      facts.add(
          new Certificate(
              input.node(),
              input.hostPath(),
              i,
              each.getSubjectX500Principal().getName(),
              each.getIssuerX500Principal().getName(),
              names(each),
              each.getNotBefore().toInstant(),
              each.getNotAfter().toInstant(),
              each.getBasicConstraints() >= 0,
              caHash,
              facts.at(found.get(i).line())));
    }
  }

  private static List<Found> certificates(List<String> lines, Facts facts) {
    List<Found> found = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    int begin = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.equals(BEGIN)) {
        begin = i + 1;
        body.setLength(0);
      } else if (line.equals(END) && begin > 0) {
        add(body.toString(), begin, found, facts);
        begin = 0;
      } else if (begin > 0) {
        body.append(line);
      }
    }
    if (begin > 0) {
      facts.gap(begin, "the certificate that begins here has no end");
    }
    return found;
  }

  private static void add(String base64, int line, List<Found> found, Facts facts) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      found.add(
          new Found(
              (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)), line));
    } catch (IllegalArgumentException | CertificateException e) {
      facts.gap(line, "expected a certificate in base64, found something else");
    }
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives == null) {
        return List.of();
      }
      return alternatives.stream()
          .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
          .map(name -> (String) name.get(1))
          .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /**
   * What a K10 token carries for this file: the digest of the file where it holds one certificate,
   * else of the root that the first one leads to.
   */
  private static String caHash(byte[] file, List<Found> found) {
    try {
      byte[] hashed = file;
      if (found.size() > 1) {
        X509Certificate root = root(found);
        hashed = root == null ? file : root.getEncoded();
      }
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(hashed));
    } catch (CertificateException e) {
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static X509Certificate root(List<Found> found) {
    X509Certificate at = found.get(0).certificate();
    for (int steps = 0; steps < found.size(); steps++) {
      X509Certificate issuer = issuer(at, found);
      if (issuer == null) {
        return null;
      }
      if (issuer.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
        return issuer;
      }
      at = issuer;
    }
    return null;
  }

  private static X509Certificate issuer(X509Certificate certificate, List<Found> found) {
    for (Found candidate : found.subList(1, found.size())) {
      X509Certificate each = candidate.certificate();
      if (each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
          && signs(each, certificate)) {
        return each;
      }
    }
    return null;
  }

  private static boolean signs(X509Certificate issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
