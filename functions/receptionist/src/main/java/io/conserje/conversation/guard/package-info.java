/**
 * What stands between a language model and the guest: nothing is said of a booking, a time, a
 * price, a code or a number that the house did not give, and nothing goes out that is no plain
 * text.
 */
package io.conserje.conversation.guard;
