// What the sanitisers of npm keep of the code that docs/integrer.md gives to other sites.
//
// Run with a setting, then a snippet, the name of its element and what is expected, as many times as
// there are snippets.
const [setting, ...cases] = process.argv.slice(2);
const sanitize = require("sanitize-html");
const { JSDOM } = require("jsdom");
const purifier = require("dompurify")(new JSDOM("").window);
const { allowedTags, allowedAttributes } = sanitize.defaults;

const clean = {
  dompurify: (html) => purifier.sanitize(html),
  "dompurify iframe": (html) => purifier.sanitize(html, { ADD_TAGS: ["iframe"] }),
  "sanitize-html": (html) => sanitize(html),
  // As its documentation shows.
  "sanitize-html iframe": (html) =>
    sanitize(html, {
      allowedTags: [...allowedTags, "iframe"],
      allowedAttributes: { ...allowedAttributes, iframe: ["src"] },
      allowedIframeHostnames: ["communs.example"],
    }),
}[setting];

// In the words of the table.
const told = (before, after, tag) => {
  const attributes = (html) => {
    const found = html.match(new RegExp(`<${tag}\\b([^>]*)>`));
    return found && [...found[1].matchAll(/([\w-]+)(?==| |$)(?:="[^"]*")?/g)].map(([, name]) => name);
  };
  const kept = attributes(after);
  if (!kept) return /<a [^>]*href=/.test(after) ? "le lien" : "non";
  const lost = attributes(before).filter((name) => !kept.includes(name));
  return lost.length ? `oui, sans ${lost.join(", ")}` : "oui";
};

for (let rank = 0; rank < cases.length; rank += 3) {
  const [snippet, tag, expected] = cases.slice(rank, rank + 3);
  const kept = clean(snippet);
  const found = told(snippet, kept, tag);
  if (found === expected) continue;
  console.log(`${tag}: « ${found} », and the table says « ${expected} »:\n${kept}`);
  process.exitCode = 1;
}
