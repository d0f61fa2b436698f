// Python with mlce_sym in it, beside the page, which stays alive. It says how far the start has come, then answers
// one question after the other. Page to worker: {start: kind, needs} and {ask: question}; worker to page: {phase, done},
// {ready}, {answer} and {trouble}.
const RUNTIME = new URL("../../runtime/", import.meta.url);
const PHASES = {
  python: "Starting Python",
  flint: "Loading the arithmetic",
  mlce: "Loading mlce_sym",
  sympy: "Loading SymPy",
  answers: "Getting ready",
};
let python;

async function fetched(name) {
  const answer = await fetch(new URL(name, RUNTIME));
  if (!answer.ok) {
    throw new Error(`runtime/${name} is not beside this page: make playground puts it there`);
  }
  return answer;
}

// The bytes of an archive; `far` is told which part of them has come.
async function archive(name, size, far) {
  const reader = (await fetched(`${name}.zip`)).body.getReader();
  const chunks = [];
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    bytes += read.value.length;
    far(name, Math.min(bytes / size, 1));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

// SymPy has a thousand modules, and is imported out of its archive; the others have files that are read by their paths.
function placed(name, bytes, packages) {
  if (name === "sympy") {
    python.FS.writeFile("/sympy.zip", bytes);
    python.runPython("import sys; sys.path.append('/sympy.zip')");
  } else {
    python.unpackArchive(bytes, "zip", { extractDir: packages });
  }
}

async function start(kind, needs) {
  const parts = { python: 0, ...Object.fromEntries(needs.map((name) => [name, 0])), answers: 0 };
  let phase = "python";
  const far = (name, part) => {
    parts[name] = part;
    const done = Object.values(parts).reduce((sum, part) => sum + part) / Object.keys(parts).length;
    postMessage({ phase: PHASES[phase], done });
  };
  far(phase, 0);
  const sizes = await (await fetched("sizes.json")).json();
  const archives = needs.map((name) => archive(name, sizes[name], (_, part) => far(name, part / 2)));
  Promise.all(archives).catch(() => {}); // whoever awaits one of them says what is wrong
  const { loadPyodide } = await import(new URL("pyodide.mjs", RUNTIME));
  python = await loadPyodide();
  far("python", 1);
  const packages = python.runPython("import gc, site; gc.disable(); site.getsitepackages()[0]");
  for (const [place, name] of needs.entries()) {
    phase = name;
    far(name, parts[name]);
    placed(name, await archives[place], packages);
    far(name, 1);
  }
  phase = "answers";
  far(phase, 0);
  python.pyimport("answers").ready(kind);
  python.runPython("gc.enable(); gc.freeze()");
  postMessage({ ready: true });
}

function answered(question) {
  const answers = python.pyimport("answers");
  postMessage({ answer: JSON.parse(answers.answer(JSON.stringify(question))) });
}

onmessage = async ({ data }) => {
  try {
    await (data.start ? start(data.start, data.needs) : answered(data.ask));
  } catch (error) {
    const lines = String(error.message).trim().split("\n");
    postMessage({ trouble: lines[lines.length - 1] });
  }
};
