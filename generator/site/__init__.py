"""The built site: MkDocs in-process, link check, search index, preview. Nothing else knows about MkDocs."""

from generator.site.building import build_site, build_whole_site
from generator.site.dates import source_date_epoch
from generator.site.indexing import index_site
from generator.site.links import BrokenLink, broken_links
from generator.site.preview import serve_live
from generator.site.serving import built_server, serve_built

__all__ = [
    "BrokenLink",
    "broken_links",
    "build_site",
    "build_whole_site",
    "built_server",
    "index_site",
    "serve_built",
    "serve_live",
    "source_date_epoch",
]
