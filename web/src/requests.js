// What the service worker answers each request with.

import { DATA_FILE, DETAILS_FILE } from "./names.js";

/**
 * How a request is answered: with a page, with a file that never changes, with the data that is renewed, with another
 * kept file; or by the network alone, as for any other file: browsers tell themselves that it does not answer.
 *
 * @typedef {"page" | "hashed" | "data" | "other" | undefined} Way
 */

/**
 * @param {{ method: string, mode: string, url: string }} request
 * @param {string} root the address of the site.
 * @param {{ app: string, hashed: { has: (name: string) => boolean }, others: string[] }} release
 * @returns {{ name: string, way: Way }} the name of the file below the root, and the way.
 */
export const wayOf = ({ method, mode, url }, root, release) => {
  const address = new URL(url);
  if (method !== "GET" || !address.href.startsWith(root)) return { name: "", way: undefined };
  const name = address.pathname.slice(new URL(root).pathname.length);
  const isPage = /(^|\/)(index\.html|[^./]*)$/.test(name);
  /** @returns {Way} */
  const way = () => {
    if (mode === "navigate" && isPage) return "page";
    if (release.hashed.has(name)) return "hashed";
    if ([DATA_FILE, DETAILS_FILE].includes(name) && address.search === `?v=${release.app}`) return "data";
    if (release.others.includes(name)) return "other";
    return undefined;
  };
  return { name, way: way() };
};

/**
 * The folder of a page, which hosts answer with and without its last slash, by its file or by itself.
 *
 * @param {string} name
 */
export const folderOf = (name) => name.replace(/(^|\/)index\.html$/, "$1").replace(/[^/]$/, "$&/");

/**
 * Whether the app draws something in a folder: an entry of this data, or a page of their list.
 *
 * @param {string} folder
 * @param {{ entries: { id: string | number }[] }} data
 */
export const isDrawn = (folder, { entries }) => {
  const [parent, id] = folder.split("/").slice(-3);
  return parent === "fiches" || entries.some((entry) => String(entry.id) === id);
};
