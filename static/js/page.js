// What every page does a little better with JavaScript, and well enough without.

const DOUBLE_PRESS = 2000; // milliseconds in which a second press of the same button is a slip

const errors = document.querySelector("[data-error-summary]");
if (errors) errors.focus();

const menuButton = document.querySelector("[data-menu-button]");
if (menuButton) {
  const menu = document.getElementById(menuButton.getAttribute("aria-controls"));
  const wide = window.matchMedia("(min-width: 40.0625rem)");
  let isOpen = false;
  const show = () => {
    menuButton.hidden = wide.matches;
    menuButton.setAttribute("aria-expanded", String(isOpen));
    menu.hidden = !wide.matches && !isOpen;
  };
  menuButton.addEventListener("click", () => {
    isOpen = !isOpen;
    show();
  });
  wide.addEventListener("change", show);
  show();
}

const pressedAt = new WeakMap();
document.addEventListener("submit", (event) => {
  const since = Date.now() - (pressedAt.get(event.target) ?? 0);
  if (event.target.method === "post" && since < DOUBLE_PRESS) event.preventDefault();
  else pressedAt.set(event.target, Date.now());
});

let openedForPrint = [];
window.addEventListener("beforeprint", () => {
  openedForPrint = [...document.querySelectorAll("details:not([open])")];
  openedForPrint.forEach((details) => (details.open = true));
});
window.addEventListener("afterprint", () => openedForPrint.forEach((details) => (details.open = false)));
