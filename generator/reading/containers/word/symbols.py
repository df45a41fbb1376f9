"""Bullets and signs of symbol fonts as the characters of Unicode that look like them."""

from __future__ import annotations

BULLET = "•"
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "◆", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➢",
    0xFC: "✓", 0xFE: "✓",
}  # fmt: skip
_SYMBOL = {0x2D: "-", 0xA3: "≤", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xD7: "·"}
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_PRIVATE_USE = 0xF000
_LAST_PRIVATE_USE = 0xF0FF
_PLAIN = frozenset("•●○◦‣▪■□♦◆◇·∙➢➤►✓–—*-+")


def sign(character: str, font: str | None) -> str:
    """Return a character of a symbol font as the one it looks like, unchanged where the font is none of those."""
    table = _FONTS.get((font or "").casefold())
    if table is None:
        return character
    point = ord(character)
    return table.get(point - _PRIVATE_USE if _PRIVATE_USE <= point <= _LAST_PRIVATE_USE else point, character)


def bullet(text: str, font: str | None) -> str:
    """Return the bullet of a list level as a plain one; "" where the level prints none."""
    glyph = text.strip()
    if not glyph:
        return ""
    if glyph == "o":
        return "○"
    if not font and _PRIVATE_USE <= ord(glyph[0]) <= _LAST_PRIVATE_USE:
        font = "wingdings" if glyph[0] != "\uf0b7" else "symbol"
    looks = sign(glyph[0], font)
    return looks if looks in _PLAIN else BULLET
