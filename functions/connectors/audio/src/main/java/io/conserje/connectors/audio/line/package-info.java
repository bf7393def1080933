/** Sound as telephone lines carry it: how it is written, how fast, and how it begins. */
package io.conserje.connectors.audio.line;
