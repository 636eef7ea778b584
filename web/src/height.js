// When a frame tells its height: whenever it changes, unless it and the page around would go on for ever.

/** Without a change for so long, in milliseconds, what follows is a new story. */
const PAUSE = 2000;

/** What was told of a height, and what is to be. */
export class Heights {
  /** The height that was told last, in pixels. */
  told = 0;
  #width = 0;
  #time = 0;
  // How often it grew at one width, how often it shrank after it grew, and whether it grew last.
  #growths = 0;
  #turns = 0;
  #grew = false;

  /** What the visitor does starts a new story. */
  forget() {
    this.#growths = this.#turns = 0;
  }

  /**
   * Whether this height is to be told, which it then is.
   *
   * @param {number} height in pixels.
   * @param {number} width of the frame, in pixels.
   * @param {number} now in milliseconds.
   */
  isNews(height, width, now) {
    const grows = height > this.told;
    // Not shown, or so little less that it would not be seen.
    if (!height || !width || (!grows && height > this.told - 3)) return false;
    if (now - this.#time > PAUSE) this.forget();
    this.#time = now;
    if (grows && this.#width === width) this.#growths++;
    else this.#growths = 0;
    if (!grows && this.#grew) this.#turns++;
    // A page around that answers each height by another width would go on for ever: the highest stays.
    if (grows ? this.#growths > 60 : this.#turns > 3) return false;
    this.#grew = grows;
    this.#width = width;
    this.told = height;
    return true;
  }
}
