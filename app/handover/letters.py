"""The take-down pack: text files with letters that ask for the removal of confirmed content.

The program sends nothing. A letter holds links, hashes and the name that the person chose, and
nothing else of the case: not how an item was found, who sent it, or where its file lies. The one to
the support centre also has the words by which copies can be found, personal data that was published
among them; a platform learns only that there was some.

A letter to a platform is a notice under the TAKE IT DOWN Act (47 U.S.C. 223a (a) (1) (B)): it says
what and where, that it is without consent in good faith, how to answer, and is signed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.check.whose_face import whose_face
from app.handover.hash_list import hash_list_text, md5_line, pdq_line
from app.handover.platforms import OF_THE_US, Platform, links_at, platforms, sources_at
from app.messages import LANGUAGES, Words, plain
from app.messages.support import Country, as_of, lines
from storage.bundle.member import Member
from storage.case import Case
from storage.types import ItemDetail

FOLDER = "take-down"
BLANK = "_" * 16
SUPPORT_CENTRE = "support_centre"
AUTHORITIES = (SUPPORT_CENTRE, "regulator")
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
    whose = whose_face(case)
    for language in LANGUAGES:
        letters = _Letters(Words(language).about(whose), plan.name)
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
        at_place = sources_at(platform, detail.sources)
        personal = ["personal"] if any(each.personal_data for each in at_place) else []
        points = ["links" if known else "no_link", *personal, *hashes, "act", "tell"]
        asked = [self._say(f"takedown.ask.{point}") for point in points]
        numbered = [f"  {number}. {point}" for number, point in enumerate(asked, 1)]
        law = "us" if platform in OF_THE_US else "other"
        request = "\n".join([self._say("takedown.request"), *numbered])
        notice = [self._say(f"takedown.law.{law}"), self._say("takedown.law.statement")]
        asked_and_why = "\n\n".join([request, *notice])
        return self._letter(self._say(f"takedown.to.{to}"), asked_and_why, [detail], platform)

    def to_authority(self, authority: str, details: Sequence[ItemDetail]) -> str:
        """Write a letter to an authority about all items."""
        to = self._say(f"takedown.to.{authority}")
        request = self._say(f"takedown.request.{authority}")
        if any(map(_is_hashed, details)):
            request = f"{request} {self._say('takedown.request.hashes')}"
        return self._letter(to, request, details, to_find=authority == SUPPORT_CENTRE)

    def where_to_send(self) -> str:
        """Write the guide: what each file is for, what people under 19 do, and who helps."""
        helpers = [
            f"  {self._say(f'support.{line.key}')}: {line.contact}"
            for country in Country
            for line in lines(country)
        ]
        parts = ("what", "young", "where", "us", "hashes", "youtube", "safe")
        texts = [self._say(f"takedown.read_me.{part}") for part in parts]
        helpers.append(self._say("support.as_of", **as_of()))
        return "\n\n".join([*texts, "\n".join([self._say("support.heading"), *helpers])])

    def _letter(
        self,
        to: str,
        request: str,
        details: Sequence[ItemDetail],
        platform: Platform | None = None,
        *,
        to_find: bool = False,
    ) -> str:
        close = "takedown.close" if platform is None else "takedown.close.signed"
        parts = [
            self._say("takedown.to", to=to),
            self._say("takedown.subject"),
            self._say("takedown.who", name=self._name),
            request,
            *("\n".join(self._item(detail, platform, to_find=to_find)) for detail in details),
            self._say("takedown.keep"),
            self._say(close, name=self._name),
        ]
        return "\n\n".join(parts)

    def _item(
        self, detail: ItemDetail, platform: Platform | None, *, to_find: bool
    ) -> Iterator[str]:
        yield self._say("takedown.item", item=detail.item.item)
        known = links_at(platform or Platform.GENERIC, detail.sources)
        yield self._say("takedown.links")
        yield from (f"  {link}" for link in known or [self._say("takedown.links.none")])
        if hashes := list(_hashes(detail)):
            yield self._say("takedown.hashes")
            yield from (f"  {kind}: {value}" for kind, value in hashes)
        if to_find and (words := list(_search_words(detail))):
            yield self._say("takedown.search_words")
            yield from (f"  {each}" for each in words)


def _is_hashed(detail: ItemDetail) -> bool:
    return any(_hashes(detail))


def _search_words(detail: ItemDetail) -> Iterator[str]:
    """Yield the words by which copies can be found, personal data published with it among them."""
    said = (
        each for source in detail.sources for each in (source.search_keywords, source.personal_data)
    )
    yield from dict.fromkeys(plain(each) for each in said if each)


def _hashes(detail: ItemDetail) -> Iterator[tuple[str, str]]:
    named = {"SHA-256": detail.item.sha256, "MD5": detail.md5, "PDQ": detail.pdq}
    yield from ((kind, value) for kind, value in named.items() if value)


def _text(name: str, text: str) -> Member:
    return Member.of(f"{FOLDER}/{name}", (text + "\n").replace("\n", "\r\n").encode("utf-8-sig"))
