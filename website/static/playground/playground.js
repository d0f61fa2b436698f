// A page with a form whose question Python answers in a worker: the start, the question, the answer.
(() => {
  "use strict";
  const form = document.querySelector("form[data-needs]");
  const [says, result, bar] = ["says", "result", "bar"].map((name) => document.getElementById(name));
  const [send, stop] = ["send", "stop"].map((name) => document.getElementById(name));
  const here = document.currentScript.src;
  const started = performance.now();
  let worker, waiting, isReady;

  // Answers are made of what our own writers write; anything else that a formula may have smuggled in stays out.
  const TAGS = new Set(
    `a b code details div em footer h3 h4 li p pre span strong sub summary sup table tbody td th tr ul ol math merror
    mfrac mi mn mo mover mpadded mphantom mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
    munderover`.split(/\s+/),
  );
  const ATTRIBUTES = new Set(
    `accent accentunder class columnalign columnspacing display displaystyle fence form height linethickness lspace
    mathvariant maxsize minsize role rowspacing rspace scope scriptlevel separator stretchy width`.split(/\s+/),
  );

  function clean(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const element of [...page.body.querySelectorAll("*")]) {
      if (!TAGS.has(element.localName)) {
        element.replaceWith(element.textContent);
        continue;
      }
      for (const { name } of [...element.attributes]) {
        if (!ATTRIBUTES.has(name)) element.removeAttribute(name);
      }
    }
    return page.body.childNodes;
  }

  function tell(text, status = "") {
    says.textContent = text;
    says.className = status;
  }

  function begin() {
    if (location.protocol === "file:") {
      bar.hidden = true;
      send.disabled = true;
      tell("This page needs a server, and any static one will do: python -m http.server in the folder of the site.");
      return;
    }
    isReady = false;
    bar.hidden = false;
    worker = new Worker(new URL("worker.js", here), { type: "module" });
    worker.onmessage = ({ data }) => heard(data);
    worker.onerror = (event) => failed(event.message || "the worker cannot be started");
    worker.postMessage({ start: kind(), needs: form.dataset.needs.split(" ") });
  }

  function heard({ phase, done, ready, answer, trouble }) {
    if (phase) {
      bar.value = done;
      if (!waiting && says.textContent !== `${phase} …`) tell(`${phase} …`);
    }
    if (ready) {
      isReady = true;
      bar.hidden = true;
      document.body.dataset.ready = Math.round(performance.now() - started);
      tell("Ready.");
      if (waiting) worker.postMessage({ ask: waiting });
    }
    if (answer) shown(answer);
    if (trouble) failed(trouble);
  }

  function failed(why) {
    const broken = isReady;
    rest();
    tell(`Something went wrong: ${why}`, "refuted");
    worker.terminate();
    if (broken) begin();
    else bar.hidden = true;
  }

  function rest() {
    waiting = undefined;
    stop.hidden = true;
    send.disabled = false;
    result.removeAttribute("aria-busy");
  }

  function shown(answer) {
    rest();
    tell(answer.says, answer.says.match(/^[a-z ]+/)?.[0].replaceAll(" ", "-") ?? "");
    result.replaceChildren(...clean(answer.html));
    says.scrollIntoView({ block: "nearest" });
    if (answer.certificate) result.append(certificate(answer.certificate));
    dispatchEvent(new Event("answered"));
  }

  function certificate(text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "certificate.json";
    link.textContent = "The certificate of this proof";
    return link;
  }

  const kind = () => new FormData(form).get("kind");
  const fields = () => form.querySelector(`[data-kind="${kind()}"]`);

  function show() {
    for (const part of form.querySelectorAll("[data-kind]")) {
      part.hidden = part.disabled = part !== fields();
    }
  }

  function fill(values) {
    const chosen = form.querySelector(`[name=kind][value="${values.kind}"]`);
    if (!chosen) return false;
    chosen.checked = true;
    show();
    for (const field of fields().querySelectorAll("textarea")) field.value = values[field.name] ?? "";
    return true;
  }

  function ask() {
    waiting = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    if (form.dataset.linked) history.replaceState(null, "", `?${new URLSearchParams(waiting)}`);
    send.disabled = true;
    stop.hidden = false;
    result.replaceChildren();
    result.setAttribute("aria-busy", "true");
    tell(isReady ? "Working …" : "The answer comes as soon as Python is ready …");
    if (isReady) worker.postMessage({ ask: waiting });
  }

  async function read(file) {
    form.elements.text.value = await file.text();
    form.requestSubmit();
  }

  form.addEventListener("change", ({ target }) => {
    if (target.name === "kind") show();
    if (target.type === "file" && target.files.length) read(target.files[0]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(send);
  });
  form.addEventListener("click", ({ target }) => {
    if (target.dataset.example && fill(JSON.parse(target.dataset.example))) form.requestSubmit();
  });
  if (form.querySelector("[type=file]")) {
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) read(event.dataTransfer.files[0]);
    });
  }
  stop.addEventListener("click", () => {
    worker.terminate();
    rest();
    begin();
  });
  show();
  begin();
  if (fill(Object.fromEntries(new URLSearchParams(location.search)))) ask();
})();
