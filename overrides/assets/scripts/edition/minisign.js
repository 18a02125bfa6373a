// Keys and signatures of minisign, form `Ed`: what `scripts/newsroom/edition/minisign.py` writes.
const SIGNED = "untrusted comment: signature from minisign secret key";
const TRUSTED = "trusted comment: ";
const FORM = [69, 100]; // "Ed"

const decoded = (line) => Uint8Array.from(atob(line), (it) => it.charCodeAt(0));
const encoded = (bytes) => btoa(String.fromCharCode(...bytes));

// A key by the text of its file or by its line alone; throws for anything else.
export const readKey = (text) => {
  const lines = text.trim().split("\n");
  const bytes = decoded(lines.at(-1).trim());
  if (lines.length > 2 || bytes.length !== 42 || FORM.some((it, at) => bytes[at] !== it)) {
    throw new Error("no key");
  }
  return {id: bytes.slice(2, 10), key: bytes.slice(10), line: encoded(bytes)};
};

// The words signed with some bytes; null where text or key is not the one they were signed with.
// Throws where the browser knows no Ed25519.
export const signedWords = async (data, text, {id, key}) => {
  const known = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  const [, line, trusted, last] = text.split("\n");
  let signature, whole;
  try {
    signature = decoded(line).slice(10);
    whole = decoded(last);
  } catch {
    return null;
  }
  const words = (trusted ?? "").slice(TRUSTED.length);
  const both = new Uint8Array([...signature, ...new TextEncoder().encode(words)]);
  const isRight =
    (await crypto.subtle.verify("Ed25519", known, signature, data)) &&
    (await crypto.subtle.verify("Ed25519", known, whole, both));
  const first = encoded([...FORM, ...id, ...signature]);
  const expected = `${SIGNED}\n${first}\n${TRUSTED}${words}\n${encoded(whole)}\n`;
  return isRight && text === expected ? words : null;
};
