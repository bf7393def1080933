package io.conserje.console;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One thing the system needs.
 *
 * @param detail what was found; never a value
 */
@Serdeable
record Check(String name, boolean ok, String detail) {}
