/**
 * What can be seen from outside: read-only queries, each bound to its venue, answered in the shapes
 * of the public API.
 */
package io.conserje.connectors.postgres.views;
