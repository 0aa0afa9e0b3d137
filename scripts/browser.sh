#!/bin/sh
# Builds (or, with "check", checks) the scripts of the explorer's pages, with Node. Where that cannot be done it says what
# is missing and is content: every page can be read without them. Under CI it is an error.
set -eu
cd "$(dirname "$0")/../browser"

missing() {
    echo "$1" >&2
    echo "Les pages se lisent sans ; le dessin du réseau et l'éditeur manquent / pages can be read without; the network canvas and the editor are missing." >&2
    [ -z "${CI:-}" ] || exit 1
    exit 0
}

command -v npm >/dev/null 2>&1 ||
    missing "Il manque / missing: Node 20.19 ou plus / or later, avec / with npm."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)' ||
    missing "Il manque / missing: Node 20.19 ou plus / or later ($(node --version) est là / is there)."
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-progress --loglevel=error ||
        missing "Les bibliothèques de browser/package-lock.json ne peuvent pas être installées / cannot be installed."
fi
npm run --silent "$1"
[ "$1" != build ] || touch ../viz/explorer/static/built/manifest.json
