// A page asks for it when it lacks files of the app, or when no app can run: it finds the newer release of the site
// when there is one, and says why otherwise. Its own name never changes, so that pages of any release find it.
//
// The build fills the sentences, one for each cause.
(async () => {
  const causes = {CAUSES};
  const page = document.documentElement;
  // Scripts and links of the page, and what the app is made of.
  const files = globalThis.filesLacked.map(({ src, href, integrity }) => ({ address: src || href, integrity }));

  // Why this browser runs no program at all in this page.
  const causeInBrowser = () => {
    if (!globalThis.WebAssembly) return "navigateur";
    try {
      // The smallest program; WebKit refuses to start it, not to read it.
      new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    } catch {
      return "politique";
    }
  };

  // Programs run whatever their type; browsers refuse scripts and styles of another one.
  const typeOf = (address) => (address.endsWith(".css") ? "css" : address.endsWith(".wasm") ? "" : "javascript");

  // Why a file did not come, unless it comes now.
  const causeOfFile = async ({ address, integrity }) => {
    const answer = await fetch(address, { cache: "reload" }).catch(() => {});
    // A frame without an origin may read no file, unless the host shares them.
    if (!answer) return self.origin === "null" ? "cadre" : "reseau";
    const type = answer.headers.get("content-type") ?? "";
    // Some hosts answer with a page what they do not have.
    if (!answer.ok || type.includes("html")) return "fichier";
    if (!type.includes(typeOf(address))) return "type";
    return fetch(address, { integrity: integrity ?? "" }).then(() => undefined, () => "contenu");
  };

  // Whether the host now gives a page that names other files. A page that was already reloaded has been asked for
  // anew: it is not asked for again, whatever the host answers.
  const isRenewed = async () => {
    const [visit] = performance.getEntriesByType("navigation");
    if (!visit || visit.type === "reload") return false;
    const html = await (await fetch(location.href, { cache: "reload" })).text();
    const names = html.match(/(communs|motifs|demarrage)-[\da-f]{12,}/g) ?? [];
    return names.some((name) => !page.outerHTML.includes(name));
  };

  let cause = page.dataset.app === "absente" ? causeInBrowser() : undefined;
  const isOfBrowser = Boolean(cause);
  for (const file of files) cause ??= await causeOfFile(file);
  if (cause === "fichier" && (await isRenewed().catch(() => false))) return location.reload();

  cause ??= page.dataset.app === "absente" ? "programme" : "reseau";
  console.info(`${cause}: ${files.map(({ address }) => address).join(" ")}`);
  // Beside the controls that do not work.
  for (const place of document.querySelectorAll(".cause")) {
    place.textContent = causes[cause];
    place.className = "";
  }
  // What the browser always lacks is said there only: another try changes nothing.
  if (isOfBrowser || cause === "cadre") return;
  const notice = document.getElementById("manque");
  notice.querySelector("span").textContent = causes[cause];
  notice.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  notice.hidden = false;
})();
