package io.conserje.conversation.builtin;

/** Something found in the words {@code from} (inclusive) to {@code to} (exclusive). */
record Hit<V>(int from, int to, V value) {}
