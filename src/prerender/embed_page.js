// Before the first paint of a page that another site shows: the look that its address asks for, read as strictly as
// src/embed reads it. Only what the page written ahead does not have waits for the app.
{
  const page = document.documentElement;
  const asked = [...new URLSearchParams(location.search)];
  const looks = {
    apparence: [/^(auto|clair|sombre)$/, (value) => (page.dataset.theme = value)],
    fond: [/^(opaque|transparent)$/, (value) => (page.dataset.fond = value)],
    colonnes: [/^[1-4]$/, (value) => (page.dataset.colonnes = value)],
    masquer: [
      /./,
      (value) => {
        const words = value.split(",").map((word) => word.trim());
        page.dataset.masquer = [page.dataset.masquer, ...words.filter((word) => /^[a-z]+$/.test(word))].join(" ");
      },
    ],
    accent: [
      /^#?([\da-f]{3}|[\da-f]{6})$/i,
      (value) => {
        page.dataset.accent = "";
        page.style.setProperty("--accent", `#${value.replace("#", "")}`);
      },
    ],
    v: [],
    lang: [],
  };
  for (const [name, value] of asked) {
    if (!Object.hasOwn(looks, name)) page.dataset.demande = "";
    else if (looks[name][0]?.test(value)) looks[name][1](value);
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
