// Asks a SPARQL endpoint through Comunica: node comunica.mjs LIBRARY ENDPOINT QUERY
import { createRequire } from "node:module";

const [library, endpoint, query] = process.argv.slice(2);
const { QueryEngine } = createRequire(import.meta.url)(library);
const found = await new QueryEngine().queryBindings(query, { sources: [{ type: "sparql", value: endpoint }] });
const keys = [];
for await (const row of found) keys.push(row.get("cle").value);
console.log(JSON.stringify(keys));
process.exit(0);
