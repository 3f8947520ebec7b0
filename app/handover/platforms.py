"""On which platforms an item was seen, by what is said of its sources and by their links."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from app.messages import plain
from storage.types import Source


class Platform(StrEnum):
    """Who is asked. The words are "takedown.to.NAME"."""

    TELEGRAM = "telegram"
    DISCORD = "discord"
    X = "x"
    INSTAGRAM = "instagram"
    GENERIC = "generic"


NAMES = {
    Platform.TELEGRAM: ("telegram", "텔레그램"),
    Platform.DISCORD: ("discord", "디스코드"),
    Platform.X: ("x", "twitter", "엑스", "트위터"),
    Platform.INSTAGRAM: ("instagram", "인스타그램", "인스타"),
}
"""How people write them down."""
HOSTS = {
    Platform.TELEGRAM: ("t.me", "telegram.me", "telegram.org"),
    Platform.DISCORD: ("discord.com", "discord.gg", "discordapp.com"),
    Platform.X: ("x.com", "twitter.com"),
    Platform.INSTAGRAM: ("instagram.com",),
}
"""Where their links lead."""


def platforms(sources: Sequence[Source]) -> tuple[Platform, ...]:
    """Where it was seen, as far as it is said or the links show; GENERIC where that is unknown."""
    found = {platform for source in sources for platform in _of_source(source)}
    return tuple(each for each in Platform if each in found) or (Platform.GENERIC,)


def links(sources: Sequence[Source]) -> tuple[str, ...]:
    """Every link that is known, once."""
    known = (link for source in sources for link in (source.url, source.room_link) if link)
    return tuple(dict.fromkeys(map(plain, known)))


def links_at(platform: Platform, sources: Sequence[Source]) -> tuple[str, ...]:
    """Return the links that are any business of a platform; every link for GENERIC."""
    everywhere = platform is Platform.GENERIC
    return links([each for each in sources if everywhere or platform in _of_source(each)])


def _of_source(source: Source) -> Iterator[Platform]:
    said = (source.platform or "").strip().casefold()
    yield from (platform for platform, names in NAMES.items() if said in names)
    hosts = {_host(link) for link in (source.url, source.room_link) if link}
    for platform, own in HOSTS.items():
        if any(host == each or host.endswith(f".{each}") for host in hosts for each in own):
            yield platform


def _host(link: str) -> str:
    after = link.strip().casefold().partition("://")[2] or link.strip().casefold()
    for end in "/?#":
        after = after.partition(end)[0]
    return after.rpartition("@")[2].partition(":")[0]
