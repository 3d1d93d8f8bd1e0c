// The log: the key n opens it; what is typed stays in this browser until it is saved or
// discarded; what goes wrong is said where one types.
{
  const opener = document.getElementById("log-opener");
  const said = document.getElementById("said");
  const dialog = document.getElementById("dialog");
  const TOKEN = "csrfmiddlewaretoken";

  let lastButton = null;

  const logForm = () => document.getElementById("log-form");
  const isOfLog = (event) => event.detail.elt?.id === "log-form";
  const isRedirected = (xhr, path) =>
    xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(path, location).pathname;

  // What is typed, kept by user.
  const draftOf = (form) => JSON.parse(localStorage.getItem(form.dataset.draft));
  const keep = (form) => {
    if (!form.dataset.draft) return;
    const typed = [...new FormData(form)].filter(([name]) => name !== TOKEN);
    localStorage.setItem(form.dataset.draft, JSON.stringify(typed));
  };
  const forget = (form) => {
    localStorage.removeItem(form.dataset.draft);
    delete form.dataset.draft;
  };

  const fill = (field, values) => {
    if (field.type === "checkbox" || (field.type === "radio" && values.length))
      field.checked = values.includes(field.value);
    else if (field.type === "radio") return;
    else if (field.multiple)
      for (const option of field.options) option.selected = values.includes(option.value);
    else if (values.length) field.value = values[0];
    field.tomselect?.sync();
  };
  const restore = (form, within = form) => {
    const draft = draftOf(form);
    if (!draft) return false;
    for (const field of within.querySelectorAll("input, select, textarea")) {
      if (!field.name || field.name === TOKEN) continue;
      fill(field, draft.filter(([name]) => name === field.name).map(([, value]) => value));
    }
    return true;
  };

  const focus = (field) => (field?.tomselect ?? field)?.focus();

  // A new form takes up what was not saved; an answer to a form holds it already.
  const begin = (form) => {
    const startups = form.elements.startups;
    // The list of start-ups opens when something is typed, not over an untouched form.
    if (startups.tomselect)
      Object.assign(startups.tomselect.settings, { openOnFocus: false, preload: false });
    if (!("isAnswer" in form.dataset) && restore(form)) {
      form.querySelector("#log-restored").hidden = false;
      startups.dispatchEvent(new Event("change", { bubbles: true }));
    }
    focus(form.querySelector("[aria-invalid]") ?? startups);
  };

  const complain = (form, trouble) => {
    const box = form.querySelector("#log-trouble");
    for (const sentence of box.querySelectorAll("[data-trouble]"))
      sentence.hidden = sentence.dataset.trouble !== trouble;
    box.hidden = !trouble;
  };

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("#log-form");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const then = event.shiftKey ? "next" : "close";
      form.querySelector(`[name="then"][value="${then}"]`).click();
    } else if (form && event.key === "Enter" && event.target.type === "radio") {
      event.preventDefault(); // a choice is made, not the form
    }
  });

  // On the form's own page the way in leads to its first field.
  opener?.addEventListener("click", (event) => {
    if (!logForm() || dialog.contains(logForm())) return;
    event.preventDefault();
    focus(logForm().elements.startups);
  });

  for (const kind of ["input", "change"])
    document.addEventListener(kind, (event) => {
      const form = event.target.closest?.("#log-form");
      if (form && event.target.name) keep(form);
    });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-discards]")) forget(logForm());
    if (event.target.closest("[data-retries]")) lastButton?.click();
    if (event.target.closest("[data-dismisses]"))
      event.target.closest("#said, #log-said").replaceChildren();
  });
  document.addEventListener("submit", (event) => {
    if (event.target === logForm()) lastButton = event.submitter;
  });

  // Faster than the look-up of a start-up: the form goes out when it is known.
  document.addEventListener("htmx:confirm", (event) => {
    const form = event.detail.elt;
    if (form !== logForm()) return;
    event.preventDefault();
    const inputs = [...form.querySelectorAll("[data-lookup]")];
    Promise.all(inputs.map((input) => input.lookingUp)).then(() => event.detail.issueRequest());
  });

  // Each request carries the token of now: signing in again in another window gives a
  // new one.
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    if (!token) return;
    detail.headers["X-CSRFToken"] = token;
    if (detail.parameters[TOKEN]) detail.parameters[TOKEN] = token;
  });

  // A form that was closed with something typed is still there: no connection is needed.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isOfLog(event)) complain(logForm(), "");
    if (event.detail.elt !== opener) return;
    if (dialog.contains(logForm()) && draftOf(logForm())) {
      event.preventDefault();
      dialog.showModal();
      focus(logForm().elements.startups);
    }
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { elt, path } = event.detail.requestConfig;
    if ((elt !== opener && elt !== logForm()) || !isRedirected(event.detail.xhr, path)) return;
    event.detail.shouldSwap = false;
    if (elt === opener) location.assign(opener.href);
    else complain(elt, "sign-in");
  });
  document.addEventListener("htmx:responseError", (event) => {
    const { status } = event.detail.xhr;
    const isRefused = status === 401 || status === 403;
    if (isOfLog(event)) complain(logForm(), isRefused ? "sign-in" : "server");
  });
  for (const kind of ["htmx:sendError", "htmx:timeout"])
    document.addEventListener(kind, (event) => {
      if (isOfLog(event)) complain(logForm(), "offline");
      if (event.detail.elt === opener) said.textContent = opener.dataset.trouble;
    });

  document.addEventListener("logged", (event) => forget(event.target));
  said?.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== said) return;
    dialog.close();
    dialog.replaceChildren();
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "log-startups") restore(logForm(), event.target);
  });
  document.addEventListener("htmx:load", (event) => {
    const form = logForm();
    if (form && (event.target === form || event.target.contains(form))) begin(form);
  });

  // The keys of a telephone cover the page: the dialog is as high as what is seen.
  window.visualViewport?.addEventListener("resize", () =>
    dialog?.style.setProperty("--seen", `${window.visualViewport.height}px`),
  );
}
