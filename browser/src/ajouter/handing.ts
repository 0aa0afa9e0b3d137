/** Lets a file be dropped on the form that takes it. */
export function hand(place: HTMLElement): void {
  const zone = place.querySelector<HTMLElement>(".drop");
  const input = place.querySelector<HTMLInputElement>("input[type=file]");
  if (!(place instanceof HTMLFormElement) || zone === null || input === null) return;
  zone.hidden = false;
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  place.addEventListener("dragleave", () => zone.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const files = event.dataTransfer?.files;
    if (files === undefined || files.length === 0) return;
    input.files = files;
    place.requestSubmit();
  });
}
