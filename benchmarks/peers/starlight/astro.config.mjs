// Starlight as its documentation sets up a site in two languages; search is left on, as it ships.
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

const address = new URL(process.env.SITE_URL);

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  integrations: [
    starlight({
      title: { fa: "کارنامه", en: "The record" },
      defaultLocale: "root",
      locales: {
        root: { label: "فارسی", lang: "fa", dir: "rtl" },
        en: { label: "English", lang: "en" },
      },
      favicon: "/assets/icon.svg",
      sidebar: [
        { label: "خبرها", translations: { en: "News" }, items: [{ autogenerate: { directory: "news" } }] },
        "timeline",
        "participants",
        { label: "راهنما", translations: { en: "Guide" }, items: [{ autogenerate: { directory: "guide" } }] },
      ],
    }),
  ],
});
