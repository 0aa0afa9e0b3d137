/** Writes each built file a second and a third time, compressed, so that the server only has to send it. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const WORTH_IT = /\.(?:css|js|mjs|svg|json|wasm)$/;

/** The files of `folder` and below that shrink when they are compressed. */
function compressible(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => WORTH_IT.test(name))
    .map((name) => join(folder, name));
}

/** A plugin that leaves `x.js.br` and `x.js.gz` beside each `x.js`; the same file gives the same bytes. */
export function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle({ dir }) {
      for (const file of compressible(dir ?? ".")) {
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
        );
      }
    },
  };
}
