/** Whether anybody speaks on a line, told from its noise. */
package io.conserje.connectors.audio.voice;
