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
  const box = new TomSelect(field, options);
  box.input.setAttribute("aria-hidden", "true");
  for (const name of ["aria-describedby", "aria-invalid"])
    if (field.hasAttribute(name))
      box.control_input.setAttribute(name, field.getAttribute(name));
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
      option_create: offerToRegister(input),
      no_results: null,
    },
    load(typed, show) {
      const answer = (found) => {
        if ([typed, ""].includes(this.inputValue())) this.clearOptions();
        if (typed !== this.inputValue()) return show();
        input.dataset.found = typed;
        answered = typed;
        show(found);
      };
      lookUp(typed).then(answer, () => show());
    },
    onInitialize() {
      const choose = this.onOptionSelect;
      this.hook("instead", "onOptionSelect", (event, option) => {
        if (option.classList.contains("create")) register(this, input);
        else choose.call(this, event, option);
      });
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
    refreshThrottle: 0,
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

// Shortcuts: `data-key` names the key that presses a button, opens a link or enters a
// field. Keys of one letter rest while somebody types, and can be switched off.
const types = (element) => element.closest?.("input, textarea, select, [contenteditable], dialog[open]");

const reach = (element) => {
  if (element.matches("input")) {
    element.focus();
    element.select();
  } else element.click();
};

document.addEventListener("keydown", (event) => {
  const search = document.getElementById("search");
  if (search && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    reach(search);
    return;
  }
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
  if (!isPlain || !("keys" in document.body.dataset) || types(event.target)) return;
  // The place of a key on the board serves too: with the Korean layout on, n types ㅜ.
  const pressed = [event.key, event.code.replace("Key", "").toLowerCase()];
  const element = [...document.querySelectorAll("[data-key]")].find((one) =>
    pressed.includes(one.dataset.key),
  );
  if (!element) return;
  event.preventDefault();
  reach(element);
});

// What is found while one types: arrows walk through it, Escape puts it away.
const found = document.getElementById("search-found");
found?.parentElement.addEventListener("keydown", (event) => {
  const stops = [document.getElementById("search"), ...found.querySelectorAll("li a")];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && stops.length > 1) {
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length].focus();
  } else if (event.key === "Escape") {
    found.replaceChildren();
    stops[0].focus();
  }
});

// A menu that is open closes when one goes on elsewhere.
for (const account of document.querySelectorAll("details.account, details.drop")) {
  document.addEventListener("click", (event) => {
    if (!account.contains(event.target)) account.open = false;
  });
  account.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    account.open = false;
    account.querySelector("summary").focus();
  });
}
