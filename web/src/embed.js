// Puts views of the catalogue in the pages of any site, and gives each frame the height of what it
// shows. How it is used, and what frames and pages say to each other: docs/integrer.md.

import { EMBED_ELEMENT, EMBED_FILE, EMBED_FOLDER, HEIGHT_MESSAGE, HELLO_MESSAGE } from "./names.js";
import { ATTRIBUTES } from "./embed_attributes.js";

const NAME = "Communs numériques";

/**
 * The attribute of a script that names this one.
 *
 * @param {Element | null} script
 */
const sourceOf = (script) =>
  [...(script?.attributes ?? [])].find(({ value }) => value.includes(EMBED_FILE))?.value;

/** @param {HTMLElement} script */
const run = (script) => {
  const source = /** @type {string} */ (sourceOf(script));
  const site = new URL(".", new URL(source, document.baseURI));
  const views = site + EMBED_FOLDER;
  /**
   * Frames of our elements, which no search of the page finds.
   *
   * @type {Set<HTMLIFrameElement>}
   */
  const inside = new Set();
  const frames = () => [...document.querySelectorAll("iframe"), ...inside].filter(({ src }) => src.startsWith(views));
  /**
   * Makes a frame show a view, or nothing that is not one.
   *
   * @param {URL} address
   * @param {string | undefined} title
   */
  const show = (address, title, frame = document.createElement("iframe")) => {
    if (!address.href.startsWith(views)) return console.warn(`${address}: not in ${views}`);
    frame.title = title || NAME;
    frame.loading = "lazy";
    frame.style.cssText ||= "border:0;width:100%;height:600px";
    frame.src = address.href;
    return frame;
  };
  const asked = script.dataset;
  // Its first name, and what an optimiser made of it, are read too.
  const view = asked.vue ?? asked.dataRocketSrc ?? asked.src;
  // Without a title, the address of this very script is no lost view.
  if (view && (view !== source || asked.title)) {
    const link = document.createElement("a");
    link.href = site.href;
    link.textContent = asked.title || NAME;
    script.replaceWith(show(new URL(view, site), asked.title) ?? link);
  }

  // A page may have the script many times.
  if (/** @type {any} */ (window)[views]) return;
  /** @type {any} */ (window)[views] = 1;

  addEventListener("message", ({ data, origin, source }) => {
    const height = data?.hauteur;
    if (
      data?.type === HEIGHT_MESSAGE &&
      data.version === 1 &&
      Number.isFinite(height) &&
      height > 0 &&
      // A sandboxed frame has no origin: its window says which it is.
      (origin === site.origin || origin === "null")
    ) {
      for (const frame of frames()) {
        if (frame.contentWindow === source) {
          // Its border comes in addition.
          frame.style.height = Math.min(Math.max(height, 100), 2e4) + frame.offsetHeight - frame.clientHeight + "px";
        }
      }
    }
  });
  // Frames that came first have spoken already; the others will.
  for (const frame of frames()) frame.contentWindow?.postMessage({ type: HELLO_MESSAGE, version: 1 }, "*");

  // Another catalogue may have defined it.
  try {
    customElements.define(
      EMBED_ELEMENT,
      class extends HTMLElement {
        static observedAttributes = ATTRIBUTES;
        connectedCallback() {
          /** @param {string} name */
          const value = (name) => this.getAttribute(name) || "";
          const address = new URL(value("src") || views, site);
          /**
           * @param {string} value
           * @param {string} name
           */
          const add = (value, name) => value && address.searchParams.append(name, value);
          new URLSearchParams(value("filters")).forEach(add);
          for (const name of ATTRIBUTES.slice(3)) add(value(name), name);
          const frame = show(address, value("title"), /** @type {any} */ (this.shadowRoot?.firstChild));
          if (!frame) return;
          inside.add(frame);
          // Put back, a frame starts anew, and adds nothing to the history of the page.
          (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(frame);
        }
        attributeChangedCallback() {
          if (this.shadowRoot) this.connectedCallback();
        }
      },
    );
  } catch {}
};

// What delays scripts puts others in their place, or runs their text: the browser may not say which runs,
// nor its address stand where it was. One that waits for the visitor's consent is of another type.
/** @type {(HTMLElement | SVGElement | null)[]} */
const candidates = [
  document.currentScript,
  .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("script[data-vue]:not([type='text/plain'])")),
  .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`script[src*='${EMBED_FILE}']`)),
];
const script = candidates.find(sourceOf);
if (script) run(/** @type {HTMLElement} */ (script));
