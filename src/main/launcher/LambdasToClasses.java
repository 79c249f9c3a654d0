import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives each lambda and each method reference a class of its own, as compilers for old Javas did.
 * Else the JVM makes that class at each start, when it comes to the lambda for the first time,
 * which takes several times as long as to find one in the class archive (docs/decisions/0019).
 *
 * <p>Called by distribution.xml with the directory of the classes, which it changes. Lambdas that
 * are serializable or have more than one interface stay as they are; Aquila has none.
 */
public final class LambdasToClasses {
  private static final String FACTORY = "of";
  private static final Type CHARACTER = Type.getType(Character.class);

  private final Map<String, ClassNode> classes;
  private final List<ClassNode> made = new ArrayList<>();

  private LambdasToClasses(Map<String, ClassNode> classes) {
    this.classes = classes;
  }

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    LambdasToClasses change = new LambdasToClasses(ClassFiles.in(directory));
    change.classes.values().forEach(change::withoutLambdas);
    change.made.forEach(node -> change.classes.put(node.name, node));
    for (ClassNode node : change.classes.values()) {
      ClassFiles.write(directory, node);
    }
    System.out.println(change.made.size() + " lambdas have become classes");
  }

  private void withoutLambdas(ClassNode outer) {
    int count = 0;
    for (MethodNode method : outer.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode lambda
            && lambda.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
            && lambda.bsm.getName().equals("metafactory")) {
          String name = outer.name + "$Lambda" + ++count;
          made.add(classOf(lambda, name, outer));
          method.instructions.set(
              lambda, new MethodInsnNode(Opcodes.INVOKESTATIC, name, FACTORY, lambda.desc));
        }
      }
    }
  }

  private ClassNode classOf(InvokeDynamicInsnNode lambda, String name, ClassNode outer) {
    Type self = Type.getObjectType(name);
    Type[] kept = Type.getArgumentTypes(lambda.desc);
    ClassNode node = new ClassNode();
    node.visit(
        outer.version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        new String[] {Type.getReturnType(lambda.desc).getInternalName()});
    // What it calls may be private.
    ClassNode host = outer.nestHostClass == null ? outer : classes.get(outer.nestHostClass);
    node.visitNestHost(host.name);
    host.visitNestMember(name);
    for (int i = 0; i < kept.length; i++) {
      node.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "kept" + i, kept[i].getDescriptor(), null, null);
    }
    constructor(node, self, kept);
    factory(node, self, lambda.desc);
    call(node, self, kept, lambda);
    return node;
  }

  private static void constructor(ClassNode node, Type self, Type[] kept) {
    GeneratorAdapter code =
        method(node, Opcodes.ACC_PRIVATE, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, kept));
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), Method.getMethod("void <init> ()"));
    for (int i = 0; i < kept.length; i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(self, "kept" + i, kept[i]);
    }
    code.returnValue();
    code.endMethod();
  }

  private static void factory(ClassNode node, Type self, String descriptor) {
    GeneratorAdapter code = method(node, Opcodes.ACC_STATIC, FACTORY, descriptor);
    code.newInstance(self);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(
        self,
        new Method(
            "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, Type.getArgumentTypes(descriptor))));
    code.returnValue();
    code.endMethod();
  }

  /** The interface's method, which hands what was kept and what it gets to the lambda's body. */
  private static void call(ClassNode node, Type self, Type[] kept, InvokeDynamicInsnNode lambda) {
    Type erased = (Type) lambda.bsmArgs[0];
    Handle body = (Handle) lambda.bsmArgs[1];
    Type exact = (Type) lambda.bsmArgs[2];
    boolean isNew = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
    if (!isNew && body.getTag() != Opcodes.H_INVOKESTATIC) {
      wanted.add(0, Type.getObjectType(body.getOwner()));
    }
    GeneratorAdapter code = method(node, Opcodes.ACC_PUBLIC, lambda.name, erased.getDescriptor());
    if (isNew) {
      code.newInstance(Type.getObjectType(body.getOwner()));
      code.dup();
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (i < kept.length) {
        code.loadThis();
        code.getField(self, "kept" + i, kept[i]);
      } else {
        int argument = i - kept.length;
        code.loadArg(argument);
        Type known = exact.getArgumentTypes()[argument];
        become(code, erased.getArgumentTypes()[argument], known);
        become(code, known, wanted.get(i));
      }
    }
    code.visitMethodInsn(
        opcode(body), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type result = isNew ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    if (erased.getReturnType() == Type.VOID_TYPE) {
      drop(code, result);
    } else {
      become(code, result, exact.getReturnType());
      become(code, exact.getReturnType(), erased.getReturnType());
    }
    code.returnValue();
    code.endMethod();
  }

  private static int opcode(Handle body) {
    switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC:
        return Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL:
        return Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKEINTERFACE:
        return Opcodes.INVOKEINTERFACE;
      default:
        return body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    }
  }

  private static void drop(GeneratorAdapter code, Type type) {
    if (type.getSize() == 2) {
      code.pop2();
    } else if (type.getSize() == 1) {
      code.pop();
    }
  }

  private static void become(GeneratorAdapter code, Type from, Type to) {
    boolean isObject = from.getSort() >= Type.ARRAY;
    boolean shallBeObject = to.getSort() >= Type.ARRAY;
    if (isObject && shallBeObject) {
      if (!from.equals(to)) {
        code.checkCast(to);
      }
    } else if (isObject && from.equals(CHARACTER)) {
      // A number it may become, but only after it has become a char.
      code.unbox(Type.CHAR_TYPE);
      code.cast(Type.CHAR_TYPE, to);
    } else if (isObject) {
      code.unbox(to);
    } else if (shallBeObject) {
      code.valueOf(from);
    } else {
      code.cast(from, to);
    }
  }

  private static GeneratorAdapter method(
      ClassNode node, int access, String name, String descriptor) {
    MethodNode method = (MethodNode) node.visitMethod(access, name, descriptor, null, null);
    return new GeneratorAdapter(method, access, name, descriptor);
  }
}
