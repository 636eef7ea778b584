// The page that does not exist may stand at any depth: it looks for the site in the folders above.
// The service worker, which knows, says where on its root.

import { ABSENT, APP, LATER_HREF, ROOT } from "./names.js";
import { page } from "./elements.js";
import { rootsAbove } from "./roots.js";

/** @param {string} start */
const isThere = (start) =>
  fetch(start, { method: "HEAD" }).then(
    ({ ok, headers }) => ok && headers.get("content-type")?.includes("javascript"),
    () => false,
  );

const findSite = async () => {
  const known = page.getAttribute(ROOT);
  for (const root of known ? [known] : rootsAbove(location.pathname)) {
    const start = root + START;
    if (!known && !(await isThere(start))) continue;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(`[${LATER_HREF}]`))) {
      link.href = root + link.getAttribute(LATER_HREF);
    }
    import(start).catch(() => {
      page.setAttribute(APP, ABSENT);
      lackFiles([{ src: start }]);
    });
    return;
  }
  page.setAttribute(APP, ABSENT);
};
findSite();
