"""Text in its own right: folding for matching, slugs for addresses, escaping for pages."""
