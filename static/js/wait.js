// Says that something goes on while a long file is read. Without it the browser's own sign has to do.

for (const form of document.querySelectorAll("form[data-wait]")) {
  const said = document.createElement("p");
  said.className = "app-wait";
  said.setAttribute("role", "status");
  form.append(said);
  form.addEventListener("submit", () => (said.textContent = form.dataset.wait));
  window.addEventListener("pageshow", () => (said.textContent = "")); // come back to by the browser's Back
}
