// A file is made when it is asked for, which can take seconds: this says so, and how far the file has come.
// Links marked data-download="Word" say it in [data-download-status]; without JavaScript they are plain links.

const status = document.querySelector("[data-download-status]");
const words = status.appendChild(document.createElement("span"));
const far = status.appendChild(document.createElement("span"));
far.ariaHidden = "true"; // who listens is told of each step, not of each per cent

const say = (step, percent = "") => {
  if (words.textContent !== step) words.textContent = step;
  far.textContent = percent;
};

const received = async (response, tell) => {
  const length = Number(response.headers.get("Content-Length"));
  const reader = response.body.getReader();
  const pieces = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    size += piece.value.length;
    tell(length ? `: ${Math.min(100, Math.floor((100 * size) / length))} %` : "");
  }
  return new Blob(pieces, { type: response.headers.get("Content-Type") });
};

const save = (file, name) => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const download = async (link) => {
  const label = link.dataset.download;
  say(`Making the ${label} file…`);
  try {
    const response = await fetch(link.href);
    if (response.redirected) return location.assign(link.href); // to sign in, and then to the file
    const [, name] = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition")) ?? [];
    if (!response.ok || !name) throw new Error(`answered ${response.status}`);
    save(await received(response, (percent) => say(`Downloading the ${label} file`, percent)), name);
    say(`Saved: ${name}`);
  } catch (error) {
    console.info(error);
    say(`The ${label} file could not be made or fetched. Try again in a minute; until then take another format.`);
  }
};

const underWay = new WeakSet();

const press = async (event) => {
  const link = event.currentTarget;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // a tab or a window of its own
  event.preventDefault();
  if (underWay.has(link)) return;
  underWay.add(link);
  await download(link);
  underWay.delete(link);
};

document.querySelectorAll("[data-download]").forEach((link) => link.addEventListener("click", press));
