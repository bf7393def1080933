package io.conserje.testkit.coldstart;

import java.util.function.Consumer;

/**
 * A function's first event.
 *
 * @param check throws when the answer is not a real one
 */
record First(byte[] event, Consumer<byte[]> check) {}
