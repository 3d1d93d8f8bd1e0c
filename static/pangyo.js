// What pages do beyond HTML: fold the menu on narrow screens, look records up while
// one types and enter those that are missing. Every page works without it.

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
  const drawn = new TomSelect(field, options);
  drawn.input.setAttribute("aria-hidden", "true");
  for (const name of ["aria-describedby", "aria-invalid"])
    if (field.hasAttribute(name))
      drawn.control_input.setAttribute(name, field.getAttribute(name));
};

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
    score: () => () => 1, // the server says what is meant, also by a number
    render: { option_create: offerToRegister(input), no_results: null },
    load(typed, show) {
      fetch(`${input.dataset.lookup}?q=${encodeURIComponent(typed)}`)
        .then((response) => response.json())
        .then((found) => {
          input.dataset.found = typed;
          this.clearOptions();
          show(found.results.map((value) => ({ value })));
        })
        .catch(() => show());
    },
    onInitialize() {
      const choose = this.onOptionSelect;
      this.hook("instead", "onOptionSelect", (event, option) => {
        if (option.classList.contains("create")) register(this, input);
        else choose.call(this, event, option);
      });
    },
  });

// A name that is not there yet can be entered in the dialog, once the server has
// answered what it knows by that name.
const offerToRegister = (input) => (data, escape) =>
  input.dataset.registers && input.dataset.found === data.input
    ? `<div class="create">${input.dataset.offer.replace("{name}", escape(data.input))}</div>`
    : "";

let waiting = null; // the field that the dialog fills
const register = (field, input) => {
  const typed = field.inputValue();
  waiting = field;
  field.setTextboxValue("");
  field.close();
  htmx.ajax("GET", `${input.dataset.registers}?called=${encodeURIComponent(typed)}`, {
    source: input,
    target: "#dialog",
  });
};

const fillWaiting = (value) => {
  waiting?.addOption({ value });
  waiting?.addItem(value);
  waiting?.focus();
  waiting = null;
};

document.addEventListener("record-made", (event) => fillWaiting(event.detail.text));
document.addEventListener("click", (event) => {
  const used = event.target.closest("[data-uses]");
  if (!used) return;
  dialog.close();
  fillWaiting(used.dataset.uses);
});

const drawSelect = (select) =>
  draw(select, {
    plugins: { remove_button: { title: document.body.dataset.remove } },
    render: { no_results: null },
  });

// Each part of a page is dressed when it arrives, with the page or later.
const dress = (part) => {
  const each = (selector, act) => {
    if (part.matches?.(selector)) act(part);
    part.querySelectorAll(selector).forEach(act);
  };
  each("input[data-lookup]:not(.tomselected)", drawLookup);
  each("select[multiple]:not(.tomselected)", drawSelect);
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
