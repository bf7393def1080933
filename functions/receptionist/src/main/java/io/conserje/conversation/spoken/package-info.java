/** What is written is made sayable: a voice reads letters, digits and signs as they stand. */
package io.conserje.conversation.spoken;
