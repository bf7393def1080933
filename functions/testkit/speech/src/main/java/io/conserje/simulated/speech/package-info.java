/**
 * Providers that hear and speak, as they are on the wire: real sockets, their own messages, timing
 * and trouble as a test wants them. They know nothing of what they are to test.
 */
package io.conserje.simulated.speech;
