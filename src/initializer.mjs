// Shows the page's plain message when WebAssembly cannot start or stops.
const panne = () => {
  document.getElementById("app").hidden = true;
  document.getElementById("panne").hidden = false;
};

export default () => {
  addEventListener("error", (event) => {
    if (globalThis.WebAssembly && event.error instanceof WebAssembly.RuntimeError) panne();
  });
  // A download that breaks midway is told to nobody but the page.
  addEventListener("unhandledrejection", panne);
  return { onSuccess: () => removeEventListener("unhandledrejection", panne), onFailure: panne };
};
