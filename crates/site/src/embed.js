// Puts views of the catalogue in the pages of any site, and gives each frame the height of what it
// shows. How it is used, and what frames and pages say to each other: docs/integrer.md.
//
// The build leaves out comments and spaces, and shortens the names that begin with a dollar.
(() => {
  const $named = $script =>
      [...($script?.attributes ?? [])].map($attribute => $attribute.value).find($value => $value.includes("embed.js")),
    // What delays scripts puts others in their place, or runs their text: the browser may not say which runs,
    // nor its address stand where it was. One that waits for the visitor's consent is of another type.
    $script = [
      document.currentScript,
      ...document.querySelectorAll("script[data-vue]:not([type='text/plain'])"),
      ...document.querySelectorAll("script[src*='embed.js']"),
    ].find($named);
  if (!$script) return;
  const $source = $named($script),
    $site = new URL(".", new URL($source, document.baseURI)),
    $views = $site + "embed/",
    // The attributes of an element: the address of a view, then its parameters.
    $names = "src filters title apparence accent fond lang limite masquer vue colonnes".split(" "),
    // Frames of our elements, which no search of the page finds.
    $inside = new Set(),
    $frames = () =>
      [...document.querySelectorAll("iframe"), ...$inside].filter($frame => $frame.src.startsWith($views)),
    // Makes a frame show a view, or nothing that is not one.
    $show = ($address, $title, $frame = document.createElement("iframe")) => {
      if (!$address.href.startsWith($views)) return console.warn(`${$address}: not in ${$views}`);
      $frame.title = $title || "Communs numériques";
      $frame.loading = "lazy";
      $frame.style.cssText ||= "border:0;width:100%;height:600px";
      $frame.src = $address;
      return $frame;
    },
    $asked = $script.dataset,
    // Its first name, and what an optimiser made of it, are read too.
    $view = $asked.vue ?? $asked.dataRocketSrc ?? $asked.src;
  // Without a title, the address of this very script is no lost view.
  if ($view && ($view != $source || $asked.title)) {
    const $link = document.createElement("a");
    $link.href = $site;
    $link.textContent = $asked.title || "Communs numériques";
    $script.replaceWith($show(new URL($view, $site), $asked.title) ?? $link);
  }

  // A page may have the script many times.
  if (window[$views]) return;
  window[$views] = 1;

  addEventListener("message", ({ data: $said, origin: $origin, source: $source }) => {
    const $height = $said?.hauteur;
    if (
      $said?.type == "communs:hauteur" &&
      $said.version == 1 &&
      Number.isFinite($height) &&
      $height > 0 &&
      // A sandboxed frame has no origin: its window says which it is.
      ($origin == $site.origin || $origin == "null")
    )
      for (const $frame of $frames())
        if ($frame.contentWindow == $source)
          // Its border comes in addition.
          $frame.style.height = Math.min(Math.max($height, 100), 2e4) + $frame.offsetHeight - $frame.clientHeight + "px";
  });
  // Frames that came first have spoken already; the others will.
  for (const $frame of $frames()) $frame.contentWindow.postMessage({ type: "communs:bonjour", version: 1 }, "*");

  // Another catalogue may have defined it.
  try {
    customElements.define("communs-catalogue", class extends HTMLElement {
      static observedAttributes = $names;
      connectedCallback() {
        const $value = $name => this.getAttribute($name) || "",
          $address = new URL($value("src") || $views, $site),
          $add = ($value, $name) => $value && $address.searchParams.append($name, $value);
        new URLSearchParams($value("filters")).forEach($add);
        $names.slice(3).forEach($name => $add($value($name), $name));
        const $frame = $show($address, $value("title"), this.shadowRoot?.firstChild);
        if (!$frame) return;
        $inside.add($frame);
        // Put back, a frame starts anew, and adds nothing to the history of the page.
        (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren($frame);
      }
      attributeChangedCallback() {
        this.shadowRoot && this.connectedCallback();
      }
    });
  } catch {}
})();
