const assets = new URL(".", document.currentScript.src);

// Other scripts come when they are reached for.
export const load = (name) => {
  const script = document.createElement("script");
  script.src = new URL(name, assets);
  document.head.append(script);
  return script;
};
