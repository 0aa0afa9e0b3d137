"""The addresses of the office, and what answers each."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from maillage.errors import FactsError, MaillageError, UsageError
from maillage.pipeline.deposits import Review
from maillage.pipeline.deposits.deposit import Read
from viz.explorer.adding.at import At
from viz.explorer.adding.forms import MOST_FILE, file, text
from viz.explorer.adding.guard import PATH
from viz.explorer.adding.judging import judged
from viz.explorer.adding.office import Office
from viz.explorer.addresses import with_query
from viz.explorer.evidence.sheets import MEDIA_TYPE, Sheet, Sheets
from viz.explorer.pages import ajouter, attente, changements, depot, journal
from viz.explorer.problems import NotFoundError
from viz.explorer.rendering import render

_REFUSED = 422
_AT_WORK = f"{PATH}/{{depot}}"


def routes(office: Office) -> Sequence[Route]:
    """Return the addresses of an office that is open."""
    sheets = Sheets()
    return (
        Route(PATH, office.shows(_front)),
        Route(PATH, office.does(_receive, MOST_FILE), methods=["POST"]),
        Route(f"{PATH}/jeton", office.enter, methods=["POST"]),
        Route(f"{PATH}/journal", office.shows(lambda at: render(at.visit, journal.TEMPLATE, journal.page(at)))),
        Route(f"{PATH}/journal/annuler", office.does(_undo), methods=["POST"]),
        Route(f"{PATH}/journal/retirer", office.does(_remove), methods=["POST"]),
        Route(_AT_WORK, office.shows(_deposit)),
        Route(f"{_AT_WORK}/etat", office.shows(_state)),
        Route(f"{_AT_WORK}/decider", office.does(_decide), methods=["POST"]),
        Route(f"{_AT_WORK}/changements", office.shows(_changes)),
        Route(f"{_AT_WORK}/valider", office.does(_commit), methods=["POST"]),
        Route(f"{_AT_WORK}/arreter", office.does(_end), methods=["POST"]),
        Route(f"{_AT_WORK}/ecarter", office.does(_discard), methods=["POST"]),
        Route(f"{_AT_WORK}/page/{{page:int}}.webp", office.shows(lambda at: _sheet(at, sheets))),
    )


def closed() -> Sequence[Route]:
    """Return the address that says that nothing can be added here, which no menu shows."""

    def answer(_request: Request) -> Response:
        raise HTTPException(403)

    return (Route(f"{PATH}{{rest:path}}", answer, methods=["GET", "POST"]),)


def _front(at: At, problem: str = "", status: int = 200) -> Response:
    page = ajouter.page(at, at.desk.extensions, MOST_FILE, problem)
    return render(at.visit, ajouter.TEMPLATE, page, status)


def _receive(at: At, form: FormData) -> Response:
    given = file(form, "document")
    if given is None:
        return _front(at, at.visit.words("adding.no_file"), _REFUSED)
    try:
        key = at.desk.receive(given.filename or "", given.file)
    except UsageError as error:
        return _front(at, error.text(at.visit.language), _REFUSED)
    return RedirectResponse(f"{PATH}/{key}", 303)


def _read(at: At) -> tuple[Review, Read] | None:
    """Return what was read of the deposit; None while work on it goes on, or where it was never read."""
    status = at.desk.status(at.key)
    if status is not None and status.state == "running":
        return None
    deposit = at.desk.deposit(at.key)
    read = deposit.read() if deposit else None
    return (
        None
        if deposit is None or read is None
        else (Review(read.statements, deposit.before, deposit.decisions()), read)
    )


def _deposit(at: At) -> Response:
    found, status = _read(at), at.desk.status(at.key)
    if found is not None:
        failed = status.error.text(at.visit.language) if status and status.error else ""
        return render(at.visit, depot.TEMPLATE, depot.page(at, *found, failed))
    if status is None:  # a server that was stopped meanwhile
        at.desk.read(at.deposit)
        return RedirectResponse(f"{PATH}/{at.key}", 303)
    answered = _REFUSED if status.state == "failed" else 200
    return render(at.visit, attente.TEMPLATE, attente.page(at, status), answered)


def _state(at: At) -> Response:
    status = at.desk.status(at.key)
    if status is None:
        raise NotFoundError(at.key)
    return JSONResponse({"state": status.state, "step": status.words, "done": status.done, "among": status.among})


def _decide(at: At, form: FormData) -> Response:
    found = _read(at)
    if found is None:
        return RedirectResponse(f"{PATH}/{at.key}", 303)
    review, read = found
    try:
        at.desk.decide(at.deposit, review, judged(review, form, at.desk.today()))
    except (FactsError, UsageError) as error:
        page = depot.page(at, review, read, _told(at, error))
        return render(at.visit, depot.TEMPLATE, page, _REFUSED)
    back = with_query(
        f"{PATH}/{at.key}", **{name: at.visit.query.get(name, "") for name in ("famille", "page", "voir")}
    )
    key = text(form, "fait")
    return RedirectResponse(f"{back}#f-{key}" if key else back, 303)


def _changes(at: At) -> Response:
    found = _read(at)
    if found is None:
        return RedirectResponse(f"{PATH}/{at.key}", 303)
    return render(at.visit, changements.TEMPLATE, changements.page(at, found[0]))


def _commit(at: At, _form: FormData) -> Response:
    found = _read(at)
    if found is not None:
        at.desk.commit(at.deposit, found[0])
    return RedirectResponse(f"{PATH}/{at.key}", 303)


def _end(at: At, _form: FormData) -> Response:
    at.desk.end(at.key)
    return RedirectResponse(f"{PATH}/{at.key}", 303)


def _discard(at: At, _form: FormData) -> Response:
    at.desk.discard(at.deposit)
    return RedirectResponse(PATH, 303)


def _undo(at: At, form: FormData) -> Response:
    return RedirectResponse(f"{PATH}/{at.desk.ledger.undo(text(form, 'document'), text(form, 'correction'))}", 303)


def _remove(at: At, form: FormData) -> Response:
    return RedirectResponse(f"{PATH}/{at.desk.ledger.remove(text(form, 'document'))}", 303)


def _sheet(at: At, sheets: Sheets) -> Response:
    drawn = sheets.image(at.key, Sheet(at.deposit.file, at.page))
    return Response(drawn, media_type=MEDIA_TYPE)


def _told(at: At, error: MaillageError) -> str:
    return error.text(at.visit.language)
