// Builds the index of another engine from the folded records of this site, and asks it.
// node peers.mjs minisearch|pagefind <records.json> <folder>; MiniSearch's answers are printed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";

const [engine, input, folder] = process.argv.slice(2);
const { records, queries } = JSON.parse(readFileSync(input, "utf-8"));
mkdirSync(folder, { recursive: true });

const split = { tokenize: (text) => text.split(" "), processTerm: (term) => term || null };

if (engine === "minisearch") {
  const options = { fields: ["names", "text"], storeFields: ["path", "title"], ...split };
  const answers = [];
  for (const [lang, own] of Object.entries(records)) {
    const built = new MiniSearch(options);
    built.addAll(own);
    const text = JSON.stringify(built);
    writeFileSync(`${folder}/${lang}.json`, text);
    const begin = performance.now();
    const read = MiniSearch.loadJSON(text, options);
    const opened = performance.now() - begin;
    const found = queries
      .filter((query) => query.lang === lang)
      .map(({ id, terms }) => {
        const settings = { prefix: (term, at, all) => at === all.length - 1, combineWith: "AND", boost: { names: 3 } };
        return [id, read.search(terms, settings).slice(0, 10).map((result) => result.path)];
      });
    answers.push({ lang, opened, found });
  }
  console.log(JSON.stringify(answers));
} else {
  const pagefind = await import("pagefind");
  const { index } = await pagefind.createIndex();
  for (const [lang, own] of Object.entries(records)) {
    for (const { path, title, names, text } of own) {
      await index.addCustomRecord({ url: `/${path}`, language: lang, content: `${names} ${text}`, meta: { title } });
    }
  }
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
}
