package io.conserje.stay.tools;

import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import java.time.LocalTime;

/** Another hour to come or to leave. */
record AskedHour(
    Reference stay,
    @MayBeAbsent @Meaning("HH:mm; left out: as far as the house allows") LocalTime time) {}
