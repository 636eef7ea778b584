/**
 * Starts the smallest program. Some browsers run none and some hosts forbid it, which this throws; WebKit refuses
 * to start it, not to read it.
 */
export const tryWebAssembly = () => {
  new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
};
