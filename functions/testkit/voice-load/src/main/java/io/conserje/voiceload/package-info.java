/**
 * {@code mvn -Pvoice-load}: the host of calls on one core, and around it the telephone company, its
 * guests, and the vendors that hear and speak, all over real sockets.
 */
package io.conserje.voiceload;
