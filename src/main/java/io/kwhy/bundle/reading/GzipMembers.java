package io.kwhy.bundle.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzip file, which may be of several members. Java's reader calls itself for each that is empty:
 * no tool writes thousands of them, and they would fill the stack.
 */
final class GzipMembers extends GZIPInputStream {
  GzipMembers(InputStream in, int size) throws IOException {
    super(in, size);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (StackOverflowError e) {
      throw new ZipException("thousands of empty members of a gzip file in a row");
    }
  }
}
