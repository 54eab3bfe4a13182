// Bundles src/ with its libraries into one HTML file: node build.mjs NODE_MODULES OUTPUT
// The place of the data stays marked {{DATA}}; `triplewright report` fills it.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = resolve(process.argv[2]);
const output = resolve(process.argv[3]);
const esbuild = createRequire(join(modules, "x.js"))("esbuild");

const common = { bundle: true, minify: true, write: false, target: "es2022", charset: "utf8", nodePaths: [modules], logLevel: "warning" };
const script = await esbuild.build({
  ...common, entryPoints: [join(here, "src/main.js")], format: "iife", metafile: true, legalComments: "none",
});
const style = await esbuild.build({ ...common, entryPoints: [join(here, "src/style.css")] });

// The libraries in the bundle, with the licences under which they are passed on.
const packages = new Set();
for (const input of Object.keys(script.metafile.inputs)) {
  const match = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (match) packages.add(match[1]);
}
const licences = [...packages].sort().map((name) => {
  const folder = join(modules, name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((f) => /^licen[sc]e/i.test(f));
  if (!file || !existsSync(join(folder, file))) throw new Error(`${name} has no licence file`);
  return `${name} ${about.version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});

// Inside a script element "</script" would end it.
const code = script.outputFiles[0].text.replaceAll("</script", "<\\/script");
const hash = createHash("sha256").update(code).digest("base64");
const parts = {
  "{{SCRIPT_HASH}}": `sha256-${hash}`,
  "{{STYLE}}": style.outputFiles[0].text,
  "{{LICENCES}}": licences.join("\n").replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  "{{SCRIPT}}": code,
};
let page = readFileSync(join(here, "index.html"), "utf8");
for (const [mark, text] of Object.entries(parts)) page = page.replace(mark, () => text);
if (page.split("{{DATA}}").length !== 2) throw new Error("{{DATA}} must occur exactly once");
writeFileSync(output, page);
