// Reloads the page once the data are saved, and tells over it what is wrong in them.
{
  const { version, madeOf, title, hide, save } = document.currentScript.dataset;
  const panel = document.createElement("section");
  const heading = document.createElement("strong");
  const list = document.createElement("ul");
  const button = document.createElement("button");
  panel.setAttribute("role", "alert");
  panel.hidden = true;
  heading.textContent = title;
  button.textContent = hide;
  button.addEventListener("click", () => panel.remove());
  panel.append(heading, list, button);
  // The policy of the pages allows no style in the page, but what a script sets.
  Object.assign(panel.style, {
    position: "fixed", insetInline: "0", insetBlockEnd: "0", zIndex: "2147483647", boxSizing: "border-box",
    maxBlockSize: "45vh", overflow: "auto", padding: "1rem 1.25rem", background: "#5f1010", color: "#fff",
    font: "1rem/1.5 system-ui, sans-serif", borderBlockStart: "3px solid #ffb4ab",
  });
  Object.assign(list.style, { margin: "0.5rem 0", padding: "0", listStyle: "none", overflowWrap: "anywhere" });
  Object.assign(button.style, { font: "inherit", padding: "0.25rem 0.75rem", color: "#5f1010", background: "#fff" });

  // The form of the site says the entry as JSON: it is saved from there.
  const offerToSave = () => {
    const result = document.querySelector(".propose__result");
    if (!result || result.querySelector("[data-live]")) return;
    const row = document.createElement("p");
    const saver = document.createElement("button");
    const said = document.createElement("span");
    row.dataset.live = "";
    saver.type = "button";
    saver.className = "button";
    saver.textContent = save;
    said.setAttribute("role", "status");
    said.style.marginInlineStart = "0.75rem";
    saver.addEventListener("click", async () => {
      const written = document.querySelector(".propose__json");
      if (!written) return;
      const corrected = new URLSearchParams(location.search).get("fiche") ?? "";
      const body = JSON.stringify({ version, corrected, entry: JSON.parse(written.textContent) });
      const headers = { "Content-Type": "application/json" };
      const response = await fetch("/.communs/entry", { method: "POST", headers, body });
      said.textContent = await response.text();
    });
    row.append(saver, said);
    result.append(row);
  };
  if (save) new MutationObserver(offerToSave).observe(document.body, { childList: true, subtree: true });

  const events = new EventSource("/.communs/events");
  events.addEventListener("message", ({ data }) => {
    const shown = JSON.parse(data);
    if (shown.made_of !== madeOf) {
      location.reload();
      return;
    }
    list.replaceChildren(
      ...shown.problems.map((problem) => {
        const item = document.createElement("li");
        item.textContent = problem;
        return item;
      }),
    );
    panel.hidden = shown.problems.length === 0;
    if (!panel.hidden) document.body.append(panel);
  });
  // A page that goes leaves its place: browsers keep few connections to one host.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
