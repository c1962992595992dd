package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * The body of an answer as a stream. A few pieces wait to be read and no more are asked for
 * meanwhile: a page that comes before its turn stays with the server. The library's own stream
 * copies each byte by itself.
 */
final class AnswerStream extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {
  private static final int WAITING = 16;

  private final Queue<ByteBuffer> pieces = new ArrayDeque<>();
  private final Duration patience;
  private AsyncBody body;
  private CompletableFuture<Void> done;
  private boolean asked;
  private boolean ended;
  private Throwable failure;

  /**
   * @param patience how long to wait for the next piece
   */
  AnswerStream(Duration patience) {
    this.patience = patience;
  }

  /** The answer begins. */
  synchronized void begin(AsyncBody answer) {
    body = answer;
    done = body.done().whenComplete((nothing, thrown) -> end(thrown));
    asked = true;
    body.consume();
  }

  private synchronized void end(Throwable thrown) {
    ended = true;
    failure = thrown;
    notifyAll();
  }

  @Override
  public void consume(List<ByteBuffer> more, AsyncBody answer) {
    synchronized (this) {
      more.stream().filter(ByteBuffer::hasRemaining).forEach(pieces::add);
      asked = pieces.size() < WAITING;
      notifyAll();
      if (!asked) {
        return;
      }
    }
    answer.consume();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer piece = next();
    if (piece == null) {
      return -1;
    }
    int given = Math.min(length, piece.remaining());
    piece.get(target, offset, given);
    if (!piece.hasRemaining()) {
      pieces.remove();
      askAgain();
    }
    return given;
  }

  private void askAgain() {
    if (!asked && !ended && pieces.size() <= WAITING / 2) {
      asked = true;
      body.consume();
    }
  }

  /** The piece to read from; {@code null} at the end. */
  private ByteBuffer next() throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    while (pieces.isEmpty() && !ended) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IOException("nothing more came in " + patience.toSeconds() + " s");
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    if (pieces.isEmpty() && failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    return pieces.peek();
  }

  /** The rest is not wanted. */
  @Override
  public void close() {
    AsyncBody answer;
    synchronized (this) {
      answer = done == null || done.isDone() ? null : body;
      ended = true;
      pieces.clear();
    }
    if (answer != null) {
      answer.cancel();
    }
  }
}
