(() => {
  const log = window.__log = [];
  const add = (kind, ...parts) => log.push({ kind, text: parts.map(say).join(' ') });
  const say = part => part instanceof Error ? `${part.name}: ${part.message}` : String(part);
  for (const kind of ['error', 'warn']) {
    const original = console[kind];
    console[kind] = (...parts) => { add(kind, ...parts); original.apply(console, parts); };
  }
  addEventListener('error', event => {
    const source = event.target.src || event.target.href;
    if (event.message) add('exception', event.message, event.error?.stack ?? '');
    else if (source) add('load', source);
  }, true);
  addEventListener('unhandledrejection', event => add('rejection', event.reason));
  addEventListener('securitypolicyviolation', event =>
    add('csp', event.violatedDirective, event.blockedURI));
  // What a list of labels leaves behind loses WebKitGTK its process, in a later scenario: fixtures/labels.html.
  for (const control of [HTMLButtonElement, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement]) {
    const get = () => { throw new Error('ask for closest("label"), as fixtures/labels.html says'); };
    Object.defineProperty(control.prototype, 'labels', { get });
  }
})();
