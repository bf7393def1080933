package io.conserje.guest;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the audit log.
 *
 * @param number rises with time
 * @param subject the guest's id
 * @param details counts and ids, nothing personal
 */
public record AuditEntry(
    long number,
    Instant at,
    String who,
    String what,
    String subject,
    Map<String, Object> details) {}
