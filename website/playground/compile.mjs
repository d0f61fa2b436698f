// Modules are compiled by the very Python that will import them: `node compile.mjs RUNTIME FOLDER`.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, folder] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: runtime });
python.FS.mkdir("/modules");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/modules");
const done = python.runPython(`
import compileall, py_compile, warnings
warnings.simplefilter("ignore")
without_dates = py_compile.PycInvalidationMode.UNCHECKED_HASH
compileall.compile_dir("/modules", quiet=1, legacy=True, stripdir="/modules", invalidation_mode=without_dates)
`);
process.exit(done ? 0 : 1);
