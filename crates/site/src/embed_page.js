// Before the first paint of a page that another site shows: the look that its address asks for, read as strictly as
// src/embed reads it. All the rest of the address, and what means nothing in it, is for the app.
{
  const page = document.documentElement;
  const asked = [...new URLSearchParams(location.search)];
  const looks = {
    __proto__: null,
    v: [/^1$/],
    lang: [/^fr$/],
    apparence: [/^(auto|clair|sombre)$/, (look) => (page.dataset.theme = look)],
    fond: [/^(opaque|transparent)$/, (ground) => (page.dataset.fond = ground)],
    colonnes: [/^[1-4]$/, (most) => (page.dataset.colonnes = most)],
    masquer: [
      /^(titre|recherche|filtres|onglets|compte|tri|vues|pages|date)$/,
      (part) => (page.dataset.masquer = `${page.dataset.masquer ?? ""} ${part}`),
    ],
    accent: [
      /^#?([\da-f]{3}|[\da-f]{6})$/i,
      (accent) => {
        page.dataset.accent = "";
        page.style.setProperty("--accent", `#${accent.replace("#", "")}`);
      },
    ],
  };
  for (const [name, value] of asked) {
    const [pattern, apply] = looks[name] ?? [];
    const values = name === "masquer" ? value.split(",").map((part) => part.trim()).filter(Boolean) : [value];
    for (const value of values) {
      if (pattern?.test(value)) apply?.(value);
      else page.dataset.demande = "";
    }
  }
  // A search sent before the app is there keeps the rest of the address.
  addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    for (const [name, value] of asked) {
      if (name === "q" || name === "page") continue;
      event.target.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  });
}
