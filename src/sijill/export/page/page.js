
(() => {
  "use strict";
  const root = document.documentElement;
  const speak = (language) => {
    root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
  };
  const remembered = () => {
    try { return localStorage.getItem("sijill-language"); } catch { return null; }
  };
  const asked = location.hash.match(/^#(ar|en)$/)?.[1] ?? remembered();
  if (asked === "ar" || asked === "en") speak(asked);
  document.getElementById("switch").addEventListener("click", () => {
    speak(root.lang === "ar" ? "en" : "ar");
    try { localStorage.setItem("sijill-language", root.lang); } catch { /* private mode */ }
  });

  // The page is written as reports are coded, so that its contents are known only here.
  const reports = document.querySelectorAll(".report");
  const index = document.getElementById("index");
  index.hidden = reports.length < 2;
  for (const report of reports) {
    const link = document.createElement("a");
    link.href = `#${report.id}`;
    link.dir = "auto";
    link.textContent = report.querySelector("h2").textContent;
    const row = document.createElement("li");
    row.append(link, ` (${report.querySelectorAll(".claim:not(.control)").length})`);
    index.querySelector("ol").append(row);
  }

  // A value is named as its claim and a suffix: "2-5place0" belongs to claim "2-5".
  const values = (element) => element.dataset.v.trim().split(" ");
  const claimOf = (value) => value.match(/^\d+-k?\d+/)[0];
  const segments = new Map();
  const cards = new Map();
  for (const segment of document.querySelectorAll(".paper .s[data-v]")) {
    for (const value of values(segment)) {
      if (!value) continue;
      for (const name of new Set([value, claimOf(value)])) {
        if (!segments.has(name)) segments.set(name, []);
        segments.get(name).push(segment);
      }
    }
  }
  for (const card of document.querySelectorAll(".claim")) cards.set(card.dataset.v, card);

  let lit = [];
  let pinned = null;
  const light = (element, name) => {
    element.classList.add(name);
    lit.push(element);
  };
  const clear = () => {
    for (const element of lit) element.classList.remove("on", "near");
    lit = [];
  };
  const show = (value) => {
    clear();
    if (!value) return;
    const claim = claimOf(value);
    const card = cards.get(claim);
    if (card) light(card, "near");
    for (const segment of segments.get(claim) ?? []) light(segment, "near");
    if (value !== claim) {
      for (const segment of segments.get(value) ?? []) light(segment, "on");
      const row = card?.querySelector(`dd[data-v="${value}"]`);
      if (row) light(row, "on");
    }
  };
  const pin = (claim) => {
    if (pinned) cards.get(pinned)?.removeAttribute("aria-current");
    pinned = claim;
    cards.get(claim)?.setAttribute("aria-current", "true");
    show(claim);
  };
  const reveal = (element) => element?.scrollIntoView({ block: "nearest", inline: "nearest" });

  const under = (target) => {
    const row = target.closest?.("dd[data-v], .claim, .paper .s[data-v]");
    return row ? values(row)[0] || null : null;
  };
  document.addEventListener("pointerover", (event) => show(under(event.target) ?? pinned));
  document.addEventListener("click", (event) => {
    if (event.target.closest("details, button, a") || String(getSelection())) return;
    const value = under(event.target);
    if (!value) return;
    const claim = claimOf(value);
    pin(claim);
    show(value);
    if (event.target.closest(".paper")) reveal(cards.get(claim));
    else reveal((segments.get(value) ?? segments.get(claim) ?? [])[0]);
  });
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".claim");
    if (!card || event.target !== card || !card.matches(":focus-visible")) return;
    pin(card.dataset.v);
    reveal((segments.get(card.dataset.v) ?? [])[0]);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return pin(null);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const card = document.activeElement;
    if (!step || !card?.classList.contains("claim")) return;
    const all = [...cards.values()];
    const next = all[all.indexOf(card) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
})();
