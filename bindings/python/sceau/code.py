"""Codes to show to a person."""

from sceau._native import Code

__all__ = ["Code"]
