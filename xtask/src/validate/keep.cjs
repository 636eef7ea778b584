// What other sites keep of the code that docs/integrer.md gives them, by what cleans it there.
//
// Run with what cleans, then a snippet, the name of its element and what is expected, as many times as there are
// snippets. With `oembed`: the HTML and the address of an oEmbed document, then what must be in what WordPress makes of it.
const { execFileSync } = require("node:child_process");
const [setting, ...cases] = process.argv.slice(2);
const sanitize = require("sanitize-html");
const { JSDOM } = require("jsdom");
const purifier = require("dompurify")(new JSDOM("").window);
const { allowedTags, allowedAttributes } = sanitize.defaults;

const wordpress = (...given) =>
  execFileSync("php", [`${__dirname}/keep.php`, process.env.WORDPRESS, ...given], { encoding: "utf8" });

const clean = {
  wordpress: (html) => wordpress("filtered", html),
  "wordpress unfiltered": (html) => wordpress("unfiltered", html),
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

const fail = (fault) => {
  console.log(fault);
  process.exitCode = 1;
};

if (setting === "oembed") {
  const [html, address, ...expected] = cases;
  const kept = wordpress("oembed", html, address);
  for (const part of expected) if (!kept.includes(part)) fail(`no ${part} in ${kept}`);
} else {
  for (let rank = 0; rank < cases.length; rank += 3) {
    const [snippet, tag, expected] = cases.slice(rank, rank + 3);
    const kept = clean(snippet);
    const found = told(snippet, kept, tag);
    if (found !== expected) fail(`${tag}: « ${found} », and the table says « ${expected} »:\n${kept}`);
  }
}
