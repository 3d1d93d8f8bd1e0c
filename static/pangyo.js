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
const draw = (field, options) => {
  const box = new TomSelect(field, options);
  box.input.setAttribute("aria-hidden", "true");
  return box;
};

// The server looks up, and the list shows what it found. Enter takes the first that is
// found for all that was typed; until that is known (`lookingUp`), the text itself.
const drawLookup = (input) => {
  let answered = "";
  const lookUp = async (typed) => {
    const response = await fetch(`${input.dataset.lookup}?q=${encodeURIComponent(typed)}`);
    const { results, hints = [] } = await response.json();
    return results.map((value, place) => ({ value, hint: hints[place] ?? "" }));
  };
  const box = draw(input, {
    delimiter: ";",
    maxItems: input.dataset.many ? null : 1,
    valueField: "value",
    labelField: "value",
    searchField: [],
    create: true,
    createOnBlur: true,
    closeAfterSelect: true,
    persist: false,
    preload: "focus",
    refreshThrottle: 0,
    loadThrottle: 150,
    render: {
      option: ({ value, hint = "" }, escape) =>
        `<div>${escape(value)} <span class="text-secondary">${escape(hint)}</span></div>`,
      option_create: () => "",
      no_results: null,
    },
    load(typed, show) {
      const answer = (found) => {
        if ([typed, ""].includes(this.inputValue())) this.clearOptions();
        if (typed !== this.inputValue()) return show();
        answered = typed;
        show(found);
      };
      lookUp(typed).then(answer, () => show());
    },
  });
  const takeFirst = (event) => {
    const typed = box.inputValue();
    if (event.key !== "Enter" || event.isComposing || !typed || typed === answered) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    box.close();
    const take = (option, isSilent) => {
      box.addOption(option);
      box.addItem(option.value, isSilent);
    };
    take({ value: typed }, true);
    input.lookingUp = lookUp(typed)
      .catch(() => [])
      .then(([first = { value: typed }]) => {
        if (!box.items.includes(typed)) return;
        box.removeItem(typed, true);
        take(first);
      });
  };
  box.control_input.addEventListener("keydown", takeFirst, true);
};

const drawSelect = (select) =>
  draw(select, {
    plugins: { remove_button: { title: document.body.dataset.remove } },
    refreshThrottle: 0,
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
