// The check of an edition by its files, as `scripts/newsroom/edition/checking.py` does it.
import { readKey, signedWords } from "./minisign.js";

const SUMS = "SHA256SUMS";
const SIGNATURE = `${SUMS}.minisig`;
const KEY = "edition.pub";
const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

const hex = (bytes) => [...new Uint8Array(bytes)].map((it) => it.toString(16).padStart(2, "0")).join("");
const digest = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));
// Neither a byte order mark nor a wrong byte is passed over.
const textOf = (bytes) => new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);

export const fingerprint = async (key) => (await digest(key.key)).match(/.{4}/g).join(" ");

// What is listed, by path; throws unless the list is one as it was made.
const readList = (bytes) => {
  const lines = textOf(bytes).split("\n");
  const listed = new Map(lines.slice(0, -1).map((line) => LINE.exec(line).slice(1).reverse()));
  if (!listed.size || lines.at(-1) || listed.size !== lines.length - 1) throw new Error("no list");
  return listed;
};

const fault = async (file, expected) => {
  if (!file) return "missing";
  try {
    return (await digest(await file.arrayBuffer())) === expected ? "" : "changed";
  } catch {
    return "unread";
  }
};

// Files by path and a key, or none, make a verdict; `told` hears how many of how many were read.
// "valid" takes all of it: every listed file read and as listed, no other there, signed by that key.
export const check = async (files, given, told) => {
  const wrong = [];
  let listed, sums;
  try {
    sums = await files.get(SUMS).arrayBuffer();
    listed = readList(sums);
  } catch {
    return {standing: "invalid", wrong: [["list", SUMS]], count: 0};
  }
  let count = 0;
  let done = 0;
  for (const [path, expected] of listed) {
    const kind = await fault(files.get(path), expected);
    if (kind) wrong.push([kind, path]);
    else count += 1;
    done += 1;
    told(done, listed.size);
  }
  for (const path of files.keys()) {
    if (!listed.has(path) && path !== SUMS && path !== SIGNATURE) wrong.push(["extra", path]);
  }
  if (!files.has(SIGNATURE)) {
    if (listed.has(KEY)) wrong.push(["missing", SIGNATURE]);
    return {standing: wrong.length ? "invalid" : "unsigned", wrong, count};
  }
  let key, words, text;
  try {
    text = textOf(await files.get(SIGNATURE).arrayBuffer());
    key = given ?? readKey(await files.get(KEY).text());
  } catch {
    return {standing: "invalid", wrong: [...wrong, ["forged", SIGNATURE]], count};
  }
  try {
    words = await signedWords(sums, text, key);
  } catch {
    return {standing: wrong.length ? "invalid" : "unable", wrong, count};
  }
  if (words === null) wrong.push(["forged", SIGNATURE]);
  if (wrong.length) return {standing: "invalid", wrong, count};
  return {standing: given ? "valid" : "signed", wrong, count, key, words};
};
