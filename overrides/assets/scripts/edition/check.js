// The page of an edition that checks the folder it came in.
import { readKey } from "./minisign.js";
import { check, fingerprint } from "./verdict.js";

const form = document.querySelector("[data-check]");
const result = document.querySelector("[data-result]");
const part = (name) => document.querySelector(`[data-${name}]`);
let turn = 0; // which check is going on; an older one is dropped

const number = (value) => [...String(value)].map((it) => result.dataset.digits[it]).join("");

const show = (standing, count) => {
  result.dataset.standing = standing;
  for (const it of result.querySelectorAll("[data-when]")) {
    it.hidden = it.dataset.when !== standing;
    for (const place of it.querySelectorAll("[data-count]")) place.textContent = number(count ?? 0);
  }
};

const list = (wrong) => {
  const rows = part("wrong");
  rows.replaceChildren(...wrong.map(([kind, path]) => {
    const row = document.createElement("li");
    const name = document.createElement("bdi");
    name.dir = "ltr";
    name.textContent = path;
    row.append(`${rows.dataset[kind]} `, name);
    return row;
  }));
};

const tell = ({standing, wrong, count, key, words}, digits) => {
  list(wrong);
  part("signer").hidden = !key;
  part("words").textContent = words ?? "";
  part("line").textContent = key?.line ?? "";
  part("fingerprint").textContent = digits;
  show(standing, count);
};

const filesOf = (picked) =>
  new Map([...picked].map((file) => [file.webkitRelativePath.split("/").slice(1).join("/"), file]));

const start = async () => {
  const mine = ++turn;
  const text = part("key").value.trim();
  let given;
  part("signer").hidden = true;
  list([]);
  if (!globalThis.crypto?.subtle) return show("unable");
  try {
    given = text ? readKey(text) : undefined;
  } catch {
    return show("nokey");
  }
  const files = filesOf(part("folder").files);
  if (!files.size) return show("nofolder");
  if (!files.has("SHA256SUMS") && !files.has("START-HERE.html")) return show("elsewhere");
  show("checking");
  const verdict = await check(files, given, (done, all) => {
    if (mine === turn) [part("progress").value, part("progress").max] = [done, all];
  });
  const digits = verdict.key ? await fingerprint(verdict.key) : "";
  if (mine === turn) tell(verdict, digits);
};

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  start();
});
part("folder").addEventListener("change", start);
