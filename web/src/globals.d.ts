// What pages hold for their scripts, and what the build writes before some of these.

/** A file of the app that did not come: an element of the page, or the like. */
interface LackedFile {
  src?: string;
  href?: string;
  integrity?: string;
}

/** A file of this release. */
interface BuiltFile {
  name: string;
  integrity: string;
}

// By the first script of the page.

/** What the visitor has done before the app is there, in order. */
declare var begun: Event[];
declare var filesLacked: LackedFile[];
/** Pages of any release, and the script of rescue, count on it. */
declare var lackFiles: (files: LackedFile[]) => void;

// By the script that starts the app, for the app.

declare var catalogueText: Promise<string | undefined> | undefined;
declare var fetchModule: (name: string, start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
declare var takeOver: (app: HTMLElement) => void;
declare var visitorNeedsApp: (text: string) => Promise<void>;

// By the build: `crates/site/src/scripts.rs`.

/** Before start.js: the program that it starts; the files of each of its other modules, unless it is whole. */
declare const PROGRAM: {
  script: BuiltFile;
  wasm: BuiltFile;
  loader: BuiltFile | null;
  modules: Record<string, BuiltFile[]>;
};
/** Before not_found.js: the name of the script that starts the app. */
declare const START: string;
/** Before rescue.js: the sentence of each cause. */
declare const CAUSES: Record<string, string>;
/** Before one_file.js: what the page holds, compressed, as text; and what is said when it cannot start. */
declare const PACKED: { data: string; schema: string; program: string; failure: string };
/** Before one_file.js: what starts the program. */
declare const startProgram: (from: { module_or_path: unknown }) => Promise<unknown>;

// Not yet in the types of TypeScript.

interface Window {
  /** Asks the browser around to give the frame the height of its page. */
  requestResize?: () => void;
}
