// The page that does not exist may stand at any depth: it looks for the site in the folders above.
// The service worker, which knows, says where in `data-racine`.
(async () => {
  const page = document.documentElement;
  const folders = location.pathname.split("/").slice(1, -1).filter(Boolean);
  const above = folders.map((_, i) => `/${folders.slice(0, folders.length - i).join("/")}/`);
  // A fiche stands two folders below the root.
  const roots = page.dataset.racine ? [page.dataset.racine] : [...new Set([above[2] ?? "/", ...above, "/"])];
  for (const root of roots) {
    const start = `${root}START_NAME`;
    const found = page.dataset.racine ?? (await fetch(start, { method: "HEAD" }).then(
      ({ ok, headers }) => ok && headers.get("content-type")?.includes("javascript"),
      () => false,
    ));
    if (!found) continue;
    for (const link of document.querySelectorAll("[data-href]")) link.href = root + link.dataset.href;
    import(start).catch(() => {
      page.dataset.app = "absente";
      lackFiles([{ src: start }]);
    });
    return;
  }
  page.dataset.app = "absente";
})();
