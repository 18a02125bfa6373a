// Starts the browser editor. Labels and hints are in the language its own words are in: the one
// chosen in its settings, or else the browser's.
import CMS from "./cms/npm/index.js";

const chosen = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}").locale ?? "auto";
const locale = chosen === "auto" ? navigator.language : chosen;
const settings = await fetch(`config.${locale.startsWith("fa") ? "fa" : "en"}.json`);

CMS.init({config: {...await settings.json(), load_config_file: false}});
