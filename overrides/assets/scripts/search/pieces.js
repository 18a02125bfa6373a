// The pieces of the index, each loaded once as a script, so that it works by http and from disk alike.
// What they hold: newsroom/site/search.py.
export const home = new URL("../", document.currentScript.src);
const waiting = new Map();
const pieces = new Map();

self.nrSearch = (name, data) => waiting.get(name)?.(data);

export const load = (name) => {
  if (!pieces.has(name)) {
    const piece = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      script.src = new URL(`search/${name}.js`, home).href;
      script.onerror = () => {
        pieces.delete(name); // the next key tries again
        reject(new Error(`search/${name}.js could not be loaded`));
      };
      document.head.append(script);
    });
    pieces.set(name, piece);
  }
  return pieces.get(name);
};
