#!/bin/sh
# Installs the programs that the tests use and pip cannot bring: a browser, OCR with its French model,
# Java for the OWL reasoner and for Jena, and the SPARQL servers of others.
# Does nothing where they are there; says what is missing where it may not install.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v tesseract >/dev/null 2>&1 || missing="$missing tesseract-ocr"
tesseract --list-langs 2>/dev/null | grep -qx fra || missing="$missing tesseract-ocr-fra"
command -v javac >/dev/null 2>&1 || missing="$missing default-jdk-headless"
command -v virtuoso-t >/dev/null 2>&1 || missing="$missing virtuoso-opensource-7"
[ -e /usr/share/java/jena-arq.jar ] || missing="$missing libapache-jena-java"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # the list is meant to be split
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Il manque / missing:$missing. Les tests qui s'en servent seront omis / the tests that use them are skipped." >&2
fi
