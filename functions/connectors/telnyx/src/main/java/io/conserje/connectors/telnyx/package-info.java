/** Telnyx: messages we send, calls we command, and what it knows of them. */
package io.conserje.connectors.telnyx;
