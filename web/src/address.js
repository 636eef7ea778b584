/**
 * The address that a page has, whatever its host does of slashes: one between two names, and one after a folder.
 *
 * @param {string} href
 * @returns {URL}
 */
export const settled = (href) => {
  const address = new URL(href);
  const names = address.pathname.split("/").filter(Boolean);
  // The name of a file has a dot.
  const isFolder = address.pathname.endsWith("/") || !names.at(-1)?.includes(".");
  address.pathname = names.join("/") + (isFolder ? "/" : "");
  return address;
};
