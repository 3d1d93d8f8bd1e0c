// The place of a file takes one that is dropped on it, and says at once which one is
// chosen and whether it is too large. Without this the file field does all that counts.

const MEGABYTE = 1024 * 1024;

for (const place of document.querySelectorAll("[data-drop]")) {
  const field = place.querySelector("input[type=file]");
  const told = place.querySelector("[data-drop-told]");
  place.querySelector("[data-drop-word]").hidden = false;

  const tell = () => {
    const [file] = field.files;
    const isTooLarge = file && file.size > Number(place.dataset.most) * MEGABYTE;
    told.classList.toggle("text-danger", Boolean(isTooLarge));
    if (!file) told.textContent = "";
    else if (isTooLarge) told.textContent = place.dataset.tooLarge;
    else told.textContent = `${file.name} · ${sizeOf(file)}`;
  };

  const hold = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    place.toggleAttribute("data-over", event.type !== "dragleave" && event.type !== "drop");
  };
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"])
    place.addEventListener(kind, hold);
  place.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    field.files = one.files;
    tell();
    field.focus();
  });
  field.addEventListener("change", tell);
  tell();
}

function sizeOf(file) {
  if (file.size >= MEGABYTE) return `${(file.size / MEGABYTE).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(file.size / 1024)).toLocaleString()} KB`;
}
