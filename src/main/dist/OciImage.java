import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a container image of folders, each a layer, without a daemon and without a base: a tar in the OCI layout, which
 * containerd, podman and skopeo read, with the manifest that Docker wants. The same folders give the same bytes.
 *
 * <p>{@code java OciImage.java OUTPUT NAME:TAG ARCHITECTURE ENTRYPOINT… -- FOLDER=/PLACE…}
 */
final class OciImage {
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  /** Nobody in particular; what runs needs no rights. */
  private static final String USER = "65532:65532";

  /** What a blob is, and of a layer what it is unpacked. */
  private record Blob(byte[] bytes, String digest, String unpacked) {
    String hex() {
      return digest.substring("sha256:".length());
    }
  }

  private OciImage() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    int end = words.indexOf("--");
    List<Blob> layers = new ArrayList<>();
    for (String layer : words.subList(end + 1, words.size())) {
      int equals = layer.indexOf('=');
      layers.add(layer(Path.of(layer.substring(0, equals)), layer.substring(equals + 1)));
    }
    Path output = Path.of(words.get(0));
    Path unfinished = output.resolveSibling(output.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(unfinished)) {
      write(out, words.get(1), words.get(2), words.subList(3, end), layers);
    }
    Files.move(unfinished, output, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(
      OutputStream out, String name, String architecture, List<String> entrypoint, List<Blob> layers)
      throws Exception {
    Blob config = blob(config(architecture, entrypoint, layers));
    Blob manifest = blob(manifest(config, layers));
    Map<String, byte[]> files = new TreeMap<>();
    for (Blob layer : layers) {
      files.put("blobs/sha256/" + layer.hex(), layer.bytes());
    }
    files.put("blobs/sha256/" + config.hex(), config.bytes());
    files.put("blobs/sha256/" + manifest.hex(), manifest.bytes());
    files.put("index.json", utf8(index(name, manifest)));
    files.put("manifest.json", utf8(docker(name, config, layers)));
    files.put("oci-layout", utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
    Tar tar = new Tar(out);
    tar.folder("blobs/", 0755);
    tar.folder("blobs/sha256/", 0755);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      tar.file(file.getKey(), 0644, file.getValue().length, new ByteArrayInputStream(file.getValue()));
    }
    tar.end();
  }

  private static String config(String architecture, List<String> entrypoint, List<Blob> layers) {
    return "{\"created\":\"1970-01-01T00:00:00Z\",\"architecture\":\"" + architecture + "\",\"os\":\"linux\","
        + "\"config\":{\"User\":\"" + USER + "\",\"WorkingDir\":\"/tmp\","
        + "\"Env\":[\"PATH=/usr/bin:/bin\",\"HOME=/tmp\",\"LANG=C.UTF-8\"],"
        + "\"Entrypoint\":[" + quoted(entrypoint) + "]},"
        + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[" + quoted(layers.stream().map(Blob::unpacked).toList()) + "]}}";
  }

  private static String manifest(Blob config, List<Blob> layers) {
    List<String> descriptors = layers.stream().map(layer -> descriptor(LAYER, layer, "")).toList();
    return "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":" + descriptor(CONFIG, config, "")
        + ",\"layers\":[" + String.join(",", descriptors) + "]}";
  }

  /** containerd calls an image by the first of the two names, others by its tag. */
  private static String index(String name, Blob manifest) {
    String names = ",\"annotations\":{\"io.containerd.image.name\":\"docker.io/library/" + name + "\","
        + "\"org.opencontainers.image.ref.name\":\"" + name.substring(name.indexOf(':') + 1) + "\"}";
    return "{\"schemaVersion\":2,\"manifests\":[" + descriptor(MANIFEST, manifest, names) + "]}";
  }

  private static String docker(String name, Blob config, List<Blob> layers) {
    List<String> paths = layers.stream().map(layer -> "blobs/sha256/" + layer.hex()).toList();
    return "[{\"Config\":\"blobs/sha256/" + config.hex() + "\",\"RepoTags\":[\"" + name + "\"],\"Layers\":["
        + quoted(paths) + "]}]";
  }

  private static String descriptor(String type, Blob blob, String more) {
    return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + blob.digest() + "\",\"size\":" + blob.bytes().length + more + "}";
  }

  /** None of what is quoted here has a character that JSON would want escaped. */
  private static String quoted(List<String> texts) {
    return String.join(",", texts.stream().map(text -> "\"" + text + "\"").toList());
  }

  private static Blob blob(String json) throws Exception {
    byte[] bytes = utf8(json);
    return new Blob(bytes, digest(MessageDigest.getInstance("SHA-256").digest(bytes)), "");
  }

  private static String digest(byte[] sha256) {
    return "sha256:" + HexFormat.of().formatHex(sha256);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Blob layer(Path folder, String place) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MessageDigest unpacked = MessageDigest.getInstance("SHA-256");
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes);
        DigestOutputStream out = new DigestOutputStream(gzip, unpacked)) {
      Tar tar = new Tar(out);
      String prefix = place.replaceAll("^/+|/+$", "");
      for (int slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', slash + 1)) {
        tar.folder(prefix.substring(0, slash + 1), 0755);
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted().toList()) {
          add(tar, file, (prefix.isEmpty() ? "" : prefix + "/") + folder.relativize(file));
        }
      }
      tar.end();
    }
    byte[] packed = bytes.toByteArray();
    String digest = digest(MessageDigest.getInstance("SHA-256").digest(packed));
    return new Blob(packed, digest, digest(unpacked.digest()));
  }

  private static void add(Tar tar, Path file, String name) throws IOException {
    if (Files.isSymbolicLink(file)) {
      tar.link(name, Files.readSymbolicLink(file).toString());
    } else if (Files.isDirectory(file)) {
      // /tmp is everybody's.
      boolean shared = name.equals("tmp");
      if (!name.isEmpty()) {
        tar.folder(name.endsWith("/") ? name : name + "/", shared ? 01777 : 0755);
      }
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        tar.file(name, Files.isExecutable(file) ? 0755 : 0644, Files.size(file), in);
      }
    }
  }

  /** Writes a tar in which all is dated 1970 and belongs to root. */
  private static final class Tar {
    private static final int BLOCK = 512;
    private final OutputStream out;

    Tar(OutputStream out) {
      this.out = out;
    }

    void folder(String name, int mode) throws IOException {
      header(name, mode, 0, '5', "");
    }

    void link(String name, String target) throws IOException {
      header(name, 0777, 0, '2', target);
    }

    void file(String name, int mode, long size, InputStream in) throws IOException {
      header(name, mode, size, '0', "");
      in.transferTo(out);
      out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    void end() throws IOException {
      out.write(new byte[2 * BLOCK]);
    }

    private void header(String name, int mode, long size, char kind, String target) throws IOException {
      byte[] header = new byte[BLOCK];
      int cut = utf8(name).length <= 100 ? 0 : cut(name);
      put(header, 0, cut == 0 ? name : name.substring(cut + 1), 100);
      put(header, 100, "%07o".formatted(mode), 8);
      put(header, 108, "0000000", 8);
      put(header, 116, "0000000", 8);
      put(header, 124, "%011o".formatted(size), 12);
      put(header, 136, "00000000000", 12);
      put(header, 148, "        ", 8);
      header[156] = (byte) kind;
      put(header, 157, target, 100);
      put(header, 257, "ustar\00000", 8);
      put(header, 345, name.substring(0, cut), 155);
      int sum = 0;
      for (byte each : header) {
        sum += each & 0xff;
      }
      put(header, 148, "%06o\0 ".formatted(sum), 8);
      out.write(header);
    }

    /** A long name has its folders in a field of their own. */
    private static int cut(String name) throws IOException {
      int slash = name.indexOf('/', Math.max(0, name.length() - 101));
      if (slash <= 0 || slash > 155) {
        throw new IOException("the name is too long for a tar: " + name);
      }
      return slash;
    }

    private static void put(byte[] header, int at, String text, int length) throws IOException {
      byte[] bytes = utf8(text);
      if (bytes.length > length) {
        throw new IOException("too long for a tar: " + text);
      }
      System.arraycopy(bytes, 0, header, at, bytes.length);
    }
  }
}
