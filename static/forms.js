// What forms do beyond HTML: a calendar beside typed days, drafts that outlive an
// expired sign-in, asking before typed text is lost. Every form works without it.

// A day is typed as text; the browser's own calendar stands beside it.
const addCalendar = (input) => {
  const native = document.createElement("input");
  native.type = "date";
  native.className = "calendar-native";
  native.tabIndex = -1;
  native.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-icon calendar";
  button.setAttribute("aria-label", document.body.dataset.calendar);
  button.title = document.body.dataset.calendar;
  const group = document.createElement("div");
  group.className = "input-group flex-nowrap";
  input.replaceWith(group);
  group.append(input, native, button);
  button.addEventListener("click", () => {
    native.value = /^\d{4}-\d{2}-\d{2}$/.test(input.value) ? input.value : "";
    native.showPicker();
  });
  native.addEventListener("change", () => {
    input.value = native.value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  });
};

// What is typed into a form, by name: never personal data, passwords or files.
const NOT_KEPT = "[data-personal], [type=password], [type=file], [name=csrfmiddlewaretoken]";
const keptFields = (form) =>
  [...form.elements].filter((field) => field.name && !field.matches(NOT_KEPT));

const contents = (form) => {
  const values = {};
  for (const field of keptFields(form)) {
    values[field.name] ??= [];
    if (field.matches("select[multiple]"))
      values[field.name].push(...[...field.selectedOptions].map((one) => one.value));
    else if (!field.matches("[type=checkbox], [type=radio]") || field.checked)
      values[field.name].push(field.value);
  }
  return values;
};

const fillIn = (form, values) => {
  for (const field of keptFields(form)) {
    const given = values[field.name];
    if (!given) continue;
    if (field.tomselect) {
      const drawn = field.tomselect;
      const items = field.matches("select")
        ? given
        : given[0].split(";").map((one) => one.trim()).filter(Boolean);
      items.forEach((value) => drawn.addOption({ value }));
      drawn.setValue(field.dataset.many || field.multiple ? items : (items[0] ?? ""));
    } else if (field.matches("[type=checkbox], [type=radio]"))
      field.checked = given.includes(field.value);
    else field.value = given[0] ?? "";
  }
};

const DRAFT = "draft ";
let isSignedOut = false; // what was typed last is not kept either

// Keeps what is typed into a form under a key, in this tab alone, until it is dropped.
// Answers {kept, drop}: what was kept before, and how to forget it.
const keepDraft = (form, key) => {
  const name = DRAFT + key;
  let waits = null;
  let isDropped = false;
  const keep = () => {
    waits = null;
    if (!isDropped && !isSignedOut)
      sessionStorage.setItem(name, JSON.stringify(contents(form)));
  };
  const later = () => {
    isDropped = false;
    waits ??= setTimeout(keep, 300);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", keep);
  window.addEventListener("pagehide", () => waits && keep());
  return {
    kept: JSON.parse(sessionStorage.getItem(name)),
    drop() {
      isDropped = true;
      clearTimeout(waits);
      waits = null;
      sessionStorage.removeItem(name);
    },
  };
};

const dropDrafts = (isOver) =>
  Object.keys(sessionStorage)
    .filter((name) => name.startsWith(DRAFT) && isOver(name.slice(DRAFT.length)))
    .forEach((name) => sessionStorage.removeItem(name));

// Asks before a page with typed text is left; a draft is kept where the form says whose.
const guard = (form) => {
  let isChanged = "changed" in form.dataset;
  const change = () => (isChanged = true);
  let draft = null;
  if (form.dataset.draft) {
    dropDrafts((key) => !key.startsWith(`${form.dataset.draft} `));
    const address = location.pathname + location.search;
    draft = keepDraft(form, `${form.dataset.draft} ${address}`);
    if (draft.kept && !isChanged && isOther(draft.kept, contents(form))) {
      fillIn(form, draft.kept);
      tellOfDraft(form, draft);
      isChanged = true;
    }
  }
  form.addEventListener("input", change);
  form.addEventListener("change", change);
  form.addEventListener("submit", () => (isChanged = false));
  form.addEventListener("click", (event) => {
    const way = event.target.closest("[data-abandons]");
    if (!way || way.target) return;
    if (way.dataset.abandons) isChanged = false;
    if (way.dataset.abandons !== "kept")
      window.addEventListener("pagehide", () => draft?.drop(), { once: true });
  });
  window.addEventListener("beforeunload", (event) => {
    if (isChanged && form.isConnected) event.preventDefault();
  });
};

const isOther = (kept, shown) =>
  Object.keys(kept).some(
    (name) => name in shown && kept[name].join("\n") !== shown[name].join("\n"),
  );

const tellOfDraft = (form, draft) => {
  form.before(document.getElementById("draft-note").content.cloneNode(true));
  document.querySelector("[data-drops-draft]").addEventListener("click", () => {
    draft.drop();
    form.removeAttribute("data-guarded");
    form.remove();
    location.reload();
  });
};

// A form that was saved says so in a cookie with its address.
const dropSaved = () => {
  const cookie = /(?:^|; )saved_form=([^;]*)/.exec(document.cookie);
  if (!cookie) return;
  dropDrafts((key) => key.endsWith(` ${decodeURIComponent(cookie[1])}`));
  document.cookie = "saved_form=; max-age=0; path=/";
};

const dressForms = (part) => {
  part.querySelectorAll("input[data-day]").forEach(addCalendar);
  part.querySelectorAll("form[data-guarded]").forEach(guard);
  const first = part.querySelector("[autofocus]");
  if (first) focusOn(first);
};

// The focus alone opens no list over the sentence beneath the field.
const focusOn = (field) => {
  const drawn = field.tomselect;
  if (!drawn) return field.focus();
  drawn.settings.openOnFocus = false;
  drawn.wrapper.classList.add("preloaded");
  drawn.control_input.focus();
  drawn.settings.openOnFocus = true;
  drawn.wrapper.classList.remove("preloaded");
};

dropSaved();
dressForms(document.body);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) dressForms(event.detail.elt);
});

document.querySelector("form[action='/sign-out/']")?.addEventListener("submit", () => {
  isSignedOut = true;
  dropDrafts(() => true);
});

// What the server could not read marks its field, and no longer does once it can.
document.addEventListener("htmx:afterSwap", (event) => {
  const beneath = event.detail.target;
  if (!beneath.id.endsWith("_reading")) return;
  const field = document.getElementById(beneath.id.replace(/_reading$/, ""));
  const isRefused = Boolean(beneath.querySelector("[data-refused]"));
  if (isRefused) field?.setAttribute("aria-invalid", "true");
  else field?.removeAttribute("aria-invalid");
});

// Who was signed out meanwhile is told so, signs in again and finds the draft.
document.addEventListener("htmx:beforeSwap", (event) => {
  const path = new URL(event.detail.xhr.responseURL).pathname;
  if (path !== "/sign-in/") return;
  event.preventDefault();
  const note = document.getElementById("signed-out-note");
  note?.replaceWith(note.content.cloneNode(true));
});
