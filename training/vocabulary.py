"""The word pieces that the model keeps: those of the training texts, and enough to spell everything else.

BERT's 30,522 pieces would be half of the model. What is dropped is spelt with shorter pieces.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.knowledge.models import STAND_INS

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
SIZE = 12000


def shrink(tokenizer: Path, pieces: Iterable[Iterable[int]], size: int = SIZE) -> tuple[list[int], str]:
    """The numbers of the kept pieces in their old order, and the new tokenizer as JSON.

    `pieces` are the training texts by the old tokenizer. Kept are the special pieces, single letters and marks of the
    Latin and Cyrillic scripts, and then the pieces found in most texts; ties go to the lower number, which BERT gave to
    the commoner piece.
    """
    described = json.loads(tokenizer.read_text(encoding="utf8"))
    words: dict[str, int] = described["model"]["vocab"]
    texts = [0] * len(words)
    for text in pieces:
        for piece in set(text):
            texts[piece] += 1
    kept = {words[name] for name in (*SPECIAL, *STAND_INS)} | {
        number for word, number in words.items() if is_letter(word)
    }
    rest = sorted((n for n in range(len(words)) if n not in kept), key=lambda n: (-texts[n], n))
    unused = {number for word, number in words.items() if word.startswith("[unused")}
    kept |= set([n for n in rest if n not in unused][: size - len(kept)])
    order = sorted(kept)
    new = {old: number for number, old in enumerate(order)}
    described["model"]["vocab"] = {word: new[old] for word, old in words.items() if old in new}
    for token in described["added_tokens"]:
        token["id"] = new[token["id"]]
    for name, token in described["post_processor"]["special_tokens"].items():
        token["ids"] = [new[words[name]]]
    return order, json.dumps(described, ensure_ascii=False)


def is_letter(word: str) -> bool:
    """A single character of ours, alone or at the end of a word."""
    character = word.removeprefix("##")
    if len(character) != 1:
        return False
    return ord(character) < 0x80 or unicodedata.name(character, "").startswith(("LATIN", "CYRILLIC"))


def loaded(described: str) -> Tokenizer:
    """A tokenizer that neither pads nor cuts."""
    tokenizer = Tokenizer.from_str(described)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
