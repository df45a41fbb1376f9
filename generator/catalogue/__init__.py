"""What can be said about a collection as a whole: versions, status, levels, areas, relations, rulings."""

from generator.catalogue.areas import NO_AREA, Area, AreaPlacement
from generator.catalogue.build import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.checks import admitted
from generator.catalogue.dates import DateFact, UnitDates
from generator.catalogue.industries import Industry, Placement
from generator.catalogue.levels import LEVELS, Cell, Count, LevelGroup, Matrix, Row
from generator.catalogue.lineages import Lineage, Pair
from generator.catalogue.mentions import Mention
from generator.catalogue.names import name_of, unit_key
from generator.catalogue.relations import Relation, RelationKind
from generator.catalogue.rulings import NO_RULINGS, Equivalence, Rulings, SuccessionRuling, UnitRuling
from generator.catalogue.rulings_file import read_rulings
from generator.catalogue.status import Reason, Standing, Status
from generator.catalogue.successions import Basis, Succession
from generator.model.page_names import page_slug, unsafe_reason

__all__ = [
    "LEVELS",
    "NO_AREA",
    "NO_RULINGS",
    "Area",
    "AreaPlacement",
    "Basis",
    "Catalogue",
    "Cell",
    "Count",
    "DateFact",
    "Equivalence",
    "Industry",
    "LevelGroup",
    "Lineage",
    "Matrix",
    "Mention",
    "Pair",
    "Placement",
    "Reason",
    "Relation",
    "RelationKind",
    "Row",
    "Rulings",
    "Standing",
    "Status",
    "Succession",
    "SuccessionRuling",
    "UnitDates",
    "UnitRuling",
    "admitted",
    "build_catalogue",
    "name_of",
    "page_slug",
    "read_rulings",
    "unit_key",
    "unsafe_reason",
]
