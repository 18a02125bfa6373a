// What programs in JavaScript make of the feeds and calendars named on the command line, as JSON.

import { readFileSync } from "node:fs";
import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";
import ICAL from "ical.js";
import Parser from "rss-parser";

const whole = {
  descriptionMaxLen: 0,
  getExtraEntryFields: (entry) => ({ html: entry.content_html ?? entry.content?.["#text"] ?? "" }),
};

const item = (id, link, title, day, html) => ({ id, link, title, day: day?.slice(0, 10) ?? "", html });

const extracted = (read) => (text) =>
  read(text, whole).entries.map((it) => item(it.id, it.link, it.title, it.published, it.html));

async function parsed(text) {
  const { items } = await new Parser().parseString(text);
  return items.map((it) => item(it.id, it.link, it.title, it.isoDate, it.content));
}

function calendar(text) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((it) => {
    const event = new ICAL.Event(it);
    return {
      id: event.uid,
      link: it.getFirstPropertyValue("url"),
      title: event.summary,
      lang: it.getFirstProperty("summary").getParameter("language"),
      day: event.startDate.toString(),
      end: event.endDate.toString(),
      text: event.description,
      status: it.getFirstPropertyValue("status"),
    };
  });
}

const READERS = {
  xml: { "rss-parser": parsed, "feed-extractor": extracted(extractFromXml) },
  json: { "feed-extractor": (text) => extracted(extractFromJson)(JSON.parse(text)) },
  ics: { "ical.js": calendar },
};

const found = {};
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, "utf8");
  found[path] = {};
  for (const [name, read] of Object.entries(READERS[path.split(".").pop()])) {
    found[path][name] = await read(text);
  }
}
process.stdout.write(JSON.stringify(found));
