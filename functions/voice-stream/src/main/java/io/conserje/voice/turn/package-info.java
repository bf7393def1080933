/** Whose turn it is to speak: when a guest has finished, and what is no interruption. */
package io.conserje.voice.turn;
