// What the build writes before worker.js: `crates/site/src/worker.rs`.

/** The release that is kept. */
declare const RELEASE: {
  /** Changes with any kept file. */
  version: string;
  /** The one of the app, which the address of the data has. */
  app: string;
  /** Files whose name holds their hash, with their integrity. */
  hashed: [name: string, integrity: string][];
  /** The other files, and pages as the folders that they answer for. */
  others: string[];
};
