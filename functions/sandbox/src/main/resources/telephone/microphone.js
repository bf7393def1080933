/* Turns what the microphone brings into 20 ms of 16 kHz, 16 bits, the lower byte first. */
class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.step = sampleRate / 16000;
    this.at = 0;
    this.sum = 0;
    this.count = 0;
    this.frame = new DataView(new ArrayBuffer(640));
    this.filled = 0;
  }

  process(inputs) {
    for (const sample of inputs[0][0] ?? []) {
      this.sum += sample;
      this.count++;
      this.at++;
      if (this.at >= this.step) {
        this.at -= this.step;
        this.put(this.sum / this.count);
        this.sum = 0;
        this.count = 0;
      }
    }
    return true;
  }

  put(sample) {
    const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32767);
    this.frame.setInt16(2 * this.filled++, value, true);
    if (this.filled === 320) {
      this.port.postMessage(this.frame.buffer.slice(0));
      this.filled = 0;
    }
  }
}

registerProcessor("microphone", Microphone);
