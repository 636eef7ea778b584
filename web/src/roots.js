/**
 * Where the site of an unknown page may start, the likeliest first.
 *
 * @param {string} path
 */
export const rootsAbove = (path) => {
  const folders = path.split("/").slice(1, -1).filter(Boolean);
  const above = folders.map((_, i) => `/${folders.slice(0, folders.length - i).join("/")}/`);
  // An entry page stands two folders below the root.
  return new Set([above[2] ?? "/", ...above, "/"]);
};
