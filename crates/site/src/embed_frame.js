// Tells the page around how high this one is, whenever that changes: docs/integrer.md has what they
// say to each other.
//
// The build leaves out comments and spaces, and shortens the names that begin with a dollar.
(() => {
  if (parent == window) return;
  const $page = document.documentElement,
    // Without a change for so long, in milliseconds, what follows is a new story.
    $pause = 2000,
    // WordPress gives a word to the pages it shows by oEmbed, and knows them by it.
    $secret = new URLSearchParams(location.hash.slice(2)).get("secret"),
    $wordpress = ($message, $value) =>
      $secret && parent.postMessage({ message: $message, value: $value, secret: $secret }, "*");
  let $told = 0,
    $width = 0,
    $time = 0,
    // How often it grew at one width, how often it shrank after it grew, and whether it grew last.
    $growths = 0,
    $turns = 0,
    $grew = false;

  const $forget = () => {
    $growths = $turns = 0;
  };
  const $tell = () => {
    parent.postMessage({ type: "communs:hauteur", version: 1, hauteur: $told }, "*");
    $wordpress("height", $told);
    // Browsers that size frames by themselves want to be asked.
    try {
      window.requestResize?.();
    } catch {}
  };
  const $measure = () => {
    const $height = Math.ceil($page.getBoundingClientRect().height),
      $grows = $height > $told;
    // Not shown, or so little less that it would not be seen.
    if (!$height || !innerWidth || (!$grows && $height > $told - 3)) return;
    if (performance.now() - $time > $pause) $forget();
    $time = performance.now();
    if ($grows && $width == innerWidth) $growths++;
    else $growths = 0;
    if (!$grows && $grew) $turns++;
    // A page around that answers each height by another width would go on for ever: the highest stays.
    if ($grows ? $growths > 60 : $turns > 3) return;
    $grew = $grows;
    $width = innerWidth;
    $told = $height;
    $tell();
  };
  new ResizeObserver($measure).observe($page);
  // Browsers do not lay out frames far from what is seen, unless they are asked.
  addEventListener("load", $measure);
  for (const $gesture of ["pointerdown", "keydown"]) addEventListener($gesture, $forget, true);
  addEventListener("message", ({ data: $said, source: $source }) => {
    if ($source != parent || $said?.type != "communs:bonjour" || $said.version != 1) return;
    if ($told) $tell();
    else $measure();
  });
  // It opens links for them too: its sandbox lets no frame do so.
  addEventListener("click", ({ target: $target }) => {
    const $link = $target.closest("a[href]");
    if ($link) $wordpress("link", $link.href);
  });
})();
