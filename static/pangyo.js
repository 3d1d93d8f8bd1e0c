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

const drawLookup = (input) =>
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

const drawSelect = (select) =>
  draw(select, {
    plugins: { remove_button: { title: document.body.dataset.remove } },
    render: { no_results: null },
  });

const guard = (form) => {
  let isChanged = false;
  form.addEventListener("input", () => (isChanged = true));
  form.addEventListener("change", () => (isChanged = true));
  form.addEventListener("submit", () => (isChanged = false));
  window.addEventListener("beforeunload", (event) => {
    if (isChanged && form.isConnected) event.preventDefault();
  });
};

// Each part of a page is dressed when it arrives, with the page or later.
const dress = (part) => {
  const each = (selector, act) => {
    if (part.matches?.(selector)) act(part);
    part.querySelectorAll(selector).forEach(act);
  };
  each("input[data-lookup]:not(.tomselected)", drawLookup);
  each("select[multiple]:not(.tomselected)", drawSelect);
  each("form[data-guarded]", guard);
  each("select[data-submits]", (select) =>
    select.addEventListener("change", () => select.form.requestSubmit()),
  );
};

dress(document.body);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) dress(event.detail.elt);
});

// What htmx brings into the dialog opens it; what leaves it empty closes it.
const dialog = document.getElementById("dialog");
dialog?.addEventListener("htmx:afterSwap", () => {
  if (dialog.childElementCount) dialog.open || dialog.showModal();
  else dialog.close();
});
dialog?.addEventListener("click", (event) => {
  if (event.target.closest("[data-closes]")) dialog.close();
});
