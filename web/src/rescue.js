// A page asks for it when it lacks files of the app, or when no app can run: it finds the newer release of the site
// when there is one, and says why otherwise. Its own name never changes, so that pages of any release find it.

import {
  ABSENT,
  APP,
  CAUSE,
  CAUSE_BROWSER,
  CAUSE_CONTENT,
  CAUSE_FILE,
  CAUSE_FRAME,
  CAUSE_NETWORK,
  CAUSE_POLICY,
  CAUSE_PROGRAM,
  CAUSE_TYPE,
  FORMER_ABSENT,
  FORMER_LACK_ID,
  LACK_ID,
} from "./names.js";
import { byId, page } from "./elements.js";
import { namesOfApp } from "./files.js";
import { tryWebAssembly } from "./wasm.js";

/** Why this browser runs no program at all in this page. */
const causeInBrowser = () => {
  if (!globalThis.WebAssembly) return CAUSE_BROWSER;
  try {
    tryWebAssembly();
  } catch {
    return CAUSE_POLICY;
  }
};

/**
 * Programs run whatever their type; browsers refuse scripts and styles of another one.
 *
 * @param {string} address
 */
const typeOf = (address) => (address.endsWith(".css") ? "css" : address.endsWith(".wasm") ? "" : "javascript");

/**
 * Why a file did not come, unless it comes now.
 *
 * @param {{ address: string, integrity: string | undefined }} file
 */
const causeOfFile = async ({ address, integrity }) => {
  const answer = await fetch(address, { cache: "reload" }).catch(() => {});
  // A frame without an origin may read no file, unless the host shares them.
  if (!answer) return self.origin === "null" ? CAUSE_FRAME : CAUSE_NETWORK;
  const type = answer.headers.get("content-type") ?? "";
  // Some hosts answer with a page what they do not have.
  if (!answer.ok || type.includes("html")) return CAUSE_FILE;
  if (!type.includes(typeOf(address))) return CAUSE_TYPE;
  return fetch(address, { integrity: integrity ?? "" }).then(
    () => undefined,
    () => CAUSE_CONTENT,
  );
};

/**
 * Whether the host now gives a page that names other files. A page that was already reloaded has been asked for
 * anew: it is not asked for again, whatever the host answers.
 */
const isRenewed = async () => {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (!visit || visit.type === "reload") return false;
  const html = await (await fetch(location.href, { cache: "reload" })).text();
  return namesOfApp(html).some((name) => !page.outerHTML.includes(name));
};

/** Whether no app can come. */
const isAbsent = () => [ABSENT, FORMER_ABSENT].includes(page.getAttribute(APP) ?? "");

const rescue = async () => {
  // Scripts and links of the page, and what the app is made of.
  const files = filesLacked.map(({ src, href, integrity }) => ({ address: src || href || "", integrity }));
  /** @type {string | undefined} */
  let cause = isAbsent() ? causeInBrowser() : undefined;
  const isOfBrowser = Boolean(cause);
  for (const file of files) cause ??= await causeOfFile(file);
  if (cause === CAUSE_FILE && (await isRenewed().catch(() => false))) return location.reload();

  cause ??= isAbsent() ? CAUSE_PROGRAM : CAUSE_NETWORK;
  console.info(`${cause}: ${files.map(({ address }) => address).join(" ")}`);
  const said = CAUSES[cause] ?? "";
  // Beside the controls that do not work.
  for (const place of document.querySelectorAll(`.${CAUSE}`)) {
    place.textContent = said;
    place.className = "";
  }
  // What the browser always lacks is said there only: another try changes nothing.
  if (isOfBrowser || cause === CAUSE_FRAME) return;
  const notice = byId(LACK_ID) ?? byId(FORMER_LACK_ID);
  /** @type {HTMLElement} */ (notice.querySelector("span")).textContent = said;
  notice.querySelector("a")?.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  notice.hidden = false;
};
rescue();
