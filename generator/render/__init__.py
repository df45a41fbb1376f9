"""Pages to Markdown through the templates. The only module that knows Jinja."""

from generator.render.documents import comparison_document
from generator.render.rendering import Renderer

__all__ = ["Renderer", "comparison_document"]
