// What the pages do on their own, quicker: keys, and decisions without loading the page again. Everything here works without it.
"use strict";
(() => {
  const cards = () => [...document.querySelectorAll("[data-card]:not([data-done])")];
  const all = () => [...document.querySelectorAll("[data-card]")];
  let last = null;

  const current = () => document.activeElement?.closest?.("[data-card]") ?? document.querySelector("[data-card][aria-current=true]");

  const go = card => {
    document.querySelectorAll("[data-card][aria-current]").forEach(c => c.removeAttribute("aria-current"));
    if (card) {
      card.setAttribute("aria-current", "true");
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    }
  };

  const step = by => {
    const list = all();
    const at = list.indexOf(current());
    go(at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[Math.min(Math.max(at + by, 0), list.length - 1)]);
  };

  const say = text => {
    const line = document.getElementById("said");
    if (line) {
      line.textContent = text;
    }
  };

  const send = async (form, button) => {
    const body = new FormData(form, button);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(body), headers: { Accept: "application/json" } });
      const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : { fault: "the page is too old: load it again" };
      return answer.ok ? told : { fault: told.fault ?? "it was not taken" };
    } catch {
      return { fault: "NewsWatcher does not answer" };
    }
  };

  const done = (card, told) => {
    card.dataset.done = told.decision ?? "";
    const line = card.querySelector("[data-outcome]");
    line.textContent = told.kind ? `${told.kind}. ` : "said before. ";
    if (told.decision) {
      const form = document.getElementById("undo").content.firstElementChild.cloneNode(true);
      form.action = `/decisions/${told.decision}/undo`;
      line.append(form);
      last = card;
    }
  };

  document.addEventListener("submit", async event => {
    const form = event.target;
    const card = form.closest("[data-card]");
    if (!card || !form.matches("[data-decide], [data-undo]")) {
      return;
    }
    event.preventDefault();
    const isUndo = form.matches("[data-undo]");
    const told = await send(form, event.submitter);
    if (told.fault) {
      say(`Not taken: ${told.fault}.`);
    } else if (isUndo) {
      delete card.dataset.done;
      card.querySelector("[data-outcome]").textContent = "";
      say("Taken back.");
      go(card);
    } else {
      done(card, told);
      say(told.kind ? `Decision ${told.decision}: ${told.kind}.` : "Said before.");
      const list = all();
      go(list.slice(list.indexOf(card)).find(c => cards().includes(c)) ?? cards()[0] ?? card);
    }
  });

  const press = (card, selector) => card?.querySelector(selector)?.click();

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => press(current(), "[data-key=a]"),
    x: () => press(current(), "[data-key=x]"),
    e: () => {
      const details = current()?.querySelector("details[data-key=e]");
      if (details) {
        details.open = true;
        details.querySelector("input:not([type=hidden]), select")?.focus();
      }
    },
    o: () => press(current(), "[data-key=o]"),
    u: () => press(last ?? current(), "[data-undo] button"),
    "/": () => {
      const search = document.querySelector("input[type=search]");
      if (search) {
        search.focus();
      } else {
        location.assign("/items");
      }
    },
    "?": () => {
      const help = document.getElementById("keys");
      if (help) {
        help.open = !help.open;
        help.scrollIntoView({ block: "nearest" });
      }
    },
  };

  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && event.target.closest("[data-card]")) {
      event.target.closest("details")?.removeAttribute("open");
      go(event.target.closest("[data-card]"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) {
      return;
    }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act) {
      event.preventDefault();
      act();
    }
  });
})();
