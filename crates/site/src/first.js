// What every page does first, before it asks for its style and before it is painted.
//
// The build leaves out comments and spaces, and shortens the names that begin with a dollar.
{
  const $page = document.documentElement;

  // Until the app is there, or is known not to come.
  $page.dataset.app = "attente";

  // What the visitor does before the app is there, in order, for it to do again.
  globalThis.begun = [];
  for (const $type of ["focusin", "click", "input", "pointerdown", "pointerup", "pointercancel", "compositionstart", "compositionend"])
    addEventListener($type, ($event) => $page.dataset.app == "attente" && begun.push($event), true);

  // Addresses in the page start from its folder. Some hosts take the last slash away and some give a page at an
  // address with several in a row: the page then says its address itself, and asks for nothing again.
  const $address = new URL(location),
    $names = $address.pathname.split("/").filter(Boolean),
    // The name of a file has a dot.
    $isFolder = $address.pathname.endsWith("/") || !$names.at(-1).includes(".");
  $address.pathname = $names.join("/") + ($isFolder ? "/" : "");
  if ($address.protocol.startsWith("http") && $address.href != location.href)
    try {
      history.replaceState(history.state, "", $address);
    } catch {
      // A frame without an origin may not: its links are told where they start.
      document.head.append(Object.assign(document.createElement("base"), { href: $address }));
    }

  // In the frame of another site, that site chooses the theme.
  if (!("cadre" in $page.dataset)) {
    // More is asked than the page written ahead has.
    if ($address.search) $page.dataset.demande = "";
    // The chosen theme, which another tab may change. Storage may be denied.
    const $dress = () => {
      try {
        const $theme = localStorage.getItem("theme");
        if ($theme == "clair" || $theme == "sombre") $page.dataset.theme = $theme;
        else delete $page.dataset.theme;
      } catch {}
    };
    $dress();
    addEventListener("storage", $dress);
    addEventListener("pageshow", $dress);
  }

  // An app that stops leaves its place to a message.
  const $stop = ({ error: $error, reason: $reason = $error }) => {
    if (!globalThis.WebAssembly || !($reason instanceof WebAssembly.RuntimeError)) return;
    document.getElementById("app").hidden = true;
    document.getElementById("panne").hidden = false;
  };
  addEventListener("error", $stop);
  addEventListener("unhandledrejection", $stop);

  // Files of the site that do not come, or that the browser refuses. A script whose name never changes looks for
  // the reason, and for a newer release; if it does not come either, the page says no more than what it lacks.
  globalThis.filesLacked = [];
  globalThis.lackFiles = ($files) => {
    if (filesLacked.push(...$files) > $files.length) return;
    const $help = document.createElement("script");
    $help.src = new URL("secours.js", $files[0].src || $files[0].href);
    $help.onerror = () => {
      document.getElementById("manque").hidden = false;
    };
    document.head.append($help);
  };
  addEventListener(
    "error",
    ({ target: $file }) => {
      const $isScript = $file.localName == "script",
        $name = `${$file.src || $file.href}`.split("/").pop();
      // Others may have put theirs in the page.
      if (!["communs-", "motifs-", "demarrage-"].some(($start) => $name.startsWith($start))) return;
      if ($isScript) $page.dataset.app = "absente";
      if ($isScript || $file.rel == "stylesheet") lackFiles([$file]);
    },
    true,
  );

  // Browsers without popovers show the panels of the header by a class; Escape and a click elsewhere close them.
  if (!("popover" in $page)) {
    const $show = ($wanted) => {
      for (const $panel of document.querySelectorAll("[popover]")) {
        const $button = document.querySelector(`[popovertarget=${$panel.id}]`),
          $was = $panel.classList.contains("volet--ouvert"),
          $is = $wanted($panel, $button, $was);
        $panel.classList.toggle("volet--ouvert", $is);
        $button.setAttribute("aria-expanded", $is);
        if ($was && !$is && $panel.contains(document.activeElement)) $button.focus();
      }
    };
    addEventListener("click", ({ target: $target }) =>
      $show(($panel, $button, $was) =>
        $button.contains($target) ? !$was : $was && $panel.contains($target) && !$target.closest("a"),
      ),
    );
    addEventListener("keydown", ({ key: $key }) => $key == "Escape" && $show(() => false));
  }
}
