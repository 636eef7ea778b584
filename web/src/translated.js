// Browsers that translate a page put something of theirs in the place of its texts: Chrome a <font>, others a
// new text. The app goes on writing the text that it knows, where nobody sees it. Here that text comes back to its
// place before the app touches it; the browser then translates it again.

/** What the app does to a text, or beside one. */
const ACTS = /** @type {const} */ ([
  [Node, "nodeValue", "set"],
  [Node, "parentNode", "get"],
  [Node, "insertBefore", "value"],
  [CharacterData, "remove", "value"],
]);

/** Lets the browser translate what the app draws. */
export const letTranslate = () => {
  /** @type {WeakMap<object, ChildNode>} */
  const places = new WeakMap();
  /** @param {MutationRecord[]} changes */
  const learn = (changes) => {
    for (const { removedNodes, addedNodes } of changes) {
      const [removed] = removedNodes;
      const [added] = addedNodes;
      // The app itself never changes a text for something else in one step.
      if (removed?.nodeType !== Node.TEXT_NODE || !added) continue;
      places.set(removed, /** @type {ChildNode} */ (added));
      watch();
    }
  };
  const observer = new MutationObserver(learn);
  /** @param {any} node */
  const bringBack = (node) => {
    const place = places.get(node);
    places.delete(node);
    place?.replaceWith(node);
  };
  // Nobody pays for it before a page is translated.
  let isWatching = false;
  const watch = () => {
    if (isWatching) return;
    isWatching = true;
    for (const [owner, name, part] of ACTS) {
      const property = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(owner.prototype, name));
      const act = property[part];
      /** @this {Node} @param {any[]} given */
      property[part] = function (...given) {
        learn(observer.takeRecords());
        for (const node of [this, ...given]) bringBack(node);
        return act.apply(this, given);
      };
      Object.defineProperty(owner.prototype, name, property);
    }
  };
  observer.observe(document.body, { childList: true, subtree: true });
};
