const PAUSE = 700;

interface State {
  state: "running" | "failed" | "done";
  step: string;
  done: number;
  among: number;
}

/** Tells how far the work is until it ends; then the page shows what came of it. */
export function watch(place: HTMLElement): void {
  const address = place.dataset.etat;
  if (address !== undefined) void ask(place, address);
}

async function ask(place: HTMLElement, address: string): Promise<void> {
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  const state = answer?.ok === true ? ((await answer.json()) as State) : null;
  if (state === null || state.state !== "running") {
    window.location.reload();
    return;
  }
  tell(place, state);
  window.setTimeout(() => void ask(place, address), PAUSE);
}

function tell(place: HTMLElement, state: State): void {
  const step = place.querySelector(".step");
  if (step !== null && step.textContent !== state.step) step.textContent = state.step;
  const bar = place.querySelector("progress");
  if (bar === null) return;
  if (state.among > 1) {
    bar.max = state.among;
    bar.value = state.done;
  } else {
    bar.removeAttribute("value");
  }
}
