import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures off the jars in the folders given. The JVM checks a signed jar anew at each start, which costs more than
 * what kwhy wants of it, and keeps none of its classes in the archive. Maven has held the jar against its checksum by then.
 */
final class UnsignedJars {
  private static final String SIGNATURE = "META-INF/[^/]+\\.(SF|RSA|DSA|EC)";

  private UnsignedJars() {}

  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(folder), "*.jar")) {
        for (Path jar : jars) {
          if (signed(jar)) {
            strip(jar);
          }
        }
      }
    }
  }

  private static boolean signed(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      return file.stream().anyMatch(entry -> entry.getName().matches(SIGNATURE));
    }
  }

  private static void strip(Path jar) throws IOException {
    Path unsigned = jar.resolveSibling(jar.getFileName() + ".tmp");
    try (JarFile file = new JarFile(jar.toFile(), false);
        OutputStream stream = Files.newOutputStream(unsigned);
        ZipOutputStream out = new ZipOutputStream(stream)) {
      for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        copy(file, entries.nextElement(), out);
      }
    }
    Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(JarFile file, ZipEntry entry, ZipOutputStream out) throws IOException {
    if (entry.getName().matches(SIGNATURE)) {
      return;
    }
    ZipEntry same = new ZipEntry(entry.getName());
    same.setTime(entry.getTime());
    out.putNextEntry(same);
    if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
      withoutDigests(file.getManifest()).write(out);
    } else {
      file.getInputStream(entry).transferTo(out);
    }
    out.closeEntry();
  }

  /** The main section; the others hold the digest of each entry. */
  private static Manifest withoutDigests(Manifest signed) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.putAll(signed.getMainAttributes());
    return manifest;
  }
}
