"""Source photos in words, for the command line and the window."""

from app.messages import Words, plain_name
from app.messages.times import clock_time
from app.review.source_photos import NotCompared, Resemblance, SourcePhoto, SourcePhotos

MOST = 5
"""How many leads are named; JSON has all."""


def source_photo_lines(item: int, found: SourcePhotos, words: Words) -> list[str]:
    """Name the leads, the likeliest first, or say that there is none."""
    if not found.leads:
        return [words.say("sources.none", item=item)]
    first, *others = (_lead(lead, words) for lead in found.leads[:MOST])
    lines = [words.say("sources.likeliest", item=item), first]
    if others:
        lines += [words.say("sources.further"), *others]
    if len(found.leads) > MOST:
        lines.append(words.say("sources.more", count=len(found.leads) - MOST))
    if all(lead.because is Resemblance.RESEMBLES for lead in found.leads):
        lines.append(words.say("sources.only_resembles"))
    return lines


def other_lines(found: SourcePhotos, words: Words) -> list[str]:
    """Count the photos without resemblance; say of each other one why it is no lead."""
    unlike = sum(why is NotCompared.UNLIKE for _, why in found.others)
    lines = [words.say("sources.unlike", count=unlike)] if unlike else []
    for name, why in found.others:
        if why is NotCompared.UNLIKE:
            continue
        told = isinstance(why, NotCompared)
        reason = words.say(f"sources.not.{why}") if told else words.reason(why)
        lines.append(words.say("sources.other", name=plain_name(name), why=reason))
    return lines


def _lead(lead: SourcePhoto, words: Words) -> str:
    because = words.say(f"sources.because.{lead.because}")
    key = "sources.line_time" if lead.time_ms else "sources.line"
    time = clock_time(lead.time_ms)
    return words.say(key, name=plain_name(lead.photo), because=because, time=time)
