"""Labels of fields, by the publishers that print them. Add a row to teach the reader a new label.

Labels are looked up folded (case, white space, full-width forms); a blank inside one matches any white space.
"""

from __future__ import annotations

from dataclasses import dataclass

HONG_KONG = "Hong Kong, Specification of Competency Standards"
CHINESE = "Hong Kong, Specification of Competency Standards, Chinese edition"
ELSEWHERE = "Australia, New Zealand, South Africa, Philippines, Malaysia, Kenya, India"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, the field of the unit it opens, and who prints it so."""

    text: str
    field: str
    publisher: str


_TABLE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (HONG_KONG, "functional_area", ("Functional Area", "Functional Areas")),
    (HONG_KONG, "title", ("Title", "Name", "Name of UoC", "Unit Title", "UoC Title")),
    (HONG_KONG, "code", ("Code", "UoC Code", "Code of UoC", "Unit Code")),
    (HONG_KONG, "range", ("Range", "Applicable Range", "Range of Application")),
    (HONG_KONG, "level", ("Level", "QF Level")),
    (HONG_KONG, "credit", ("Credit", "QF Credit", "Credits", "Credit Value")),
    (HONG_KONG, "competency", ("Competency", "Competence", "Competencies")),
    (
        HONG_KONG,
        "competency",
        ("Competency / Performance Requirements", "Competency (Performance Requirements)", "Performance Requirements"),
    ),
    (
        HONG_KONG,
        "assessment_criteria",
        ("Assessment Criteria", "Assessment Criterion", "Assessment Guidelines", "Assessment Guideline"),
    ),
    (HONG_KONG, "remark", ("Remark", "Remarks")),
    (HONG_KONG, "industry", ("Industry",)),
    (CHINESE, "functional_area", ("職能範疇", "主要職能範疇", "职能范畴", "主要职能范畴")),
    (CHINESE, "title", ("名稱", "名称")),
    (CHINESE, "code", ("編號", "编号")),
    (CHINESE, "range", ("應用範圍", "应用范围")),
    (CHINESE, "level", ("級別", "级别", "資歷級別", "资历级别", "資歷架構級別", "资历架构级别")),
    (CHINESE, "credit", ("學分", "学分")),
    (CHINESE, "competency", ("能力",)),
    (CHINESE, "assessment_criteria", ("評核指引", "评核指引", "評估指引", "评估指引")),
    (CHINESE, "remark", ("備註", "备注")),
    (CHINESE, "industry", ("行業", "行业")),
    (ELSEWHERE, "title", ("Unit standard title", "CU Title", "Judul Unit")),
    (ELSEWHERE, "code", ("Unit Number", "Unit ID", "CU Code", "Kode Unit", "Reference ID")),
    (ELSEWHERE, "range", ("Application of the Unit", "Unit Descriptor")),
    (ELSEWHERE, "level", ("NQF Level", "NSQF Level", "KNQF Level")),
    (ELSEWHERE, "functional_area", ("Competency Field", "Unit Sector")),
)

LABELS: tuple[Label, ...] = tuple(Label(text, field, publisher) for publisher, field, texts in _TABLE for text in texts)

REQUIREMENTS_LABELS: tuple[str, ...] = ("Performance Requirements", "Performance Requirement", "表現要求", "表现要求")
"""The second label that follows Competency, on the same line or the next."""
