// Browsers that translate a page put something of theirs in the place of its texts: Chrome a <font>, others a
// new text. The app goes on writing the text that it knows, where nobody sees it. Here that text comes back to its
// place before the app touches it; the browser then translates it again.
{
  const places = new WeakMap();
  const learn = (changes) => {
    for (const { removedNodes, addedNodes } of changes) {
      // The app itself never changes a text for something else in one step.
      if (removedNodes[0]?.nodeType !== Node.TEXT_NODE || !addedNodes.length) continue;
      places.set(removedNodes[0], addedNodes[0]);
      watch();
    }
  };
  const observer = new MutationObserver(learn);
  const bringBack = (node) => {
    const place = places.get(node);
    places.delete(node);
    place?.replaceWith(node);
  };
  // What the app does to a text, or beside one. Nobody pays for it before a page is translated.
  let isWatching = false;
  const watch = () => {
    if (isWatching) return;
    isWatching = true;
    for (const [owner, name, part] of [
      [Node, "nodeValue", "set"],
      [Node, "parentNode", "get"],
      [Node, "insertBefore", "value"],
      [CharacterData, "remove", "value"],
    ]) {
      const property = Object.getOwnPropertyDescriptor(owner.prototype, name);
      const act = property[part];
      property[part] = function (...given) {
        learn(observer.takeRecords());
        for (const node of [this, ...given]) bringBack(node);
        return act.apply(this, given);
      };
      Object.defineProperty(owner.prototype, name, property);
    }
  };
  observer.observe(document.body, { childList: true, subtree: true });
}

