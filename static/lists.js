// What lists do beyond HTML: the filter box, ticking rows, what a bulk change ticks.
// Every list works without it.

const filterBox = document.querySelector(".filter-box");
const firstFilter = ".filters :is(input, select):not([type=hidden], .tomselected)";

// Opened by a key, it is entered; a click has no detail when no pointer made it.
filterBox?.querySelector("summary").addEventListener("click", (event) => {
  if (event.detail || filterBox.open) return;
  event.preventDefault();
  filterBox.open = true;
  filterBox.querySelector(firstFilter)?.focus();
});

// Before a box of choices takes the key for a choice.
const applyFilters = (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  filterBox.closest("form").requestSubmit();
};
filterBox?.addEventListener("keydown", applyFilters, { capture: true });

filterBox?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) {
    filterBox.open = false;
    filterBox.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  const isInside = event.composedPath().includes(filterBox);
  if (filterBox?.open && !isInside) filterBox.open = false;
});

// Ticking: the head's box ticks the page, Shift ticks all between, arrows move.
const bar = document.getElementById("bulk");
const boxes = [...document.querySelectorAll('input[name="pk"][form="bulk"]')];
const pageBox = document.querySelector("[data-picks-all]");

const count = () => {
  const number = boxes.filter((box) => box.checked).length;
  const status = bar.querySelector(".bulk-count");
  const isAll = bar.elements.all.checked;
  const { none, some } = status.dataset;
  status.textContent = number && !isAll ? some.replace("#", number) : none;
  bar.querySelectorAll("button").forEach((button) => {
    button.disabled = !number && !isAll;
  });
  pageBox.checked = number === boxes.length;
  pageBox.indeterminate = number > 0 && number < boxes.length;
  boxes.forEach((box) => (box.disabled = isAll));
};

if (bar && pageBox) {
  let last = null;
  pageBox.hidden = false;
  pageBox.addEventListener("change", () => {
    boxes.forEach((box) => (box.checked = pageBox.checked));
    count();
  });
  boxes.forEach((box, place) => {
    box.addEventListener("click", (event) => {
      if (event.shiftKey && last !== null) {
        const [from, to] = [Math.min(last, place), Math.max(last, place)];
        boxes.slice(from, to + 1).forEach((other) => (other.checked = box.checked));
      }
      last = place;
      count();
    });
    box.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      boxes[place + step]?.focus();
    });
  });
  bar.elements.all.addEventListener("change", count);
  // After "back" a browser restores ticks later than it runs scripts.
  window.addEventListener("pageshow", count);
  count();
}

// Whoever fills a field of a bulk change in means it to change.
document.querySelectorAll("[data-ticks]").forEach((part) => {
  const tick = document.querySelector(`[name="change"][value="${part.dataset.ticks}"]`);
  part.addEventListener("change", () => (tick.checked = true));
  part.addEventListener("input", () => (tick.checked = true));
});
