import { readdirSync } from "node:fs";
import { basename, extname } from "node:path";
import { defineConfig } from "vite";
import { compressed } from "./compressed.ts";

/** Each file of `entries/` is one, by its name: a page asks for it with `{{ built("name") }}`. */
const ENTRIES = Object.fromEntries(
  readdirSync(new URL("entries", import.meta.url))
    .filter((file) => extname(file) === ".ts")
    .map((file) => [basename(file, ".ts"), `entries/${file}`]),
);

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: "../viz/explorer/static/built",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    assetsDir: "",
    assetsInlineLimit: 0, // a data: address is not in the Content-Security-Policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000, // tests/viz/explorer/test_every_page.py holds what a page may weigh
    // the one "eval" of Yasqe stands in for JSON where a browser has none: it never runs, and the policy refuses it
    rolldownOptions: { input: ENTRIES, checks: { eval: false } },
  },
  worker: { format: "es" },
  plugins: [compressed()],
});
