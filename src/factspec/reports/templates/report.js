"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const one = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const buttonOf = (panel) => document.querySelector(`[aria-controls="${CSS.escape(panel.id)}"]`);

  const show = (panel, open) => {
    panel.classList.toggle("open", open);
    buttonOf(panel).setAttribute("aria-expanded", String(open));
  };
  const toggle = (button) => {
    const panel = one(button.getAttribute("aria-controls"));
    show(panel, !panel.classList.contains("open"));
  };

  // An address of a claim, a finding, a source or an article: whatever is closed around it is opened.
  const kept = /[/?:@!$&'()*+,;=\-._~\w]/;
  const named = (text) => [...text].map((sign) => (kept.test(sign) ? sign : encodeURIComponent(sign))).join("");
  const target = () => {
    const written = location.hash.slice(1);
    if (!written) return null;
    let plain = written;
    try { plain = decodeURIComponent(written); } catch { /* not encoded: taken as it is */ }
    return one(written) || one(plain) || one(named(plain));
  };
  const reveal = (element) => {
    if (root.classList.contains("filtered")) reset();
    for (let around = element; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") around.open = true;
      if (around.classList.contains("p")) show(around, true);
    }
    const panel = element.closest(".p");
    const sentence = panel && buttonOf(panel).parentElement;
    if (sentence) {
      sentence.classList.add("here");
      // The row, because the sentence may stick to the top of the window wherever the row is.
      sentence.closest(".row").scrollIntoView();
    }
    const { top, bottom } = element.getBoundingClientRect();
    if (!sentence || top < 0 || bottom > innerHeight) element.scrollIntoView({ block: sentence ? "nearest" : "center" });
    (element.querySelector(":scope > summary") || element).focus({ preventScroll: true });
  };
  const follow = () => {
    const element = target();
    for (const old of all(".here")) old.classList.remove("here");
    if (!element || !element.closest(".article")) return;
    element.classList.add("here");
    if (element.matches(".article")) {
      element.open = true;
      element.scrollIntoView();
      element.querySelector("summary").focus({ preventScroll: true });
    } else reveal(element);
  };

  // Filters.
  const wanted = () => ({ state: one("by-state").value, rule: one("by-rule").value, claim: one("by-claim").value.trim().toLowerCase() });
  const fits = (data, want) =>
    (!want.state || data.state === want.state) &&
    (!want.rule || (data.rules || "").split(" ").includes(want.rule)) &&
    (!want.claim || (data.claims || "").toLowerCase().split(" ").some((id) => id.includes(want.claim)));
  const filter = () => {
    const want = wanted();
    const active = Boolean(want.state || want.rule || want.claim);
    root.classList.toggle("filtered", active);
    let sentences = 0, apart = 0, articles = 0;
    for (const article of all("details.article")) {
      let found = 0;
      for (const sentence of all("[data-state]", article)) {
        const fit = active && fits(sentence.dataset, want);
        sentence.classList.toggle("fit", fit);
        found += fit;
      }
      sentences += found;
      for (const card of all(".apart > .card", article)) {
        const fit = active && fits(card.dataset, want);
        card.classList.toggle("fit", fit);
        found += fit;
        apart += fit;
      }
      article.classList.toggle("fit", found > 0);
      articles += found > 0;
    }
    for (const item of all(".index > li")) item.classList.toggle("fit", one(item.dataset.article).classList.contains("fit"));
    if (active && articles && articles <= 10) for (const article of all("details.article.fit")) article.open = true;
    const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
    const others = apart ? ` and ${count(apart, "entry").replace("entrys", "entries")} about no sentence` : "";
    one("matches").textContent = !active ? "" : articles ? `${count(sentences, "sentence")}${others} in ${count(articles, "article")}` : "Nothing matches.";
  };
  const reset = () => {
    for (const id of ["by-state", "by-rule", "by-claim"]) one(id).value = "";
    filter();
  };

  // The next sentence that is not settled, after the one that was last.
  let last = null;
  const next = () => {
    const filtered = root.classList.contains("filtered");
    const found = all(filtered ? ".s.fit[data-state]" : ".s.wrong[data-state], .s.uncovered[data-state], .s.partly[data-state]");
    if (!found.length) {
      one("matches").textContent = "Nothing is left to mend.";
      return;
    }
    last = found[(found.indexOf(last) + 1) % found.length];
    last.closest("details").open = true;
    last.scrollIntoView({ block: "center" });
    last.querySelector("button").focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.matches(".b")) toggle(button);
    else if (button && button.id === "reset") reset();
    else if (button && button.id === "next") next();
    else if (!event.target.closest("a") && !String(getSelection())) {
      const sentence = event.target.closest(".s[data-state]");
      if (sentence) toggle(sentence.querySelector("button"));
    }
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) follow();
  });
  document.addEventListener("keydown", (event) => {
    const panel = event.key === "Escape" && event.target.closest(".p.open");
    if (panel) {
      show(panel, false);
      buttonOf(panel).focus();
    }
  });
  document.addEventListener("input", (event) => { if (event.target.closest(".filters")) filter(); });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => { for (const article of all("details.article")) article.open = true; });
  document.addEventListener("DOMContentLoaded", filter);
  // Before the page is loaded, the browser would take the focus away again.
  addEventListener("load", follow);
})();
