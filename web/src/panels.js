import { OPEN_PANEL } from "./names.js";

/**
 * @param {(panel: Element, button: HTMLElement, wasOpen: boolean) => boolean} isWanted
 */
const show = (isWanted) => {
  for (const panel of document.querySelectorAll("[popover]")) {
    const button = /** @type {HTMLElement} */ (document.querySelector(`[popovertarget=${panel.id}]`));
    const wasOpen = panel.classList.contains(OPEN_PANEL);
    const isOpen = isWanted(panel, button, wasOpen);
    panel.classList.toggle(OPEN_PANEL, isOpen);
    button.setAttribute("aria-expanded", `${isOpen}`);
    if (wasOpen && !isOpen && panel.contains(document.activeElement)) button.focus();
  }
};

/** Closes the panels of the header that the keyboard leaves: they would cover what it comes to. */
export const closeLeftPanels = () => {
  addEventListener("focusin", ({ target }) => {
    for (const panel of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[popover]:popover-open"))) {
      const own = /** @type {Element} */ (target).closest?.(`#${panel.id}, [popovertarget=${panel.id}]`);
      if (!own) panel.hidePopover();
    }
  });
};

/** Shows the panels of the header by a class; Escape, a click and the keyboard elsewhere close them. */
export const showPanelsByClass = () => {
  addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    show((panel, button, wasOpen) =>
      button.contains(target) ? !wasOpen : wasOpen && panel.contains(target) && !target.closest("a"),
    );
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") show(() => false);
  });
  addEventListener("focusin", (event) => {
    const target = /** @type {Element} */ (event.target);
    show((panel, button, wasOpen) => wasOpen && (panel.contains(target) || button.contains(target)));
  });
};
