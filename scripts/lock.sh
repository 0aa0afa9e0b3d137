#!/bin/sh
# Writes requirements.txt (what Maillage runs with) and requirements-dev.txt (what it is tested with): versions and
# hashes only, no addresses.
set -eu
bin=$1
compile() {
    "$bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options "$@"
}
compile --build-deps-for editable --output-file requirements.txt pyproject.toml
compile --extra dev --build-deps-for editable --output-file requirements-dev.txt pyproject.toml
