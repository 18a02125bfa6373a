// What a page complains of, in whatever engine: serving.py puts this before all else in a page.
globalThis.notes = { console: [], policy: [] };

// A script, style sheet or picture that does not come says so of itself and without words.
const complain = ({ message, target }) =>
  notes.console.push(message ?? `${target.src ?? target.href} does not come`);
addEventListener("error", complain, true);
addEventListener("unhandledrejection", ({ reason }) => notes.console.push(String(reason)));
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  notes.policy.push(`${violatedDirective} ${blockedURI}`),
);
for (const level of ["error", "warn"]) {
  const say = console[level];
  console[level] = (...words) => {
    notes.console.push(words.join(" "));
    say.apply(console, words);
  };
}
