// The look that the address of a page in a frame asks for, read as strictly as crates/address reads it.

import { ACCENT, COLUMNS, GROUND, GROUNDS, HIDDEN, LOOKS, MOST_COLUMNS, PARTS, THEME } from "./names.js";

/** @param {string} words */
const oneOf = (words) => new RegExp(`^(${words.replaceAll(" ", "|")})$`);

/**
 * For each parameter, the values that mean something, and the attribute of the page that says them to the style.
 *
 * @type {Map<string, [values: RegExp, attribute?: string]>}
 */
const READ = new Map([
  ["v", [/^1$/]],
  ["lang", [/^fr$/]],
  ["apparence", [oneOf(LOOKS), THEME]],
  ["fond", [oneOf(GROUNDS), GROUND]],
  ["colonnes", [new RegExp(`^[1-${MOST_COLUMNS}]$`), COLUMNS]],
  ["masquer", [oneOf(PARTS), HIDDEN]],
  ["accent", [/^#?([\da-f]{3}|[\da-f]{6})$/i, ACCENT]],
]);

/**
 * What an address asks for: attributes of the root of the page, and whether there is more, which is for the app.
 *
 * @param {Iterable<[name: string, value: string]>} asked
 */
export const lookOf = (asked) => {
  /** @type {Map<string, string>} */
  const attributes = new Map();
  let isMore = false;
  for (const [name, value] of asked) {
    const [pattern, attribute] = READ.get(name) ?? [];
    const values = name === "masquer" ? value.split(",").map((part) => part.trim()).filter(Boolean) : [value];
    for (const value of values) {
      if (!pattern?.test(value)) isMore = true;
      else if (attribute === HIDDEN) attributes.set(HIDDEN, `${attributes.get(HIDDEN) ?? ""} ${value}`);
      else if (attribute) attributes.set(attribute, value);
    }
  }
  return { attributes, isMore };
};
