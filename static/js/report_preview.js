// Shows a draft report as it is typed, without saving it. The button "Show it without saving" does the same without.

const PAUSE = 700; // milliseconds without typing
const FOCUSABLE = "a[href], button, summary, [tabindex]";
const NOT_SHOWN =
  "The preview could not be brought up to date. What you typed is still here: type on to try again, or save it.";

const form = document.querySelector("[data-previewed]");
const status = document.querySelector("[data-preview-status]");
const preview = document.getElementById("preview");

// What is said already is not said aloud again.
const say = (words) => {
  if (status.textContent !== words) status.textContent = words;
};

const fetched = async (signal) => {
  const body = new FormData(form);
  body.set("preview", "yes");
  const response = await fetch(location.pathname, { method: "POST", body, signal });
  // Elsewhere is where one signs in, or reads what was frozen meanwhile.
  if (!response.ok || response.redirected) throw new Error(`answered ${response.status} by ${response.url}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
};

// Where the reader has scrolled to, and what has the focus, stay as they are.
const swap = (page) => {
  const top = preview.scrollTop;
  const place = [...preview.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  for (const part of document.querySelectorAll("[data-live]")) {
    part.replaceChildren(...page.getElementById(part.id).childNodes);
  }
  if (place >= 0) (preview.querySelectorAll(FOCUSABLE)[place] ?? preview).focus({ preventScroll: true });
  preview.scrollTop = top;
  say(page.querySelector("[data-preview-status]").textContent);
};

let pause;
let asking = new AbortController();

const show = async () => {
  const { signal } = (asking = new AbortController());
  try {
    swap(await fetched(signal));
  } catch (error) {
    if (signal.aborted) return;
    console.info(error);
    say(NOT_SHOWN);
  }
};

form.addEventListener("input", () => {
  clearTimeout(pause);
  asking.abort();
  pause = setTimeout(show, PAUSE);
});
