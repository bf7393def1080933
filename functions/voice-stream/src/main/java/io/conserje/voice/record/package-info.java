/** What is kept of calls: how long their guests waited, what they cost, what was heard. */
package io.conserje.voice.record;
