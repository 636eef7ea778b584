// The files of the app, whose names hold their hash.

import { APP_STEM, PATTERNS_STEM, START_STEM } from "./names.js";

const STEMS = [APP_STEM, PATTERNS_STEM, START_STEM];

/**
 * Whether a file at this address is one of the app's: others may have put theirs in the page.
 *
 * @param {string} address
 */
export const isOfApp = (address) => {
  const name = address.split("/").pop() ?? "";
  return STEMS.some((stem) => name.startsWith(stem));
};

/**
 * The names of files of the app in a page, without what follows their hash.
 *
 * @param {string} html
 */
export const namesOfApp = (html) => html.match(new RegExp(`(${STEMS.join("|")})[\\da-f]{12,}`, "g")) ?? [];
