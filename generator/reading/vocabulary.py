"""Labels of fields, by the publishers that print them. Add a row to teach the reader a new label.

Labels are looked up folded (case, white space, full-width forms); a blank inside one matches any white space or none.
"""

from __future__ import annotations

from dataclasses import dataclass

HONG_KONG = "Hong Kong, Specification of Competency Standards"
CHINESE = "Hong Kong, Specification of Competency Standards, Chinese edition"
AUSTRALIA = "Australia, training packages"
NEW_ZEALAND = "New Zealand, unit standards"
SOUTH_AFRICA = "South Africa and Namibia, unit standards"
INDIA = "India, qualification packs"
SOUTH_EAST_ASIA = "Philippines, Malaysia, Indonesia, ASEAN"
KENYA = "Kenya, occupational standards"
UNITED_KINGDOM = "United Kingdom, units of the qualification authorities"
SEVERAL = "several publishers"

SECTION = "section"
EXTRA_FIELD = "extra_field"
"""Fields that the model keeps under the label as printed: sections with items, and single values."""

FRONT = frozenset({"header", "functional_area", "title", "code"})
BODY = frozenset({"competency", "assessment_criteria", "remark"})
"""Fields that begin a unit, and fields behind which the next unit may begin."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, the field of the unit it opens, and who prints it so.

    A weak label is an ordinary word ("Scope", "Version"): it never ends the competency, and where another label
    of the same field is printed too it opens a section or field of its own.
    """

    text: str
    field: str
    publisher: str
    weak: bool = False


_TABLE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (HONG_KONG, "functional_area", ("Functional Area", "Functional Areas")),
    (HONG_KONG, "title", ("Title", "Name", "Name of UoC", "Unit Title", "UoC Title", "Unit Name")),
    (HONG_KONG, "title", ("Name of Unit", "Title of UoC", "Title of Unit", "Name of Unit of Competency")),
    (HONG_KONG, "code", ("Code", "UoC Code", "Code of UoC", "Unit Code", "UoC Number")),
    (HONG_KONG, "range", ("Range", "Applicable Range", "Range of Application", "Scope of Application")),
    (HONG_KONG, "level", ("Level", "QF Level", "Qualifications Framework Level")),
    (HONG_KONG, "credit", ("Credit", "QF Credit", "Credits", "QF Credits", "Credit Value", "Credit Points")),
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
    (HONG_KONG, EXTRA_FIELD, ("Branch", "Old Code", "Former Code", "Available Grade", "Registration Number")),
    (CHINESE, "functional_area", ("職能範疇", "主要職能範疇", "职能范畴", "主要职能范畴", "職能範圍", "职能范围")),
    (CHINESE, "title", ("名稱", "名称", "能力單元名稱", "能力单元名称", "單元名稱", "单元名称", "標題", "标题")),
    (CHINESE, "code", ("編號", "编号", "能力單元編號", "能力单元编号", "單元編號", "单元编号", "代號", "代号")),
    (CHINESE, "range", ("應用範圍", "应用范围", "適用範圍", "适用范围")),
    (CHINESE, "level", ("級別", "级别", "資歷級別", "资历级别", "資歷架構級別", "资历架构级别", "等級", "等级")),
    (CHINESE, "credit", ("學分", "学分", "資歷學分", "资历学分", "資歷架構學分", "资历架构学分", "學分值", "学分值")),
    (CHINESE, "competency", ("能力",)),
    (CHINESE, "assessment_criteria", ("評核指引", "评核指引", "評估指引", "评估指引", "評核準則", "评核准则")),
    (CHINESE, "remark", ("備註", "备注", "備注", "备註", "附註", "附注")),
    (CHINESE, "industry", ("行業", "行业")),
    (CHINESE, EXTRA_FIELD, ("分支", "版本", "修訂", "修订", "舊編號", "旧编号", "生效日期", "修訂日期", "修订日期")),
    (SEVERAL, "title", ("Unit of Competency",)),
    (SEVERAL, "code", ("Unit Number", "Unit ID", "Reference ID", "Unit Reference Number", "Competency Code")),
    (AUSTRALIA, "competency", ("Elements and Performance Criteria", "Performance Criteria", "Elements")),
    (AUSTRALIA, "competency", ("Element / Performance Criteria", "Element and Performance Criteria")),
    (AUSTRALIA, "competency", ("Element Performance Criteria", "Elements Performance Criteria")),
    (AUSTRALIA, "range", ("Application of the Unit", "Unit Descriptor", "Unit Description")),
    (AUSTRALIA, "functional_area", ("Unit Sector", "Competency Field")),
    (NEW_ZEALAND, "competency", ("Outcomes and Performance Criteria", "Outcomes and Evidence Requirements")),
    (NEW_ZEALAND, "remark", ("Explanatory Notes", "Guidance Information")),
    (SOUTH_AFRICA, "title", ("Unit Standard Title",)),
    (SOUTH_AFRICA, "code", ("SAQA US ID", "Unit Standard ID")),
    (SOUTH_AFRICA, "range", ("Purpose of the Unit Standard",)),
    (SOUTH_AFRICA, "level", ("NQF Level",)),
    (SOUTH_AFRICA, "competency", ("Specific Outcomes and Assessment Criteria",)),
    (SOUTH_AFRICA, EXTRA_FIELD, ("Unit Standard Type",)),
    (INDIA, "level", ("NSQF Level",)),
    (INDIA, "competency", ("Elements and Performance Criteria (PC)",)),
    (SOUTH_EAST_ASIA, "title", ("CU Title", "Judul Unit", "Competency Unit Title")),
    (SOUTH_EAST_ASIA, "code", ("CU Code", "Kode Unit", "Competency Unit Code")),
    (SOUTH_EAST_ASIA, "range", ("Deskripsi Unit", "CU Descriptor", "Competency Unit Descriptor")),
    (SOUTH_EAST_ASIA, "competency", ("Elemen Kompetensi", "Elemen Kompetensi dan Kriteria Unjuk Kerja")),
    (SOUTH_EAST_ASIA, "level", ("CU Level", "PQF Level")),
    (SOUTH_EAST_ASIA, EXTRA_FIELD, ("Training Duration", "Kelompok Pekerjaan")),
    (KENYA, "level", ("KNQF Level",)),
    (UNITED_KINGDOM, "level", ("SCQF Level", "RQF Level")),
    (UNITED_KINGDOM, "credit", ("SCQF Credit Points", "SCQF Credit")),
    (
        SEVERAL,
        SECTION,
        (
            "Evidence Guide",
            "Performance Evidence",
            "Knowledge Evidence",
            "Assessment Conditions",
            "Foundation Skills",
            "Employability Skills",
            "Range Statement",
            "Range of Variables",
            "Range of Conditions",
            "Required Knowledge",
            "Required Skills",
            "Required Skills and Knowledge",
            "Required Knowledge and Skills",
            "Underpinning Knowledge",
            "Underpinning Skills",
            "Critical Aspects of Competency",
            "Critical Aspects for Assessment",
            "Critical Aspects of Assessment",
            "Context of Assessment",
            "Method of Assessment",
            "Methods of Assessment",
            "Resource Implications",
            "Knowledge and Understanding",
            "Generic Skills",
            "Professional Skills",
            "Core Skills/Generic Skills",
            "Unit Mapping Information",
            "Licensing/Regulatory Information",
            "Unit Standard Range",
            "Unit Standard Essential Embedded Knowledge",
            "Essential Embedded Knowledge",
            "Learning Assumed to Be in Place",
            "Critical Cross-Field Outcomes",
            "Unit Variables",
            "Assessment Guide",
            "Batasan Variabel",
            "Panduan Penilaian",
        ),
    ),
    (
        SEVERAL,
        EXTRA_FIELD,
        (
            "Release",
            "Modification History",
            "Pre-requisite",
            "Pre-requisites",
            "Prerequisite",
            "Prerequisites",
            "Pre-requisite Unit",
            "Prerequisite Unit",
            "Pre-requisite Units",
            "Prerequisite Units",
            "Co-requisite",
            "Co-requisites",
            "Nominal Hours",
            "Nominal Duration",
            "Unit Weight",
            "Pre-2009 NQF Level",
            "Effective Date",
            "Status Date",
            "Registration Start Date",
            "Registration End Date",
            "Expiry Date",
            "Review Date",
            "Planned Review Date",
            "Next Review Date",
            "Last Reviewed On",
            "Date Version Published",
            "Superseded",
            "Supersedes",
            "Replaces",
            "Subfield",
            "Licensing",
        ),
    ),
)
_WEAK: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (SEVERAL, "range", ("Application", "Description", "Scope", "Purpose")),
    (SEVERAL, "remark", ("Notes",)),
    (SEVERAL, "competency", ("Outcomes", "Learning Outcomes", "Specific Outcomes")),
    (SOUTH_AFRICA, "functional_area", ("Field", "Sector")),
    (NEW_ZEALAND, "functional_area", ("Classification",)),
    (
        SEVERAL,
        EXTRA_FIELD,
        ("Version", "Revision", "Status", "Band", "Author", "Originator", "Occupation", "Sub-Sector"),
    ),
)

LABELS: tuple[Label, ...] = (
    *(Label(text, field, publisher) for publisher, field, texts in _TABLE for text in texts),
    *(Label(text, field, publisher, weak=True) for publisher, field, texts in _WEAK for text in texts),
)

REQUIREMENTS_LABELS: tuple[str, ...] = (
    "Performance Requirements",
    "Performance Requirement",
    "表現要求",
    "表现要求",
    "Kriteria Unjuk Kerja",
)
"""The second label that follows Competency, on the same line or the next."""

OUTCOME_WORDS = "(?:(?:specific |learning )?outcome|element|elemen)"
"""What publishers that number their elements in words call one ("Outcome 1", "Element 1:"), as a pattern."""
