"""The take-down pack: text files with letters that ask for the removal of confirmed content.

The program sends nothing. A letter holds links, hashes and the name that the person chose, and
nothing else of the case: not how an item was found, who sent it, or where its file lies.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.handover.hash_list import hash_list_text, md5_line, pdq_line
from app.handover.platforms import Platform, links_at, platforms
from app.messages import LANGUAGES, Words, plain
from app.messages.support import Country, lines
from storage.bundle.member import Member
from storage.case import Case
from storage.types import ItemDetail

FOLDER = "take-down"
BLANK = "_" * 16
AUTHORITIES = ("support_centre", "regulator")
"""Authorities that get one letter about all items."""


@dataclass(frozen=True, slots=True)
class TakedownPlan:
    """What the letters are about.

    Attributes:
        items: Numbers of confirmed items.
        name: Name under the letters; empty leaves room for one.
    """

    items: Sequence[int]
    name: str = ""


def takedown_pack(case: Case, plan: TakedownPlan) -> Iterator[Member]:
    """Yield the letters in every language, a guide to where to send them, and two lists of hashes.

    Texts are UTF-8 with a byte order mark and CRLF, which every Windows shows.

    Raises:
        ItemMissingError
    """
    details = [case.item(number) for number in plan.items]
    for language in LANGUAGES:
        letters = _Letters(Words(language), plan.name)
        yield _text(f"READ-ME.{language}.txt", letters.where_to_send())
        for detail in details:
            for platform in platforms(detail.sources):
                name = f"{language}/item-{detail.item.item:04}-{platform}.txt"
                yield _text(name, letters.to_platform(platform, detail))
        for authority in AUTHORITIES:
            yield _text(f"{language}/{authority}.txt", letters.to_authority(authority, details))
    pdq = (pdq_line(detail, with_quality=True) for detail in details)
    md5 = (md5_line(detail, videos_only=False) for detail in details)
    yield Member.of(f"{FOLDER}/hashes-pdq.txt", hash_list_text(pdq))
    yield Member.of(f"{FOLDER}/hashes-md5.txt", hash_list_text(md5))


class _Letters:
    def __init__(self, words: Words, name: str) -> None:
        self._say = words.say
        self._name = plain(name.strip()) or BLANK

    def to_platform(self, platform: Platform, detail: ItemDetail) -> str:
        """Write a letter to a platform about one item."""
        known = links_at(platform, detail.sources)
        to = f"{platform}.no_link" if platform is Platform.GENERIC and not known else platform
        hashes = ["hashes"] if _is_hashed(detail) else []
        points = ["links" if known else "no_link", *hashes, "act", "tell"]
        asked = [self._say(f"takedown.ask.{point}") for point in points]
        numbered = [f"  {number}. {point}" for number, point in enumerate(asked, 1)]
        request = "\n".join([self._say("takedown.request"), *numbered])
        return self._letter(self._say(f"takedown.to.{to}"), request, [detail], platform)

    def to_authority(self, authority: str, details: Sequence[ItemDetail]) -> str:
        """Write a letter to an authority about all items."""
        to = self._say(f"takedown.to.{authority}")
        request = self._say(f"takedown.request.{authority}")
        if any(map(_is_hashed, details)):
            request = f"{request} {self._say('takedown.request.hashes')}"
        return self._letter(to, request, details)

    def where_to_send(self) -> str:
        """Write the guide: what each file is for, what people under 19 do, and who helps."""
        helpers = [
            f"  {self._say(f'support.{line.key}')}: {line.contact}"
            for country in Country
            for line in lines(country)
        ]
        parts = ("what", "young", "where", "hashes", "safe")
        texts = [self._say(f"takedown.read_me.{part}") for part in parts]
        return "\n\n".join([*texts, "\n".join([self._say("support.heading"), *helpers])])

    def _letter(
        self,
        to: str,
        request: str,
        details: Sequence[ItemDetail],
        platform: Platform = Platform.GENERIC,
    ) -> str:
        parts = [
            self._say("takedown.to", to=to),
            self._say("takedown.subject"),
            self._say("takedown.who", name=self._name),
            request,
            *("\n".join(self._item(detail, platform)) for detail in details),
            self._say("takedown.keep"),
            self._say("takedown.close", name=self._name),
        ]
        return "\n\n".join(parts)

    def _item(self, detail: ItemDetail, platform: Platform) -> Iterator[str]:
        yield self._say("takedown.item", item=detail.item.item)
        known = links_at(platform, detail.sources)
        yield self._say("takedown.links")
        yield from (f"  {link}" for link in known or [self._say("takedown.links.none")])
        if hashes := list(_hashes(detail)):
            yield self._say("takedown.hashes")
            yield from (f"  {kind}: {value}" for kind, value in hashes)


def _is_hashed(detail: ItemDetail) -> bool:
    return any(_hashes(detail))


def _hashes(detail: ItemDetail) -> Iterator[tuple[str, str]]:
    named = {"SHA-256": detail.item.sha256, "MD5": detail.md5, "PDQ": detail.pdq}
    yield from ((kind, value) for kind, value in named.items() if value)


def _text(name: str, text: str) -> Member:
    return Member.of(f"{FOLDER}/{name}", (text + "\n").replace("\n", "\r\n").encode("utf-8-sig"))
