"""The platforms on which an item was seen, by the platform and the links of its sources."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from app.messages import plain
from storage.types import Source


class Platform(StrEnum):
    """A platform that is asked for removal. The words are "takedown.to.NAME"."""

    TELEGRAM = "telegram"
    DISCORD = "discord"
    X = "x"
    INSTAGRAM = "instagram"
    YOUTUBE = "youtube"
    GENERIC = "generic"


NAMES = {
    Platform.TELEGRAM: ("telegram", "텔레그램"),
    Platform.DISCORD: ("discord", "디스코드"),
    Platform.X: ("x", "twitter", "엑스", "트위터"),
    Platform.INSTAGRAM: ("instagram", "인스타그램", "인스타"),
    Platform.YOUTUBE: ("youtube", "유튜브"),
}
"""Names of each platform as people write them, in lower case."""
HOSTS = {
    Platform.TELEGRAM: ("t.me", "telegram.me", "telegram.org"),
    Platform.DISCORD: ("discord.com", "discord.gg", "discordapp.com"),
    Platform.X: ("x.com", "twitter.com"),
    Platform.INSTAGRAM: ("instagram.com",),
    Platform.YOUTUBE: ("youtube.com", "youtu.be"),
}
"""Domains that belong to each platform."""

OF_THE_US = frozenset({Platform.DISCORD, Platform.X, Platform.INSTAGRAM, Platform.YOUTUBE})
"""Platforms of the United States, which the TAKE IT DOWN Act binds whoever asks."""


def platforms(sources: Sequence[Source]) -> tuple[Platform, ...]:
    """Return the platforms that sources name or link to; only GENERIC where none is known."""
    found = {platform for source in sources for platform in _of_source(source)}
    return tuple(each for each in Platform if each in found) or (Platform.GENERIC,)


def links(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return every link of the sources once, without control characters."""
    known = (link for source in sources for link in (source.url, source.room_link) if link)
    return tuple(dict.fromkeys(map(plain, known)))


def links_at(platform: Platform, sources: Sequence[Source]) -> tuple[str, ...]:
    """Return the links of the sources on one platform; every link for GENERIC."""
    return links(sources_at(platform, sources))


def sources_at(platform: Platform, sources: Sequence[Source]) -> list[Source]:
    """Return the sources on one platform; every one for GENERIC."""
    everywhere = platform is Platform.GENERIC
    return [each for each in sources if everywhere or platform in _of_source(each)]


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
