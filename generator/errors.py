"""Errors of a broken set-up: what stops a command, as opposed to what a raw file may contain."""


class GeneratorError(Exception):
    """A set-up that cannot work: a missing folder, an unreadable setting, a page that would overwrite another.

    ``message`` says what is wrong, ``hint`` what to do about it. Problems *inside* raw files are never
    raised; they are `generator.diagnostics.Diagnostic` values.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
