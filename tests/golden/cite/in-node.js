// What citeproc-js gives in node for the items (as the engine prepares them) and citations beside this file, in one style:
//   node in-node.js STYLE.csl FORMAT            prints it
//   node in-node.js STYLE.csl FORMAT EXPECTED   compares it with the file EXPECTED, which unit tests compare the engine with
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const top = path.join(__dirname, "../../..");
const locales = path.join(top, "dictionaries/vi/citation/locales");
const [style, format, expected] = process.argv.slice(2);
const read = (file) => fs.readFileSync(file, "utf8");

const soatLocale = (tag) => {
  const file = path.join(locales, `locales-${tag === "vi" ? "vi-VN" : tag}.xml`);
  return fs.existsSync(file) ? read(file).replace(/^<\?xml.*?\?>\s*/, "") : false;
};
const context = vm.createContext({ module: { exports: {} }, console, soatLocale, soatStep: () => {} });
const modules = [process.env.SOAT_NODE_MODULES, path.join(top, "node_modules")].find((folder) => folder && fs.existsSync(folder));
vm.runInContext(read(path.join(modules, "citeproc/citeproc_commonjs.js")), context);
for (const script of ["vietnamese_style.js", "host.js"]) vm.runInContext(read(path.join(top, "src/citation/csl", script)), context);
const call = (name, input) => JSON.parse(context[name](JSON.stringify(input)));

const citations = JSON.parse(read(path.join(__dirname, "citations.json")));
call("soatCreate", { style: read(style), locale: "vi-VN", format, vietnamese_order: true, full_names: "usual", force_locale: false,
  knows_legal: read(style).includes("https://soat.invalid/styles/") });
call("soatItems", JSON.parse(read(path.join(__dirname, "items-prepared.json"))));
// One after the other, as citeproc-js was made for; the engine takes over all of them at once.
call("soatUncited", ["trang"]);
const places = citations.map((one) => [one.citationID, one.properties.noteIndex || 0]);
const texts = new Map();
citations.forEach((citation, i) => {
  for (const one of call("soatInsert", { citation, before: places.slice(0, i), after: [] }).changed) texts.set(one.id, one.text);
});
let lines = citations.map((one) => texts.get(one.citationID));
for (const group of call("soatBibliography", { by_language: true }).groups) {
  lines.push("", `# ${group.heading}`);
  for (const entry of group.entries) lines.push(entry.text);
}
const got = lines.join("\n") + "\n";
if (!expected) process.stdout.write(got);
else if (got !== read(expected)) {
  process.stdout.write(got);
  console.error(`differs from ${expected}`);
  process.exit(1);
}
