// What pages do beyond HTML: fold the menu on narrow screens, look records up while
// one types, ask before typed text is lost. Every page works without it.

const menu = document.querySelector(".menu-body");
const toggle = document.querySelector(".menu-toggle");
if (menu && toggle) {
  const fold = (folded) => {
    menu.toggleAttribute("data-folded", folded);
    toggle.setAttribute("aria-expanded", String(!folded));
  };
  fold(true);
  toggle.hidden = false;
  toggle.addEventListener("click", () => fold(!menu.hasAttribute("data-folded")));
}

// The box drawn in a field's place has its label; the field itself is not read out.
const draw = (field, options) =>
  new TomSelect(field, options).input.setAttribute("aria-hidden", "true");

for (const input of document.querySelectorAll("input[data-lookup]")) {
  draw(input, {
    delimiter: ";",
    maxItems: input.dataset.many ? null : 1,
    valueField: "value",
    labelField: "value",
    searchField: ["value"],
    create: true,
    createOnBlur: true,
    persist: false,
    preload: "focus",
    render: { option_create: () => "", no_results: null },
    load: (typed, show) => {
      fetch(`${input.dataset.lookup}?q=${encodeURIComponent(typed)}`)
        .then((response) => response.json())
        .then((found) => show(found.results.map((value) => ({ value }))))
        .catch(() => show());
    },
  });
}

for (const select of document.querySelectorAll("select[multiple]")) {
  draw(select, {
    plugins: { remove_button: { title: document.body.dataset.remove } },
    render: { no_results: null },
  });
}

for (const select of document.querySelectorAll("select[data-submits]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

const guarded = document.querySelector("form[data-guarded]");
if (guarded) {
  let isChanged = false;
  guarded.addEventListener("input", () => (isChanged = true));
  guarded.addEventListener("change", () => (isChanged = true));
  guarded.addEventListener("submit", () => (isChanged = false));
  window.addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
}
