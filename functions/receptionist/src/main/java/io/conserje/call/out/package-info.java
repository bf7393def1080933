/** Calls the house makes: why, when they are allowed, that each rings once, and who answers. */
package io.conserje.call.out;
