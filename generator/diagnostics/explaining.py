"""What is to be said about an id beyond its row in the table of kinds: examples, and where its severity differs."""

from __future__ import annotations

from textwrap import indent

from generator.diagnostics.diagnostic import REFERENCE
from generator.diagnostics.kinds import Kind

EXCEPTIONS: dict[str, str] = {
    "missing-field": "Only a note for functional area and remark, which many publishers do not print.",
    "code-format": "Only a note where blanks were removed from the code or its letters were small, and nothing else.",
}
"""When a finding of an id has another severity than usual."""

EXAMPLES: dict[str, str] = {
    "missing-field": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Level\t2
""",
    "unknown-field": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Version\t1.0
Level\t2
""",
    "duplicate-field": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Level\t2
Level\t3
""",
    "level-unparsed": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Level\tsecond
""",
    "credit-unparsed": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Credit\tsix
""",
    "missing-heading": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Competency\tPerformance requirements
\t• Know the routes of the company
\t• Plan the order of the stops
""",
    "missing-parent-heading": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Competency\tPerformance requirements
\t1. Know the routes
\t• Know the routes of the company
\t2.1 Plan the stops
\t• Plan the order of the stops
\t2.2 Print the list
\t• Print the list of stops
""",
    "collapsed-bullets": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Competency\t1. Plan the route
\t• Know the routes of the company Understand the traffic rules Know the cost of a trip Know the customers
""",
    "numbering-gap": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Competency\t1. Know the routes
\t• Know the routes of the company
\t3. Plan the stops
\t• Plan the order of the stops
""",
    "numbering-repeat": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Competency\t1. Know the routes
\t• Know the routes of the company
\t1. Plan the stops
\t• Plan the order of the stops
""",
    "numbering-order": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Competency\t2. Know the routes
\t• Know the routes of the company
\t1. Plan the stops
\t• Plan the order of the stops
""",
    "code-format": """\
Title\tPlan a delivery
Code\tL0CUSM-2O1A
Level\t2
""",
    "code-unsafe": """\
Title\tPlan a delivery
Code\t../../LOCUSM201A
Level\t2
""",
    "level-code-mismatch": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Level\t3
""",
    "dangling-reference": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Level\t2
Remark\tThis unit replaces LOCUSM299A.
""",
    "non-unit-text": """\
Printed for the training centre only
Title\tPlan a delivery
Code\tLOCUSM201A
Level\t2
""",
    "active-content-removed": """\
Title\tPlan a delivery
Code\tLOCUSM201A
Remark\t<script>alert(1)</script>For drivers
""",
    "no-unit-found": """\
Dear colleague, please find the minutes of our meeting below.
""",
}
"""The least raw file that gives a finding of the id, where an example says more than words."""


def explained(kind: Kind, site_url: str = "") -> str:
    """Return what an id means, what to do and an example, for reading in a terminal."""
    severity = {"info": "note"}.get(kind.severity, kind.severity)
    parts = [f"{kind.id} ({severity}): {kind.meaning}"]
    if kind.id in EXCEPTIONS:
        parts.append(EXCEPTIONS[kind.id])
    parts.append(f"What to do: {kind.hint}")
    if kind.id in EXAMPLES:
        parts.append(f"For example:\n{indent(EXAMPLES[kind.id].expandtabs(16), '    ').rstrip()}")
    return "\n\n".join([*parts, f"See {site_url}{REFERENCE}#{kind.id}"]) + "\n"
