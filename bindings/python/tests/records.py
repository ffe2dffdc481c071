"""The reader of the vectors' record format (STYLE, *Tests*): a port of tests/src/lib.rs."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3] / "tests" / "vectors"


class Record:
    """One scenario: the fields of a record, by name."""

    def __init__(self, fields: dict[str, str]) -> None:
        self._fields = fields

    def text(self, name: str) -> str:
        return self._fields[name]

    def optional(self, name: str) -> str | None:
        return self._fields.get(name)

    def bytes(self, name: str) -> bytes:
        """Returns the bytes of `name-hex` in hexadecimal, else of `name` as UTF-8."""
        hexadecimal = self.optional(f"{name}-hex")
        return self.text(name).encode() if hexadecimal is None else bytes.fromhex(hexadecimal)

    def number(self, name: str, default: int) -> int:
        text = self.optional(name)
        return default if text is None else int(text)

    @property
    def comment(self) -> str:
        return self._fields.get("comment", "?")


def records(path: Path) -> list[Record]:
    """Reads a vector file: `name: value` lines, records apart by empty lines, `#` for comments."""
    return [Record(fields) for fields in _blocks(path.read_text(encoding="utf-8")) if fields]


def vector_files() -> dict[str, Path]:
    """Returns every vector file by its path below tests/vectors, without the extension."""
    files = {
        path.relative_to(ROOT).with_suffix("").as_posix(): path for path in ROOT.rglob("*.txt")
    }
    return dict(sorted(files.items()))


def _blocks(text: str) -> Iterator[dict[str, str]]:
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        fields = (line.split(":", 1) for line in lines)
        yield {name: value.strip() for name, value in fields}
