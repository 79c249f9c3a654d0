import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The class files in a directory and below. */
final class ClassFiles {
  private ClassFiles() {}

  /** By their names, as {@code java/lang/String}. */
  static Map<String, ClassNode> in(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(path -> path.toString().endsWith(".class")).toList();
    }
    Map<String, ClassNode> classes = new TreeMap<>();
    for (Path file : files) {
      ClassNode node = new ClassNode();
      new ClassReader(Files.readAllBytes(file)).accept(node, 0);
      classes.put(node.name, node);
    }
    return classes;
  }

  static void write(Path directory, ClassNode node) throws IOException {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    Files.write(directory.resolve(node.name + ".class"), writer.toByteArray());
  }
}
