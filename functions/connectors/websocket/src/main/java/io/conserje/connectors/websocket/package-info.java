/**
 * WebSockets to providers that last as long as a call. They stand on the event loops of whoever
 * carries the calls, one socket on its call's own loop where there is one, so that sound goes to a
 * provider without changing threads and a call costs no thread. The JDK's client hands every frame
 * to a pool and keeps a chain of futures for it: at fifty frames a second for each of some hundred
 * calls that is most of the work.
 */
package io.conserje.connectors.websocket;
