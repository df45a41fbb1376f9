"""The JSON form of a unit (``unit-parse/1``), written and read back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from generator.errors import GeneratorError
from generator.model.codes import Code, read_code
from generator.model.unit import (
    AssessmentCriteria,
    Correction,
    Credit,
    Element,
    FieldState,
    Requirement,
    Section,
    Source,
    Unit,
    Unplaced,
)
from generator.positions import Place

SCHEMA = "unit-parse/1"
_DATES = frozenset({"published", "superseded", "last_use"})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def unit_to_json(unit: Unit) -> dict[str, Any]:
    """Return a unit as the JSON object of the public interface; lines are pairs of first and last line."""
    return {
        "code": unit.code.text or None,
        "base_code": unit.code.base or None,
        "version": unit.code.version,
        "level_in_code": unit.code.level,
        "title": unit.title,
        "functional_area": unit.functional_area,
        "industry": unit.industry,
        "range": unit.range,
        "level": unit.level,
        "credit": {"value": _number(unit.credit.value), "note": unit.credit.note},
        "elements": [_element(element) for element in unit.elements],
        "assessment_criteria": {
            "intro": unit.assessment_criteria.intro,
            "items": [_requirement(item) for item in unit.assessment_criteria.items],
        },
        "remark": unit.remark,
        "language": unit.language,
        "extra_fields": {label: value for label, value in unit.extra_fields if not _is_date(label, value)},
        "extra_sections": [_section(section) for section in unit.extra_sections],
        "unplaced": [{"text": piece.text, "lines": _lines(piece.place)} for piece in unit.unplaced],
        "field_states": {field: str(state) for field, state in unit.field_states},
        "source": _source(unit.source),
        **({"dates": dates} if (dates := dict(one for one in unit.extra_fields if _is_date(*one))) else {}),
        **({"corrections": [asdict(one) for one in unit.corrections]} if unit.corrections else {}),
    }


def _is_date(label: str, value: str) -> bool:
    """Tell whether an extra field is a date of the unit itself, as front matter or a correction states it."""
    return label in _DATES and _ISO_DATE.fullmatch(value) is not None


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _lines(place: Place | None) -> list[int] | None:
    return [place.first_line, place.last_line] if place else None


def _requirement(item: Requirement) -> dict[str, Any]:
    form: dict[str, Any] = {
        "number": item.number,
        "text": item.text,
        "children": [_requirement(child) for child in item.children],
        "lines": _lines(item.place),
    }
    further = {"restored": item.restored, "range": item.range}
    return form | {name: value for name, value in further.items() if value}


def _element(element: Element) -> dict[str, Any]:
    form: dict[str, Any] = {
        "number": element.number,
        "heading": element.heading,
        "requirements": [_requirement(item) for item in element.requirements],
        "lines": _lines(element.place),
    }
    further = {"inferred_number": element.inferred_number, "lead_in": element.lead_in, "range": element.range}
    return form | {name: text for name, text in further.items() if text}


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "intro": section.intro,
        "items": [_requirement(item) for item in section.items],
        "lines": _lines(section.place),
    }


def _source(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "file": source.file,
        "sha256": source.sha256,
        "lines": [source.first_line, source.last_line],
        "layout": source.layout,
    }


def unit_from_json(form: Mapping[str, Any]) -> Unit:
    """Return the unit of a JSON object in the public form. Keys that are missing count as absent fields.

    Raises `GeneratorError` where the object has no code or a part has another type than the form asks for.
    """
    try:
        return _unit(form)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GeneratorError(
            f"not a unit in the form {SCHEMA}: {type(error).__name__}: {error}",
            "Write the file with `uoc parse --json`, or see the reference page on JSON forms.",
        ) from error


def _unit(form: Mapping[str, Any]) -> Unit:
    credit = form.get("credit") or {}
    level, value = form.get("level"), credit.get("value")
    criteria = form.get("assessment_criteria") or {}
    dates, extra = form.get("dates") or {}, form.get("extra_fields") or {}
    return Unit(
        code=_code_from(form),
        title=_text(form.get("title")),
        functional_area=_text(form.get("functional_area")),
        industry=_text(form.get("industry")),
        range=_text(form.get("range")),
        level=None if level is None else int(level),
        credit=Credit(float(value) if value is not None else None, _text(credit.get("note"))),
        elements=tuple(_element_from(element) for element in form.get("elements") or ()),
        assessment_criteria=AssessmentCriteria(_text(criteria.get("intro")), _requirements_from(criteria.get("items"))),
        remark=_text(form.get("remark")),
        language=_text(form.get("language")) or "en",
        extra_fields=tuple((label, _words(text)) for label, text in {**dates, **extra}.items()),
        extra_sections=tuple(_section_from(part) for part in form.get("extra_sections") or ()),
        unplaced=tuple(Unplaced(_words(piece["text"]), _place_from(piece)) for piece in form.get("unplaced") or ()),
        field_states=tuple((field, FieldState(state)) for field, state in (form.get("field_states") or {}).items()),
        source=_source_from(form.get("source")),
        corrections=tuple(Correction(**one) for one in form.get("corrections") or ()),
    )


def _code_from(form: Mapping[str, Any]) -> Code:
    """Return the code, with the version label where the code itself states no version."""
    code = read_code(_text(form["code"]) or "")
    return code if code.version else replace(code, version=_text(form.get("version")))


def _text(value: object) -> str | None:
    return None if value is None else _words(value)


def _words(value: object) -> str:
    """Return a text, of a number its digits.

    Raises `TypeError` where it is neither, `ValueError` where no file could hold it.
    """
    if not isinstance(value, str | int | float):
        raise TypeError(f"{value!r:.40} is no text")
    text = str(value)
    text.encode("utf-8")
    return text


def _element_from(form: Mapping[str, Any]) -> Element:
    return Element(
        number=_text(form.get("number")),
        heading=_text(form.get("heading")),
        requirements=_requirements_from(form.get("requirements")),
        inferred_number=_text(form.get("inferred_number")),
        place=_place_from(form),
        lead_in=_text(form.get("lead_in")),
        range=_text(form.get("range")),
    )


def _section_from(form: Mapping[str, Any]) -> Section:
    items = _requirements_from(form.get("items"))
    return Section(_words(form["heading"]), _text(form.get("intro")), items, _place_from(form))


def _requirements_from(forms: Sequence[Mapping[str, Any]] | None) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(
            text=_words(form["text"]),
            children=_requirements_from(form.get("children")),
            number=_text(form.get("number")),
            place=_place_from(form),
            restored=bool(form.get("restored")),
            range=_text(form.get("range")),
        )
        for form in forms or ()
    )


def _place_from(form: Mapping[str, Any]) -> Place | None:
    lines = form.get("lines")
    return Place(0, 0, int(lines[0]), int(lines[-1])) if lines else None


def _source_from(form: Mapping[str, Any] | None) -> Source | None:
    if form is None:
        return None
    first, last = form.get("lines") or (1, 1)
    return Source(str(form["file"]), str(form["sha256"]), int(first), int(last), str(form.get("layout", "")))
