"""Codes to show to a person."""

from sceau._native import Code, LetterCode

__all__ = ["Code", "LetterCode"]
