package io.conserje.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The texts in a compiled class. */
record ClassConstants(ClassModel compiled) {

  static ClassConstants of(Path file) {
    try {
      return of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ClassConstants of(byte[] file) {
    return new ClassConstants(ClassFile.of().parse(file));
  }

  boolean isEnum() {
    return compiled
        .superclass()
        .filter(type -> type.asInternalName().equals("java/lang/Enum"))
        .isPresent();
  }

  boolean isPublic() {
    return compiled.flags().has(AccessFlag.PUBLIC);
  }

  /** What the public constructors take, as descriptors. */
  Stream<String> publicConstructors() {
    return compiled.methods().stream()
        .filter(m -> m.methodName().equalsString("<init>") && m.flags().has(AccessFlag.PUBLIC))
        .map(m -> m.methodType().stringValue());
  }

  /** Names, descriptors, and every text of code and annotations. */
  Stream<String> texts() {
    return entries()
        .filter(Utf8Entry.class::isInstance)
        .map(entry -> ((Utf8Entry) entry).stringValue());
  }

  /** The string literals of its code, a constant of another class included. */
  Stream<String> literals() {
    return entries()
        .filter(StringEntry.class::isInstance)
        .map(entry -> ((StringEntry) entry).stringValue());
  }

  private Stream<PoolEntry> entries() {
    return StreamSupport.stream(compiled.constantPool().spliterator(), false);
  }
}
