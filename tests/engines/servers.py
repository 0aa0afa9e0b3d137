"""Other people's SPARQL servers, each a process of its own on a free port of this machine, ended after the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from zipfile import ZipFile

from tests.needed import missing

HERE = Path(__file__).parent
JARS = Path("/usr/share/java")
NEEDED = ("jena-*", "slf4j-api", "slf4j-nop", "commons-*", "thrift", "libthrift", "xml-apis*", "gson", "protobuf",
          "jackson-*", "dexx*", "guava", "jsonld-java", "titanium*", "jakarta.json*")  # fmt: skip
TEXTS = "org/apache/jena/ext/"
SECONDS = 60
VIRTUOSO = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
CaseMode = 2
NumberOfBuffers = 10000
MaxDirtyBuffers = 7000
ThreadsPerQuery = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = {rows}
"""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a server keeps its graphs, where it answers queries, and who may write there."""

    graphs: str
    queries: str
    user: str = ""
    password: str = ""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
        assert isinstance(port, int)
        return port


@contextmanager
def running(command: Sequence[str], folder: Path, url: str) -> Iterator[None]:
    """Run a server until it answers at ``url``, and end it afterwards."""
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        until = time.monotonic() + SECONDS
        while not answers(url):
            log_text = (folder / "log").read_text("utf-8", "replace")
            assert process.poll() is None and time.monotonic() < until, log_text
            time.sleep(0.05)
        yield
    finally:
        process.kill()
        process.wait()


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5):  # noqa: S310  # our own address
            return True
    except URLError as error:
        return not isinstance(error.reason, (ConnectionError, TimeoutError)) and hasattr(error, "code")
    except OSError:
        return False


@contextmanager
def oxigraph(folder: Path) -> Iterator[Addresses]:
    """Oxigraph's own server, in memory; its default graph is empty, not the union of the others."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.is_file():
        missing("oxigraph")
    host = f"127.0.0.1:{free_port()}"
    command = [str(program), "serve", "--bind", host]
    with running(command, folder, f"http://{host}/"):
        yield Addresses(f"http://{host}/store", f"http://{host}/query")


@contextmanager
def virtuoso(folder: Path, rows: int = 1_000_000) -> Iterator[Addresses]:
    """Virtuoso 7 with a database of its own, which gives ``rows`` rows at most."""
    program = shutil.which("virtuoso-t")
    if program is None:
        missing("virtuoso")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=sql, http=http, rows=rows))
    base = f"http://127.0.0.1:{http}"
    with running([str(program), "-f", "-c", "virtuoso.ini"], folder, f"{base}/sparql"):
        yield Addresses(f"{base}/sparql-graph-crud-auth", f"{base}/sparql", "dba", "dba")


@contextmanager
def jena(folder: Path) -> Iterator[Addresses]:
    """Apache Jena's engine in memory."""
    if shutil.which("javac") is None or not (JARS / "jena-arq.jar").is_file():
        missing("Apache Jena")
    jars = [str(folder), *(str(jar) for name in NEEDED for jar in JARS.glob(f"{name}.jar"))]
    with ZipFile(JARS / "jena-core.jar") as core:  # Debian renamed the classes that look for these texts, not the texts
        for name in core.namelist():
            if name.startswith(TEXTS) and name.endswith(".properties"):
                place = folder / name.removeprefix(TEXTS)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(core.read(name))
    port = free_port()
    command = [
        "java",
        "-Xmx700m",
        "-XX:+UseSerialGC",
        "-cp",
        os.pathsep.join(jars),
        str(HERE / "JenaServer.java"),
        str(port),
    ]
    with running(command, folder, f"http://127.0.0.1:{port}/data?graph=urn:x"):
        yield Addresses(f"http://127.0.0.1:{port}/data", f"http://127.0.0.1:{port}/sparql")
