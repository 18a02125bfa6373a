// A folder of this machine, as the browser editor is given one: it lies in the browser's own store,
// and the question which folder to open is answered beforehand.
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("record");
FileSystemHandle.prototype.requestPermission = async () => "granted";
FileSystemHandle.prototype.queryPermission = async () => "granted";

window.fillFolder = async (files) => {
  const store = await navigator.storage.getDirectory();
  const record = await store.getDirectoryHandle("record", {create: true});
  for (const [path, text] of Object.entries({...files, ".git/HEAD": ""})) {
    const parts = path.split("/");
    let folder = record;
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, {create: true});
    }
    const file = await folder.getFileHandle(parts.at(-1), {create: true});
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
};

window.readFolder = async () => {
  const files = {};
  const read = async (folder, place) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") await read(entry, `${place}${name}/`);
      else files[place + name] = await (await entry.getFile()).text();
    }
  };
  await read(await (await navigator.storage.getDirectory()).getDirectoryHandle("record"), "");
  return files;
};
