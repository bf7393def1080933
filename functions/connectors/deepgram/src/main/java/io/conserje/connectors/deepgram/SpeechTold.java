package io.conserje.connectors.deepgram;

import io.conserje.speech.SpeechRecognizer.Heard;
import java.time.Duration;

/** Who is told what the messages of a socket mean. */
interface SpeechTold {

  void heard(Heard heard);

  /** Nothing before this will be told again. */
  void settled(Duration upTo);

  /** Nothing more will come of this socket. */
  void failed(String reason);
}
