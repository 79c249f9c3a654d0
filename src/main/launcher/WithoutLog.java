import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Takes out of a library what it says to Java's own log, which takes a tenth of a short command's
 * time to begin (docs/decisions/0020).
 *
 * <p>Called by distribution.xml with the directory of the classes, which it changes. A logger
 * becomes null and is not asked any more. What this does not know ends the build.
 */
public final class WithoutLog {
  private static final String LOG = "java/util/logging/";
  private static final String LOGGER = LOG + "Logger";

  private WithoutLog() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    int count = 0;
    for (ClassNode node : ClassFiles.in(directory).values()) {
      int calls = 0;
      for (MethodNode method : node.methods) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (isOfLog(instruction)) {
            method.instructions.insert(instruction, instead(instruction));
            method.instructions.remove(instruction);
            calls++;
          }
        }
      }
      if (calls > 0) {
        ClassFiles.write(directory, node);
        count += calls;
      }
    }
    if (count == 0) {
      throw new IllegalStateException("it does not log: this program can go");
    }
    System.out.println(count + " instructions for Java's log are taken out");
  }

  private static boolean isOfLog(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode lambda
        && Arrays.toString(lambda.bsmArgs).contains(LOG)) {
      throw new IllegalStateException("a reference to a method of " + LOG + " is not known");
    }
    return (instruction instanceof MethodInsnNode call && call.owner.startsWith(LOG))
        || (instruction instanceof FieldInsnNode field && field.owner.startsWith(LOG));
  }

  /** Takes from the stack what the instruction took, and leaves nothing for what it left. */
  private static InsnList instead(AbstractInsnNode instruction) {
    InsnList list = new InsnList();
    if (instruction instanceof MethodInsnNode call && call.owner.equals(LOGGER)) {
      Type[] arguments = Type.getArgumentTypes(call.desc);
      for (int i = arguments.length - 1; i >= 0; i--) {
        list.add(new InsnNode(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
      }
      if (call.getOpcode() != Opcodes.INVOKESTATIC) {
        list.add(new InsnNode(Opcodes.POP));
      }
      Type result = Type.getReturnType(call.desc);
      if (result.getInternalName().equals(LOGGER)) {
        list.add(new InsnNode(Opcodes.ACONST_NULL));
      } else if (result == Type.BOOLEAN_TYPE) {
        list.add(new InsnNode(Opcodes.ICONST_0));
      } else if (result != Type.VOID_TYPE) {
        throw new IllegalStateException(call.name + call.desc + " is not known");
      }
      return list;
    }
    if (instruction.getOpcode() == Opcodes.GETSTATIC) {
      list.add(new InsnNode(Opcodes.ACONST_NULL));
      return list;
    }
    throw new IllegalStateException("there is more of " + LOG + " than loggers and levels");
  }
}
