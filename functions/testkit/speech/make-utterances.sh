#!/bin/sh
# Makes the sentences of words.properties anew, as a telephone carries them: 8 kHz, mu-law. Needs espeak-ng and sox.
cd "$(dirname "$0")/src/main/resources/utterances" || exit 1
grep -v '^#' words.properties | while IFS='=' read -r name words; do
  printf '%s' "$words" | espeak-ng -v es+f3 -s 165 -p 55 --stdin --stdout |
    sox -t wav - -r 8000 -c 1 -e u-law -t wav "$name.wav" norm -4
done
